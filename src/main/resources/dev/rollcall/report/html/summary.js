// The verdict, the totals, and whether the recording is complete.
'use strict';
(() => {
  const { data, h } = Page;
  const STATES = {
    leak: 'Leak', misuse: 'Misuse', clean: 'Clean', unsure: 'Not sure', better: 'Better',
    worse: 'Worse', same: 'Same',
  };
  const ORDER = ['registered', 'released', 'leaked', 'open', 'misused', 'unknown', 'ignored',
    'suppressed', 'known', 'bytes'];
  const OPTIONAL = new Set(['suppressed', 'known', 'bytes']);
  const BAD = new Set(['leaked', 'misused', 'bytes']);

  const shown = (key, n) => (key === 'bytes' ? Page.bytes(n) : Page.count(n));

  const change = (key, now, before) => {
    if (before === undefined) return null;
    const more = now - before;
    const words = more === 0 ? 'as before' : 'was ' + shown(key, before);
    const cls = more === 0 || !BAD.has(key) ? 'muted' : more > 0 ? 'worse' : 'better';
    const arrow = more === 0 ? '' : more > 0 ? '▲ ' : '▼ ';
    return h('dd', { class: 'was ' + cls, text: arrow + words });
  };

  const total = (key) => {
    const n = data.totals[key];
    const before = data.before && data.before[key];
    if (n === undefined || (OPTIONAL.has(key) && !n && !before)) return null;
    const cls = n === 0 ? 'zero' : BAD.has(key) ? 'bad' : key === 'open' || key === 'unknown'
      ? 'warn' : '';
    return h('div', { class: ('total ' + cls).trim(), dataset: { total: key } },
      h('dt', {}, Page.term(key, key === 'bytes' ? 'held by leaked' : key)),
      h('dd', { class: 'n', text: shown(key, n) }), change(key, n, before));
  };

  const followed = () => {
    const { followed: some, lives } = data.totals;
    if (some === undefined || lives === undefined || some === lives) return null;
    return h('p', { class: 'aside' }, Page.count(some) + ' of ' + Page.count(lives) +
      ' lives were followed step by step; the others are ', Page.term('not followed', 'counted'),
    ' exactly.');
  };

  const MANY = 3;
  const doubtful = (doubts) => h('ul', {}, doubts.map((doubt) =>
    h('li', {}, sign(), ' ', Page.own(doubt, 'span'))));
  const complete = () => {
    const said = data.verdict.sentence.toLowerCase();
    const doubts = (data.doubts || []).filter(Boolean).map((doubt) => doubt.replace(/\.$/, ''))
      .filter((doubt) => !said.includes(doubt.toLowerCase()))
      .map((doubt) => Page.sentence(doubt[0].toUpperCase() + doubt.slice(1)));
    const whole = (data.recordings || []).every((one) => one.complete);
    if (!doubts.length && whole && (data.recordings || []).length) {
      const what = data.recordings.length > 1 ? 'recordings' : 'recording';
      const words = data.complete ? ' The ' + what + (data.recordings.length > 1 ? ' are' : ' is') +
        ' complete: nothing was lost.' : ' Nothing was lost from the ' + what + '.';
      return h('p', { class: 'complete' }, h('span', { class: 'sign', 'aria-hidden': 'true',
        text: '✓' }), words);
    }
    const all = doubts.length ? doubts : ['The recording is not complete.'];
    if (all.length <= MANY) return h('div', { class: 'doubts' }, doubtful(all));
    return h('div', { class: 'doubts' }, doubtful(all.slice(0, MANY - 1)),
      h('details', {}, h('summary', { text: Page.words(all.length - MANY + 1, 'more doubt') }),
        doubtful(all.slice(MANY - 1))));
  };
  const sign = () => h('span', { class: 'sign', 'aria-hidden': 'true', text: '!' });

  const { state, sentence, more } = data.verdict;
  document.title = (STATES[state] || '') + ': ' + (data.title || 'Rollcall');
  // Without the places to break that names have elsewhere: the title is cut off by CSS.
  const title = document.getElementById('title');
  title.append(h('bdi', { text: data.title || '' }));
  title.title = data.title || '';
  const section = document.getElementById('summary');
  section.dataset.state = state;
  const said = (STATES[state] + ': ').toLowerCase();
  const rest = sentence.toLowerCase().startsWith(said) ? sentence.slice(said.length) : sentence;
  document.getElementById('verdict').append(
    h('span', { class: 'state ' + state, text: STATES[state] || state }), ' ',
    Page.own(rest, 'span'));
  section.append(
    ...(more || []).map((words) => h('p', { class: 'more' }, Page.own(words, 'span'))),
    h('dl', { class: 'totals' }, ORDER.map(total)),
    ...[followed(), complete()].filter(Boolean));
})();
