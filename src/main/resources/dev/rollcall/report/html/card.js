// The form that causes and misuses share: who, what, what to do, how sure, how many.
'use strict';
(() => {
  const { h, s } = Page;

  /** A sentence with its full stop. */
  Page.sentence = (text) => (/[.!?…]$/.test(text) ? text : text + '.');

  Page.chevron = () => s('svg', {
    class: 'chevron', viewBox: '0 0 12 12', width: 12, height: 12, 'aria-hidden': 'true',
  }, s('path', { d: 'M4 2l4 4-4 4', fill: 'none', stroke: 'currentColor', 'stroke-width': 1.8 }));

  const LEVEL = { low: 1, medium: 2, high: 3 };
  /** How sure, in a word and in bars. */
  Page.confidence = (word) => h('span', { class: 'confidence ' + word, dataset: { level: word } },
    s('svg', { viewBox: '0 0 14 12', width: 14, height: 12, 'aria-hidden': 'true' },
      [1, 2, 3].map((n) => s('rect', {
        x: (n - 1) * 5, y: 12 - n * 4, width: 4, height: n * 4,
        class: n <= LEVEL[word] ? 'on' : 'off',
      }))),
    Page.term('confidence', word + ' confidence'));

  Page.todo = (text) => (text ? h('p', { class: 'todo' },
    h('strong', { text: 'What to do' }), ' ', Page.own(text, 'span')) : null);

  /** A bar that shows what part of the largest one is meant. */
  Page.bar = (part, cls) => {
    const fill = h('span', { class: 'fill' });
    fill.style.width = Math.min(100, Math.max(1, 100 * part)) + '%';
    return h('span', { class: 'measure ' + (cls || ''), 'aria-hidden': 'true' }, fill);
  };

  /**
   * Something that opens: its body is built when it is first opened. `heading` holds the button;
   * `onToggle(open)` is told of what the reader does, not of what the page does itself.
   */
  Page.opener = ({ id, label, build, onToggle, root }) => {
    const body = h('div', { class: 'body', id: id + '-body', hidden: true });
    const button = h('button', {
      type: 'button', class: 'toggle', id: id + '-toggle', 'aria-expanded': 'false',
      'aria-controls': id + '-body',
    }, Page.chevron(), h('span', { class: 'label' }, label));
    let built = false;
    const set = (open) => {
      if (open && !built) {
        built = true;
        body.append(...build().filter(Boolean));
      }
      body.hidden = !open;
      button.setAttribute('aria-expanded', String(open));
      root.classList.toggle('opened', open);
    };
    const toggle = () => {
      const open = body.hidden;
      set(open);
      onToggle(open);
    };
    button.addEventListener('click', toggle);
    return {
      button, body, set, isOpen: () => !body.hidden, isBuilt: () => built,
      /** Lets a click anywhere on the head do what the button does, unless text is selected. */
      widen(head) {
        head.addEventListener('click', (event) => {
          if (event.target.closest('a, button, .copy-box')) return;
          if (String(getSelection())) return;
          toggle();
        });
      },
    };
  };

  /** The head of a card. All parts but `opener` and `figure` may be absent. */
  Page.cardHead = ({ rank, opener, beside, figure, what, todo, meta, copy }) => {
    const head = h('div', { class: 'head' },
      h('span', { class: 'rank', 'aria-hidden': 'true', text: rank || '' }),
      h('div', { class: 'who' }, h('h3', {}, opener.button), beside),
      h('div', { class: 'figure' }, figure),
      what ? h('p', { class: 'what' }, Page.own(Page.sentence(what), 'span')) : null,
      Page.todo(todo),
      h('div', { class: 'foot' }, h('p', { class: 'meta' }, Page.dots(meta)), copy));
    opener.widen(head);
    return head;
  };

  /** Parts of a line with dots between them. */
  Page.dots = (parts) => parts.filter(Boolean).map((part) => h('span', { class: 'part' }, part));

  /** Where a frame is, linked to its source, and whose it is. */
  Page.place = (frame) => {
    if (!frame) return null;
    const url = Page.safeUrl(frame.url);
    const text = Page.own(frame.where || 'line not known', 'code', 'frame where');
    return [url ? h('a', { class: 'source', href: url, rel: 'noreferrer' }, text) : text,
      Page.ownerNode(frame)];
  };
})();
