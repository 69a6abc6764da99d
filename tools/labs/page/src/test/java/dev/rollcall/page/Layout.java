package dev.rollcall.page;

import java.util.List;

/** Looks for what is cut off, beside the page, or on top of something else. */
final class Layout {
  private static final String SCRIPT =
      """
      const width = document.documentElement.clientWidth;
      const faults = [];
      const say = (what, e) => {
        const name = e.tagName.toLowerCase() + (e.id ? '#' + e.id : '')
          + [...e.classList].map(c => '.' + c).join('');
        const up = e.closest('[id]');
        faults.push(what + ': ' + name + ' in #' + (up ? up.id : '') + ' "'
          + (e.textContent || '').trim().slice(0, 40) + '"');
      };
      const shown = e => e.getClientRects().length > 0
        && getComputedStyle(e).visibility !== 'hidden' && !e.closest('.hush, .skip');
      const scrolls = e => { // inside something that can be scrolled sideways, or that cuts with …
        for (let p = e.parentElement; p && p !== document.body; p = p.parentElement) {
          const s = getComputedStyle(p);
          if (s.overflowX === 'auto' || s.overflowX === 'scroll') return true;
          if (s.overflowX === 'hidden' && (s.textOverflow === 'ellipsis' || p.closest('svg')))
            return true;
        }
        return false;
      };
      const all = [...document.body.querySelectorAll('*')].filter(shown);
      if (document.documentElement.scrollWidth > width) {
        say('page is ' + document.documentElement.scrollWidth + ' wide', document.body);
      }
      for (const e of all) {
        const r = e.getBoundingClientRect();
        if (r.width && (r.right > width + 1 || r.left < -1) && !scrolls(e)) say('beside', e);
        const s = getComputedStyle(e);
        const own = [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim());
        if (s.overflowX !== 'visible' && s.overflowX !== 'auto' && s.overflowX !== 'scroll'
          && e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 0 && !e.title
          && !e.querySelector('[title]') && e.textContent.trim() && !e.closest('svg'))
          say('cut off', e);
        if (own && s.overflowY === 'hidden' && e.scrollHeight > e.clientHeight + 3
          && e.clientHeight > 0 && !e.closest('svg')) say('cut off below', e);
      }
      // Text over text: the boxes of the pieces of text themselves.
      for (const box of document.querySelectorAll('.bar, #summary, .head, .group-head, .facts,'
        + ' .columns, .tracks, .timeline-box, .timeline, #flame, #live, #ages, .rows, table')) {
        if (!shown(box)) continue;
        const texts = [];
        const walk = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
        while (walk.nextNode() && texts.length < 400) {
          const n = walk.currentNode;
          const p = n.parentElement;
          if (!n.data.trim() || !shown(p) || p.closest('button.toggle .chevron, title, option')) continue;
          const range = document.createRange();
          range.selectNodeContents(n);
          const clip = clipOf(p);
          for (const r of range.getClientRects()) {
            const left = Math.max(r.left, clip.left), right = Math.min(r.right, clip.right);
            const top = Math.max(r.top, clip.top), bottom = Math.min(r.bottom, clip.bottom);
            if (right - left > 2 && bottom - top > 2) texts.push({n, p, left, right, top, bottom});
          }
        }
        for (let i = 0; i < texts.length; i++) {
          for (let k = i + 1; k < texts.length; k++) {
            const a = texts[i], b = texts[k];
            if (a.n === b.n || a.p.contains(b.p) && a.p === b.p) continue;
            const x = Math.min(a.right, b.right) - Math.max(a.left, b.left);
            const y = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
            const low = Math.min(a.bottom - a.top, b.bottom - b.top);
            if (x > 2 && y > low * 0.45) {
              say('on top of "' + b.n.data.trim().slice(0, 30) + '"', a.p);
              i = k = texts.length;
            }
          }
        }
      }
      function clipOf(e) {
        const c = {left: -1e9, right: 1e9, top: -1e9, bottom: 1e9};
        for (let p = e; p && p !== document.body; p = p.parentElement) {
          if (getComputedStyle(p).overflowX !== 'visible') {
            const r = p.getBoundingClientRect();
            c.left = Math.max(c.left, r.left);
            c.right = Math.min(c.right, r.right);
            c.top = Math.max(c.top, r.top);
            c.bottom = Math.min(c.bottom, r.bottom);
          }
        }
        return c;
      }
      return [...new Set(faults)].slice(0, 20);
      """;

  private Layout() {}

  /** What is wrong with what is shown now, each in a line. */
  static List<String> faults(Browser browser) {
    return browser.list(SCRIPT);
  }
}
