// Light, dark, or as the system has it. Print is always light.
'use strict';
(() => {
  const CYCLE = ['system', 'light', 'dark'];
  const KEY = 'rollcall.theme';
  const button = document.getElementById('theme');
  let theme = 'system';
  try {
    const kept = localStorage.getItem(KEY);
    if (CYCLE.includes(kept)) theme = kept;
  } catch {
    // Pages from a disk may have no storage; the choice then lasts as long as the page.
  }

  const dress = (name) => {
    if (name === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = name;
    document.dispatchEvent(new CustomEvent('page:theme'));
  };

  const show = () => {
    const next = CYCLE[(CYCLE.indexOf(theme) + 1) % CYCLE.length];
    button.textContent = 'Theme: ' + theme;
    button.title = 'Switch to ' + next;
    dress(theme);
  };

  button.addEventListener('click', () => {
    theme = CYCLE[(CYCLE.indexOf(theme) + 1) % CYCLE.length];
    try {
      localStorage.setItem(KEY, theme);
    } catch {
      // As above.
    }
    show();
    Page.announce('Theme: ' + theme);
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => dress(theme));
  addEventListener('beforeprint', () => dress('light'));
  addEventListener('afterprint', () => dress(theme));
  Page.onTheme = (fn) => document.addEventListener('page:theme', fn);
  show();
})();
