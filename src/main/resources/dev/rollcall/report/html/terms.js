// Words that need explaining, each with its explanation where it stands.
'use strict';
(() => {
  const { h } = Page;

  Page.WORDS = {
    registered: 'Resources that the program handed to Rollcall when it opened or made them.',
    released: 'Resources that the program gave back, as it should.',
    leaked: 'Never released: the roll call at the end still found them.',
    open: 'Still in use when the recording ended. That is no leak by itself.',
    unknown: 'Data was lost, so nobody can say what became of them.',
    misused: 'Resources that were released twice, used after their end, and the like.',
    ignored: 'Resources that the settings say not to count.',
    suppressed: 'Leaked, but a rule of yours says that they are wanted.',
    known: 'Leaked, but the baseline has them already.',
    'not followed': 'Counted exactly, but the recording does not have their steps.',
    bytes: 'What the leaked resources said, when they were registered, that they hold.',
    cause: 'The groups that have the same first suspect. Repairing that method repairs them all.',
    suspect: 'A method that may have forgotten the release, with the evidence against it.',
    group: 'Resources of one type that were registered at the same place in the code.',
    fingerprint: 'The name of a group: its type and a code for its place. It stays the same from ' +
      'run to run, whatever the line numbers.',
    confidence: 'How far the evidence carries. High: what the suspect does differs between ' +
      'leaked and released resources. Low: a hint of where to look.',
    siblings: 'Resources of the same group that were released. The leaked are compared with them.',
    overdue: 'Open for far longer than its released siblings ever lived, or than ' +
      'rollcall.expect allows. A notice, not a leak.',
    since: 'When the oldest of them was registered.',
    collected: 'The garbage collector took the resource, which had not been released.',
    collector: 'Whether the garbage collector had taken the resource by then. It leaked either ' +
      'way: the collector does not release it.',
  };

  const tip = h('div', { id: 'tip', role: 'tooltip', hidden: true });
  document.body.append(tip);
  let owner = null;

  const hide = () => {
    tip.hidden = true;
    if (owner) owner.removeAttribute('aria-describedby');
    owner = null;
  };

  const show = (node, text) => {
    if (owner === node) return;
    hide();
    owner = node;
    tip.textContent = text;
    tip.hidden = false;
    node.setAttribute('aria-describedby', 'tip');
    const at = node.getBoundingClientRect();
    const width = tip.offsetWidth;
    const left = Math.max(8, Math.min(at.left, document.documentElement.clientWidth - width - 8));
    const below = at.bottom + 6 + tip.offsetHeight < innerHeight;
    tip.style.left = left + scrollX + 'px';
    tip.style.top = (below ? at.bottom + 6 : at.top - tip.offsetHeight - 6) + scrollY + 'px';
  };

  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') hide();
  });
  tip.addEventListener('mouseleave', hide);

  /** `text`, explained as `word` when it is pointed at, focused or tapped. */
  Page.term = (word, text = word) => {
    const words = Page.WORDS[word];
    const node = h('button', { type: 'button', class: 'term', text });
    const open = () => show(node, words);
    for (const event of ['mouseenter', 'focus', 'click']) node.addEventListener(event, open);
    node.addEventListener('blur', hide);
    node.addEventListener('mouseleave', (event) => {
      if (event.relatedTarget !== tip && document.activeElement !== node) hide();
    });
    return node;
  };
})();
