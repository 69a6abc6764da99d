// What every part of the page uses: the data, elements, names, and how numbers and times read.
'use strict';
(() => {
  const Page = (globalThis.Page = globalThis.Page || {});
  const SVG = 'http://www.w3.org/2000/svg';
  const data = JSON.parse(document.getElementById('data').textContent);
  Page.data = data;

  // Text of a program reaches the page by textContent alone, so it stays text whatever it holds.
  const append = (node, children) => {
    for (const child of children) {
      if (Array.isArray(child)) append(node, child);
      else if (child !== null && child !== undefined && child !== false) node.append(child);
    }
    return node;
  };

  const attribute = (node, name, value) => {
    if (value === true) node.setAttribute(name, '');
    else if (value !== false && value !== null && value !== undefined) {
      node.setAttribute(name, value);
    }
  };

  const props = (node, all) => {
    for (const [name, value] of Object.entries(all || {})) {
      if (name === 'text') node.textContent = value;
      else if (name === 'on') {
        for (const [event, listener] of Object.entries(value)) {
          node.addEventListener(event, listener);
        }
      } else if (name === 'dataset') {
        for (const [key, word] of Object.entries(value)) {
          if (word !== null && word !== undefined) node.dataset[key] = word;
        }
      } else attribute(node, name, value);
    }
    return node;
  };

  Page.h = (tag, all, ...children) =>
    append(props(document.createElement(tag), all), children);
  Page.s = (tag, all, ...children) =>
    append(props(document.createElementNS(SVG, tag), all), children);

  const LONG = 30; // characters, of which a narrow page has few more on a line

  // Long names break at dots only, and anywhere if a part alone is wider than the page (CSS).
  // The file of a frame stays whole unless it is long.
  Page.broken = (text) => {
    const parts = String(text).split(/(?<=.)(?=\(|(?<!\([^)]*)\.[A-Za-z_$<])/u);
    return parts
      .flatMap((part) => (part[0] === '(' && part.length > LONG
        ? part.split(/(?=\.[^.]*$)/) : [part]))
      .flatMap((part, i) => (i === 0 ? [part] : [document.createElement('wbr'), part]));
  };
  // In a sentence, too, a long name goes to the next line as a whole, or breaks at its dots.
  const brokenNames = (text) => text.split(/(\s+)/).flatMap((word) =>
    (word.length > LONG ? [Page.h('span', { class: 'long-name' }, Page.broken(word))] : [word]));

  /**
   * Text that may come from the program, kept to itself whatever direction it runs in. A name
   * (bdi, code) breaks at its dots; a sentence (span, p) between its words.
   */
  Page.own = (text, tag = 'bdi', cls = null) => Page.h(tag, { dir: 'auto', class: cls },
    tag === 'bdi' || tag === 'code' ? Page.broken(text) : brokenNames(String(text)));

  Page.shortType = (name) => name.slice(name.lastIndexOf('.') + 1);

  const whereOf = (f) => {
    if (f.l === -2) return 'Native Method';
    if (!f.f) return f.l >= 0 ? 'line ' + f.l : '';
    return f.f + (f.l >= 0 ? ':' + f.l : '');
  };

  const frames = new Map();
  Page.frame = (i) => {
    if (i === undefined || i === null || !data.frames[i]) return null;
    if (!frames.has(i)) {
      const f = data.frames[i];
      const where = whereOf(f);
      const short = Page.shortType(f.c) + '.' + f.m;
      frames.set(i, {
        index: i, className: f.c, method: f.m, file: f.f, line: f.l, program: f.p === 1, whose: f.k,
        url: f.u, owner: f.o, where, short,
        text: f.c + '.' + f.m + (where ? '(' + where + ')' : ''),
      });
    }
    return frames.get(i);
  };
  Page.site = (i) => {
    const site = data.sites[i];
    return site ? site.f.map(Page.frame) : [];
  };
  Page.truncated = (i) => Boolean(data.sites[i] && data.sites[i].t);
  Page.thread = (i) => (data.threads && data.threads[i]) || '';

  // A source URL comes from an option; nothing but a web page or a file may hide behind a link.
  Page.safeUrl = (url) => (/^(https?|file):/i.test(url || '') ? url : null);

  const BROAD = 14; // characters, as a column of tracks on a phone holds

  // A short name stands in narrow columns, too: what is broad breaks before its capitals.
  const humps = (text) => Page.broken(text).map((part) => {
    if (typeof part !== 'string' || part.length <= BROAD) return part;
    return Page.h('span', { class: 'long-name' }, part.split(/(?<=[a-z\d])(?=[A-Z$])/u)
      .flatMap((hump, i) => (i === 0 ? [hump] : [document.createElement('wbr'), hump])));
  });

  Page.frameNode = (frame, { short = false } = {}) => {
    const code = short ? Page.h('code', { dir: 'auto', class: 'frame' }, humps(frame.short))
      : Page.own(frame.text, 'code', 'frame');
    code.title = short ? frame.text : '';
    if (!short) code.removeAttribute('title');
    const url = Page.safeUrl(frame.url);
    return url ? Page.h('a', { class: 'source', href: url, rel: 'noreferrer' }, code) : code;
  };

  const numbers = new Intl.NumberFormat('en-US');
  Page.count = (n) => numbers.format(n || 0);
  Page.words = (n, one, many = one + 's') => Page.count(n) + ' ' + (n === 1 ? one : many);

  Page.bytes = (n) => {
    if (n < 1024) return Page.words(n, 'byte');
    let amount = n;
    let unit = -1;
    while (unit < 5 && Math.round(amount * 10) / 10 >= 1024) {
      amount /= 1024;
      unit++;
    }
    return amount.toFixed(1) + ' ' + 'KMGTPE'[unit] + 'iB';
  };

  /** Milliseconds as an age: as exact as somebody wants to know it. */
  Page.age = (ms) => {
    if (ms < 1) return 'under 1 ms';
    if (ms < 500) return Math.round(ms) + ' ms';
    if (ms < 59950) return (Math.round(ms / 100) / 10).toFixed(1) + ' s';
    const seconds = Math.round(ms / 1000);
    if (seconds < 3600) return pair(seconds, 60, 'm', 's');
    if (seconds < 172800) return pair(Math.round(seconds / 60), 60, 'h', 'm');
    return pair(Math.round(seconds / 3600), 24, 'd', 'h');
  };
  const pair = (n, step, big, small) =>
    Math.floor(n / step) + ' ' + big + (n % step ? ' ' + (n % step) + ' ' + small : '');

  const two = (n) => String(n).padStart(2, '0');
  const day = (date) =>
    date.getFullYear() + '-' + two(date.getMonth() + 1) + '-' + two(date.getDate());
  Page.timeText = (ms) => {
    const date = new Date(ms);
    const clock = [date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':');
    const far = data.end !== undefined && day(date) !== day(new Date(data.end));
    return far ? day(date) + ' ' + clock : clock;
  };
  Page.time = (ms) => {
    const date = new Date(ms);
    if (Number.isNaN(date.getTime())) return 'a time that is not known';
    return Page.h('time', { datetime: date.toISOString(), text: Page.timeText(ms) });
  };

  const speaker = document.getElementById('announce');
  Page.announce = (text) => {
    speaker.textContent = text;
  };

  /** A picture, or a word in its place: what cannot be drawn must not hide the rest. */
  Page.drawn = (draw) => {
    try {
      return draw();
    } catch (error) {
      console.error(error);
      return Page.h('p', { class: 'muted', text: 'This picture cannot be drawn.' });
    }
  };

  Page.reducedMotion = () => matchMedia('(prefers-reduced-motion: reduce)').matches;
})();
