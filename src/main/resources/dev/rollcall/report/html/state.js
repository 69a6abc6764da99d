// What is looked at, kept in the address after '#', so that a link leads there and back works.
'use strict';
(() => {
  const { data } = Page;
  const DEFAULTS = {
    q: '', cause: '', group: '', life: '', only: 'all', by: data.by === 'bytes' ? 'bytes' : 'count',
  };
  const listeners = [];
  Page.state = { ...DEFAULTS };

  const parse = (hash) => {
    const read = new URLSearchParams(hash.replace(/^#/, ''));
    const next = { ...DEFAULTS };
    for (const key of Object.keys(DEFAULTS)) {
      if (read.has(key)) next[key] = read.get(key);
    }
    if (!['all', 'leaked', 'open', 'misused'].includes(next.only)) next.only = DEFAULTS.only;
    if (!['count', 'bytes'].includes(next.by)) next.by = DEFAULTS.by;
    return next;
  };

  const fragment = (state) => {
    const words = new URLSearchParams();
    for (const [key, value] of Object.entries(state)) {
      if (value !== DEFAULTS[key]) words.set(key, value);
    }
    return words.toString();
  };

  /** The address of this page with a part of what is looked at. */
  Page.link = (part) =>
    location.href.replace(/#.*$/s, '') + '#' + fragment({ ...DEFAULTS, ...part });

  const tell = (before, fromUrl) => {
    for (const listener of listeners) listener(Page.state, before, fromUrl);
  };

  /** Calls `fn(state, before, fromUrl)` on each change; before is null for the first. */
  Page.onState = (fn) => listeners.push(fn);

  Page.go = (part, { replace = false } = {}) => {
    const before = Page.state;
    Page.state = { ...before, ...part };
    const words = fragment(Page.state);
    if (words === fragment(before)) return;
    const url = words ? '#' + words : location.pathname + location.search;
    try {
      history[replace ? 'replaceState' : 'pushState'](null, '', url);
    } catch {
      // Where a page may not write its address it still does all else.
    }
    tell(before, false);
  };

  const follow = () => {
    // A plain anchor, as of the skip link, is a place on the page and changes nothing.
    if (location.hash.length > 1 && !location.hash.includes('=')) return;
    const before = Page.state;
    Page.state = parse(location.hash);
    if (fragment(Page.state) !== fragment(before)) tell(before, true);
  };
  addEventListener('popstate', follow);
  addEventListener('hashchange', follow);

  /** Tells all for the first time; called when the page stands. */
  Page.start = () => {
    if (location.hash.includes('=')) Page.state = parse(location.hash);
    tell(null, true);
  };
})();
