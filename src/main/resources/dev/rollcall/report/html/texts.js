// What the copy menus put on the clipboard.
'use strict';
(() => {
  const { data } = Page;
  const SHOWN = 5;

  const shell = (word) => "'" + word.replaceAll("'", "'\\''") + "'";
  const history = (data.command || 'rollcall history FILE --id').replace(/ --id$/, '');
  Page.groupCommand = (id) => history + ' --group ' + shell(id);
  Page.lifeCommand = (id) => history + ' --id ' + id;

  const REASON = ' "write here why this is wanted"';
  // A group of any site has no rule of its own: it would hide the leaks of other places.
  const rule = (group) => {
    const unplaced = group.id.endsWith('@unknown');
    const pattern = unplaced ? group.type : group.id;
    if (!pattern || /[\s"]/.test(pattern)) {
      return '# ' + pattern.replace(/\s/g, ' ') + ': no rule can name this';
    }
    return (unplaced ? 'type ' : 'fingerprint ') + pattern + REASON;
  };

  const stateWord = (group) => (group.state === 'open' ? 'open' : 'leaked');
  const forgetter = (suspect) => suspect && Page.frame(suspect.frame);

  const suspectText = (suspect) => {
    const frame = Page.frame(suspect.frame);
    return (frame ? frame.text + ': ' : '') + Page.sentence(suspect.what) + ' ' +
      (suspect.todo ? suspect.todo + ' ' : '') + '(confidence: ' + suspect.confidence + ')';
  };

  const size = (n, bytes, word, oldest) =>
    Page.count(n) + ' ' + word + (bytes ? ', ' + Page.bytes(bytes) : '') +
    (oldest === undefined ? '' : ', oldest ' + Page.age(oldest));

  const indent = (lines) => lines.map((line) => '    ' + line);

  const stepText = (step) => {
    const frame = Page.frame(step.frame);
    return step.kind + (frame ? ' in ' + frame.short : '');
  };

  /** In a sentence, where the ways of the leaked and of the released part; null if not known. */
  Page.forkText = ({ contrast, state }) => {
    if (!contrast || !contrast.healthy || contrast.omitted) return null;
    const parts = contrast.steps.findIndex((step) => step.side !== 'both');
    if (parts < 1) return null;
    const next = (side) => contrast.steps.slice(parts).find((step) => step.side === side);
    const [ours, theirs] = [next('leaked'), next('healthy')];
    const word = state === 'open' ? 'open' : 'leaked';
    return 'Up to ' + stepText(contrast.steps[parts - 1]) + ' they go the same way. Then the ' +
      word + ' ones ' + (ours ? 'go on with ' + stepText(ours) : 'have no further step') +
      ', the released ones ' + (theirs ? 'with ' + stepText(theirs) : 'have none') + '.';
  };

  Page.groupText = (group) => [
    Page.count(group.count) + ' x ' + group.type + ' ' + stateWord(group) +
      (group.condition ? ': ' + group.condition : ''),
    '  group ' + group.id,
    ...(group.suspects || []).map((suspect, i) => '  ' + (i + 1) + '. ' + suspectText(suspect)),
    ...(group.context || []).map((context) => '  ' + Page.contextText(context, group)),
    ...[Page.forkText(group)].filter(Boolean).map((words) => '  ' + words),
    '  registered at',
    ...indent(Page.stackText(group.site)),
    '  more: ' + Page.groupCommand(group.id),
  ].join('\n');

  Page.causeText = (cause, groups) => {
    const word = cause.open ? 'open' : 'leaked';
    const head = size(cause.leaked, cause.bytes, word, cause.oldest) + ', in ' +
      Page.words(groups.length, 'group');
    const who = cause.suspect ? [suspectText(cause.suspect)] : [];
    return [head, ...who, '', ...groups.map(Page.groupText)].join('\n') + '\n';
  };

  Page.rules = (groups) => groups.map(rule).join('\n') + '\n';

  // In Markdown a name must not become markup, nor a mention of somebody.
  const plain = (text) => String(text).replace(/[\\`*_{}[\]<>#|~$&]/g, '\\$&')
    .replace(/@(?=\w)/g, '@\u200b').replace(/\s+/g, ' ');
  const fence = (text) =>
    '`'.repeat(Math.max(0, ...(text.match(/`+/g) || []).map((ticks) => ticks.length)));
  const code = (text) => {
    const ticks = fence(text) + '`';
    const pad = ticks.length > 1 ? ' ' : '';
    return ticks + pad + text.replace(/\s+/g, ' ') + pad + ticks;
  };
  const block = (text) => {
    const ticks = '`'.repeat(Math.max(3, fence(text).length + 1));
    return ticks + '\n' + text + '\n' + ticks;
  };

  const place = (frame) => {
    const url = Page.safeUrl(frame.url);
    return url ? code(frame.text) + ' ([source](<' + url.replace(/[<>\s]/g, encodeURIComponent) +
      '>))' : code(frame.text);
  };

  const suspectMarkdown = (suspect) => {
    const frame = Page.frame(suspect.frame);
    return [
      '**Where:** ' + place(frame) + (frame.owner ? ', owner ' + code(frame.owner) : ''),
      '**Evidence:** ' + plain(Page.sentence(suspect.what)),
      suspect.todo ? '**What to do:** ' + plain(suspect.todo) : null,
      '**Confidence:** ' + suspect.confidence,
    ].filter(Boolean).join('\n\n');
  };

  const groupMarkdown = (group) => [
    '### ' + Page.count(group.count) + ' × ' + code(group.type),
    'Fingerprint: ' + code(group.id) + '  \nCondition: ' + plain(group.condition || 'not known'),
    (group.context || []).map((context) =>
      '- ' + plain(Page.contextText(context, group))).join('\n'),
    plain(Page.forkText(group) || ''),
    'Registered at:',
    block(Page.stackText(group.site).join('\n') || 'not known'),
    'The lives of these resources, step by step:',
    block(Page.groupCommand(group.id)),
  ].filter(Boolean).join('\n\n');

  const titleOf = (n, word, type, suspect) => {
    const frame = forgetter(suspect);
    const what = Page.count(n) + ' ' + code(type) + (word === 'open' ? ' still open' : ' leaked');
    return '# ' + what + (frame ? ', first suspect ' + code(frame.short) : '');
  };

  /** An issue for a cause, or for one group. */
  Page.markdown = ({ count, bytes, oldest, open, suspect }, groups) => {
    const types = [...new Set(groups.map((group) => group.type))];
    const type = types.length === 1 ? types[0] : 'resources';
    const word = open ? 'open' : 'leaked';
    const left = groups.length - SHOWN;
    return [
      titleOf(count, word, type, suspect),
      '**How many:** ' + size(count, bytes, word, oldest) + ', in ' +
        Page.words(groups.length, 'group') + ' of ' + code(data.title || 'the recording'),
      suspect ? suspectMarkdown(suspect) : 'No method stands out as the one that forgot.',
      '## What ' + (open ? 'is open' : 'leaked'),
      ...groups.slice(0, SHOWN).map(groupMarkdown),
      left > 0 ? 'And ' + Page.words(left, 'more group', 'more groups') + ':\n\n' +
        groups.slice(SHOWN).map((group) => '- ' + code(group.id)).join('\n') : null,
      '## Is it repaired?',
      'Record a run again and read it with ' + code('rollcall report FILE') +
        '. The fingerprints stay the same from run to run: if they are gone, it is.',
    ].filter(Boolean).join('\n\n') + '\n';
  };

  Page.misuseText = (misuse) => [
    misuse.sentence || misuse.kind,
    misuse.message,
    ...(misuse.suspects || []).map((suspect, i) => '  ' + (i + 1) + '. ' + suspectText(suspect)),
    '  at',
    ...indent(Page.stackText(misuse.site)),
  ].join('\n') + '\n';

  Page.misuseMarkdown = (misuse) => [
    '# ' + plain(misuse.sentence || misuse.kind),
    plain(misuse.message),
    ...(misuse.suspects || []).slice(0, 1).map(suspectMarkdown),
    'It happened at:',
    block(Page.stackText(misuse.site).join('\n') || 'not known'),
    misuse.ids && misuse.ids.length ? 'The whole life:\n\n' +
      block(Page.lifeCommand(misuse.ids[0])) : null,
  ].filter(Boolean).join('\n\n') + '\n';
})();
