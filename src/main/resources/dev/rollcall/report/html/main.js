// Puts the page together: pictures when they come into view, and where the address leads.
'use strict';
(() => {
  const { data, h } = Page;

  const pictures = [];
  const picture = (id, title, make) => {
    const box = h('section', { id, class: 'picture' }, h('h3', { text: title }));
    pictures.push({ box, draw: () => {
      if (box.dataset.drawn) return;
      box.dataset.drawn = 'yes';
      const node = Page.drawn(make);
      if (node) box.append(node);
      else box.remove();
    } });
    return box;
  };

  // One group's ages at a time, the largest group first.
  const ages = () => {
    const some = data.groups.filter((group) => group.ages);
    const choose = h('select', { id: 'ages-of' }, some.slice(0, 100).map((group, i) =>
      h('option', { value: i, text: Page.count(group.count) + ' × ' + group.type + ', ' +
        (Page.registrar(group) || { short: 'place not known' }).short })));
    const place = h('div');
    const show = () => place.replaceChildren(
      Page.drawn(() => Page.ages(some[choose.value || 0])) || '');
    choose.addEventListener('change', show);
    show();
    return h('div', {}, some.length > 1 ? h('p', { class: 'choose' },
      h('label', { for: 'ages-of', text: 'Group ' }), choose) : null, place);
  };

  const section = document.getElementById('pictures');
  const boxes = [];
  if ((data.curves || []).length) {
    boxes.push(picture('live', 'Live resources over time', () => Page.live()));
  }
  if (data.groups.some((group) => group.count > 0)) {
    boxes.push(picture('flame', 'Where they were registered', () => Page.flame()));
  }
  if (data.groups.some((group) => group.ages)) {
    boxes.push(picture('ages', 'Ages', ages));
  }
  if (boxes.length) {
    section.hidden = false;
    section.append(h('h2', { id: 'pictures-title', text: 'Pictures' }), ...boxes);
    const watch = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) {
          watch.unobserve(target);
          pictures.find(({ box }) => box === target).draw();
        }
      }
    }, { rootMargin: '400px' });
    for (const { box } of pictures) watch.observe(box);
    addEventListener('beforeprint', () => pictures.forEach(({ draw }) => draw()));
  }

  const lookAt = (node) => {
    const target = node.closest('.life, .group, .cause, .misuse') || node;
    target.scrollIntoView({ block: 'start', behavior: 'instant' });
    node.focus({ preventScroll: true });
  };

  const life = (id) => {
    const index = Page.groupOfLife(id);
    const at = index < 0 ? Page.revealMisuse(id) : group(index);
    const box = at && [...at.closest('article').querySelectorAll('.life')]
      .find((node) => node.dataset.id === id);
    if (!box) return at;
    box.open = true;
    return box.querySelector('summary');
  };
  const group = (index) => (index < 0 ? null : Page.reveal({ index }) || Page.revealLoose(index));

  const target = (state) => {
    if (state.life) return life(state.life);
    if (state.group) return group(Page.groupIndex(state.group));
    return state.cause ? Page.reveal({ key: state.cause }) : null;
  };
  const wanted = ({ life: l, group: g, cause: c }) => l || g || c;

  Page.onState((state, before, fromUrl) => {
    if (!fromUrl) return;
    // Back closes what was opened last.
    if (before && before.cause && before.cause !== state.cause) Page.conceal({ key: before.cause });
    if (before && before.group && before.group !== state.group) {
      Page.conceal({ index: Page.groupIndex(before.group) });
    }
    if (!wanted(state) || (before && wanted(before) === wanted(state))) return;
    const node = target(state);
    if (!node) {
      Page.missing(wanted(state));
      return;
    }
    if (node.closest('[hidden]')) Page.go({ q: '', only: 'all' }, { replace: true });
    requestAnimationFrame(() => lookAt(node));
  });

  // A link may be to another page's leaks: say so, do not just do nothing.
  Page.missing = (name) => {
    const earlier = document.getElementById('missing');
    if (earlier) earlier.remove();
    const note = h('p', { id: 'missing', class: 'found none' },
      'The link leads to ', Page.own(name, 'code'), ', which this page does not have. ' +
      'It may be repaired, or not be among the examples.');
    document.getElementById('found').after(note);
    Page.announce(note.textContent);
  };

  // Anchors of the page itself leave what is looked at, and open what they lead to.
  document.addEventListener('click', (event) => {
    const link = event.target.closest('a[href^="#"]');
    const id = link && link.getAttribute('href').slice(1);
    if (!id || id.includes('=')) return;
    const to = document.getElementById(id);
    if (!to) return;
    event.preventDefault();
    to.scrollIntoView({ block: 'start' });
    to.tabIndex = -1;
    to.focus({ preventScroll: true });
  });

  const first = ['changes', 'causes', 'open', 'misuses', 'read'].find((id) =>
    !document.getElementById(id).hidden);
  document.querySelector('.skip').href = '#' + (first || 'main');
  if (first && first !== 'causes') {
    document.querySelector('.skip').textContent = 'Skip to what was found';
  }
  document.querySelector('.bar').hidden = false;
  document.querySelector('.skip').hidden = false;
  Page.start();
})();
