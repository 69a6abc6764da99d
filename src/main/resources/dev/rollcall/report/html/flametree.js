// The registration sites of many groups as one tree, outermost call first, the type last.
'use strict';
(() => {
  const { data } = Page;

  const nodeOf = (key, name, more) => ({
    key, name, value: 0, delta: 0, lines: new Set(), groups: [], children: [], inner: new Map(),
    ...more,
  });

  const inner = (node, key, make) => {
    if (!node.inner.has(key)) {
      const child = make();
      node.inner.set(key, child);
      node.children.push(child);
    }
    return node.inner.get(key);
  };

  const add = (node, group, amount, delta) => {
    node.value += amount;
    node.delta += delta;
    node.groups.push(group);
  };

  // The steps of the way from the outermost frame to the type, each {key, name, …}.
  const wayOf = (group) => {
    const frames = Page.site(group.site).toReversed();
    const way = [];
    if (Page.truncated(group.site)) {
      way.push({ key: '…', name: '… (stack cut off here)', kind: 'other' });
    }
    for (const frame of frames) {
      way.push({ key: frame.className + '.' + frame.method, name: frame.short,
        kind: frame.program ? 'own' : 'other', line: frame.where, whose: whoseOf(frame) });
    }
    if (frames.length === 0) way.push({ key: '?', name: 'place not known', kind: 'other' });
    way.push({ key: 'type ' + group.type, name: Page.shortType(group.type), kind: 'type',
      full: group.type });
    return way;
  };

  const whoseOf = (frame) => data.frames[frame.index].k;

  /** What the counts of a group are compared with, or null: {words, of(group)}. */
  Page.flameBase = () => {
    const { groups } = data;
    if (groups.some((group) => group.before !== undefined)) {
      return { words: data.kind === 'diff' ? 'the earlier recording' : 'the baseline',
        of: (group) => group.before || 0 };
    }
    return groups.some((group) => group.good !== undefined)
      ? { words: 'the run that went well', of: (group) => group.good || 0 } : null;
  };

  /**
   * The tree of the groups that `wanted` lets through, sized by count or bytes. Frames at the
   * outer end that are not the program's and that all share are left out; `skipped` says how many.
   */
  Page.flameTree = (wanted, by, base) => {
    const root = nodeOf('all', 'all', { kind: 'root' });
    let unsized = 0;
    for (const group of data.groups.filter(wanted)) {
      const amount = by === 'bytes' ? group.bytes || 0 : group.count;
      if (amount === 0) {
        unsized++;
        continue;
      }
      const delta = base ? group.count - base.of(group) : 0;
      add(root, group, amount, delta);
      let node = root;
      for (const { key, name, line, ...more } of wayOf(group)) {
        node = inner(node, key, () => nodeOf(key, name, more));
        if (line) node.lines.add(line);
        add(node, group, amount, delta);
      }
    }
    let skipped = 0;
    while (root.children.length === 1 && root.children[0].kind === 'other' &&
        root.children[0].key !== '?' && root.children[0].key !== '…') {
      root.children = root.children[0].children;
      skipped++;
    }
    return { root, skipped, unsized };
  };

  Page.flameDepth = (node) => 1 + (d3.max(node.children, Page.flameDepth) || 0);
})();
