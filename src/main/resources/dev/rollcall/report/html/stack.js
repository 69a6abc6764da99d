// A stack, innermost first, in which the program's frames stand out and the others are folded.
'use strict';
(() => {
  const { h } = Page;
  const SHOWN = 8; // lines of a stack before the rest is folded
  const FEW = 2; // lines that need no fold of their own
  const JDK = /^(java|javax|jdk|sun)\./;

  const whose = (frames) => {
    const names = [...new Set(frames.map((frame) =>
      frame.whose || (JDK.test(frame.className) ? 'the JDK' : 'libraries')))];
    const last = names.pop();
    return names.length ? names.join(', ') + ' and ' + last : last;
  };

  const line = (frame) =>
    h('li', { class: frame.program ? 'own' : 'other' }, Page.frameNode(frame),
      frame.owner ? Page.ownerNode(frame) : null);

  /** Who looks after the code of a frame, as the owners' file says. */
  Page.ownerNode = (frame) =>
    frame.owner ? h('span', { class: 'owner', title: 'Owner, by the CODEOWNERS file' },
      Page.own(frame.owner)) : null;

  const fold = (frames) => {
    const words = '… ' + Page.words(frames.length, 'frame') + ' of ' + whose(frames);
    const button = h('button', { type: 'button', class: 'unfold', text: words });
    const item = h('li', { class: 'fold' }, button);
    button.addEventListener('click', () => {
      const lines = frames.map(line);
      item.replaceWith(...lines);
      lines[0].tabIndex = -1;
      lines[0].focus();
    });
    return item;
  };

  /** The lines of a site as text: folded as the text report folds them. */
  Page.stackText = (siteIndex) => runs(Page.site(siteIndex)).flatMap((run) =>
    run.folded
      ? ['... ' + Page.words(run.frames.length, 'frame') + ' of ' + whose(run.frames)]
      : run.frames.map((frame) => frame.text));

  // Of two and more frames in a row that are not the program's, only the number is shown.
  const runs = (frames) => {
    const folds = frames.some((frame) => frame.program);
    const all = [];
    for (const frame of frames) {
      const last = all[all.length - 1];
      const other = folds && !frame.program;
      if (last && last.other === other) last.frames.push(frame);
      else all.push({ other, frames: [frame] });
    }
    for (const run of all) run.folded = run.other && run.frames.length > 1;
    return all;
  };

  // The rest stays in the page, so that the browser finds it and paper shows it.
  const shorten = (items, count) => {
    if (items.length <= SHOWN + FEW) return items;
    const rest = h('li', { class: 'rest', hidden: 'until-found' },
      h('ol', { class: 'stack' }, items.slice(SHOWN)));
    const button = h('button', { type: 'button', class: 'unfold',
      text: '… ' + Page.words(count, 'more frame') });
    const item = h('li', { class: 'fold more' }, button);
    const unfold = () => {
      rest.hidden = false;
      item.remove();
    };
    rest.addEventListener('beforematch', unfold);
    button.addEventListener('click', () => {
      unfold();
      const first = rest.querySelector('li');
      first.tabIndex = -1;
      first.focus();
    });
    return [...items.slice(0, SHOWN), item, rest];
  };

  Page.stack = (siteIndex) => {
    const frames = Page.site(siteIndex);
    if (!frames.length) return h('p', { class: 'muted', text: 'The place is not known.' });
    const lines = runs(frames).flatMap((run) =>
      (run.folded ? [[fold(run.frames), run.frames.length]]
        : run.frames.map((frame) => [line(frame), 1])));
    const items = shorten(lines.map(([item]) => item),
      lines.slice(SHOWN).reduce((sum, [, count]) => sum + count, 0));
    if (Page.truncated(siteIndex)) {
      items.push(h('li', { class: 'other', text: '… cut off at the recording’s stack depth' }));
    }
    return h('ol', { class: 'stack' }, items);
  };
})();
