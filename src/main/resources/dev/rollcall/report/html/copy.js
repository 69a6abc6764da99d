// The copy menu of a cause, a group or a misuse.
'use strict';
(() => {
  const { h } = Page;
  const KINDS = [
    ['text', 'Text'],
    ['markdown', 'Issue in Markdown'],
    ['rule', 'Suppression rule'],
    ['command', 'Command that shows more'],
    ['link', 'Link to this place'],
  ];

  // Pages from a disk may have no clipboard of their own: then a selection is copied, as of old.
  const bySelection = (text, home) => {
    const area = h('textarea', { class: 'hush', 'aria-hidden': 'true', tabindex: '-1' });
    area.value = text;
    home.append(area);
    area.select();
    let done = false;
    try {
      done = document.execCommand('copy');
    } catch {
      done = false;
    }
    area.remove();
    return done;
  };

  const byHand = (text) => {
    const area = h('textarea', { readonly: true, rows: '12', 'aria-label': 'Text to copy' });
    const close = h('button', { type: 'button', text: 'Close' });
    const dialog = h('dialog', { class: 'by-hand', 'aria-label': 'Copy by hand' },
      h('p', { text: 'This browser does not let the page copy. Copy the text yourself:' }),
      area, close);
    area.value = text;
    close.addEventListener('click', () => dialog.close());
    dialog.addEventListener('close', () => dialog.remove());
    document.body.append(dialog);
    dialog.showModal();
    area.select();
  };

  /** Copies, by whatever way there is, and says so. */
  Page.copy = async (text, what, home = document.body) => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      if (!bySelection(text, home)) {
        byHand(text);
        return false;
      }
    }
    Page.announce('Copied: ' + what);
    return true;
  };

  let closeOpen = null;
  document.addEventListener('click', (event) => {
    if (closeOpen && !event.target.closest('.copy-box')) closeOpen(false);
  });

  /** A button with a menu; `texts` gives for each kind a function that makes the text. */
  Page.copyMenu = (texts, of) => {
    const button = h('button', {
      type: 'button', class: 'copy', 'aria-haspopup': 'menu', 'aria-expanded': 'false',
      'aria-label': 'Copy ' + of, text: 'Copy',
    });
    const box = h('div', { class: 'copy-box' }, button);
    let menu = null;

    const close = (focus) => {
      if (menu) menu.remove();
      menu = null;
      closeOpen = null;
      button.setAttribute('aria-expanded', 'false');
      if (focus) button.focus();
    };

    const choose = async (kind, label) => {
      close(true);
      if (await Page.copy(texts[kind](), label.toLowerCase(), box)) {
        button.textContent = 'Copied';
        setTimeout(() => {
          button.textContent = 'Copy';
        }, 1600);
      }
    };

    const keys = (event) => {
      const items = [...menu.children];
      const at = items.indexOf(document.activeElement);
      const to = {
        ArrowDown: at + 1, ArrowUp: at - 1 + items.length, Home: 0, End: items.length - 1,
      }[event.key];
      if (to !== undefined) items[to % items.length].focus();
      else if (event.key === 'Escape') close(true);
      else {
        if (event.key === 'Tab') close(false);
        return;
      }
      event.preventDefault();
      event.stopPropagation();
    };

    const open = () => {
      if (closeOpen) closeOpen(false);
      const items = KINDS.filter(([kind]) => texts[kind]).map(([kind, label]) =>
        h('button', {
          type: 'button', role: 'menuitem', tabindex: '-1', dataset: { copy: kind }, text: label,
          on: { click: () => choose(kind, label) },
        }));
      menu = h('div', { class: 'copy-menu', role: 'menu', 'aria-label': 'Copy ' + of }, items);
      menu.addEventListener('keydown', keys);
      box.append(menu);
      button.setAttribute('aria-expanded', 'true');
      // Where the button stands at the left of a narrow page the menu opens to the right.
      if (menu.getBoundingClientRect().left < 4) menu.classList.add('rightwards');
      closeOpen = close;
      items[0].focus();
    };
    button.addEventListener('click', () => (menu ? close(true) : open()));
    return box;
  };
})();
