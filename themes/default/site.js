// The one script of every page. Every page works in full without it: it keeps
// the choices of how the site looks, helps to leave quickly and to share a
// page. Its words stand in the pages, so that they can be translated.
(() => {
  'use strict';

  const root = document.documentElement;
  const find = (what, within = document) => within.querySelector(what);

  // How the site looks. A choice is a data attribute of <html>, where the style
  // sheet finds it, and stays on the device only.
  const choices = {
    look: ['light', 'dark', 'contrast'],
    size: ['big', 'biggest'],
    space: ['wide'],
    font: ['serif', 'plain'],
    pictures: ['off'],
  };

  // A browser can forbid storage, and then it throws.
  function storage(use) {
    try {
      return use(localStorage);
    } catch (forbidden) {
      return undefined;
    }
  }

  function keep(name, value) {
    return storage((kept) => {
      if (value) kept.setItem('yousaid-' + name, value);
      else kept.removeItem('yousaid-' + name);
      return true;
    });
  }

  function choose(name, value) {
    if ((root.dataset[name] || '') === value) return;
    if (value) root.dataset[name] = value;
    else delete root.dataset[name];
    if (name === 'look') colours(value);
    if (name === 'pictures') describe();
  }

  function recall() {
    for (const name in choices) {
      const value = storage((kept) => kept.getItem('yousaid-' + name) || '');
      if (value !== undefined) choose(name, choices[name].includes(value) ? value : '');
    }
  }

  // The colours for a dark or high-contrast device stand once in the style
  // sheet, under what the device asks for. A choice answers in its place.
  const asked = new Map();
  function colours(look) {
    const scheme = look === 'light' || look === 'dark' ? look : '';
    const answer = (yes) => (yes ? '(min-width: 0)' : '(max-width: 0)');
    const meta = find('meta[name=color-scheme]');
    if (meta) meta.content = scheme || 'light dark';
    for (const sheet of document.styleSheets) {
      let rules = [];
      try {
        rules = sheet.cssRules;
      } catch (foreign) {
        // the sheet of an extension
      }
      for (const rule of rules) {
        if (!rule.media) continue;
        if (!asked.has(rule)) asked.set(rule, rule.media.mediaText);
        const media = asked
          .get(rule)
          .replace(/\(prefers-color-scheme: ?(\w+)\)/g, (as, is) => (scheme ? answer(is === scheme) : as))
          .replace(/\(prefers-contrast: ?more\)/g, (as) => (look === 'contrast' ? answer(true) : as));
        if (rule.media.mediaText !== media) rule.media.mediaText = media;
      }
    }
  }

  // Without pictures their words are shown.
  function describe() {
    if (!root.dataset.pictures) return;
    for (const picture of document.querySelectorAll('img[alt], svg[aria-label]')) {
      const words = picture.alt || picture.getAttribute('aria-label');
      const next = picture.nextElementSibling;
      if (!words || (next && next.className === 'alt')) continue;
      const text = document.createElement('span');
      text.className = 'alt';
      text.textContent = words;
      picture.after(text);
    }
  }

  function display() {
    const form = find('[data-choices]');
    if (!form) return;
    const said = find('[role=status]', form);
    const tick = () => {
      for (const input of form.querySelectorAll('input')) input.checked = input.value === (root.dataset[input.name] || '');
    };
    form.addEventListener('change', ({ target }) => {
      choose(target.name, target.value);
      const kept = keep(target.name, target.value);
      const { page, usual, here } = said.dataset;
      said.textContent = target.labels[0].textContent.trim() + ': ' + (!target.value ? usual : kept ? here : page);
    });
    find('button', form).addEventListener('click', () => {
      for (const name in choices) {
        choose(name, '');
        keep(name, '');
      }
      tick();
      said.textContent = said.dataset.back;
    });
    addEventListener('pageshow', tick);
    tick();
    form.hidden = false;
  }

  function share() {
    const part = find('.share');
    if (!part) return;
    const address = find('.address', part);
    const said = find('[role=status]', part);
    const offer = (what, act) => {
      const button = find(what, part);
      if (!button) return;
      button.hidden = false;
      button.addEventListener('click', act);
    };
    const url = address.textContent;
    offer('[data-copy]', async () => {
      try {
        await navigator.clipboard.writeText(url);
        said.textContent = said.dataset.copied;
      } catch (forbidden) {
        getSelection().selectAllChildren(address);
        said.textContent = said.dataset.marked;
      }
    });
    if (navigator.share) offer('[data-send]', () => navigator.share({ title: find('h1').textContent, url }).catch(() => {}));
    offer('[data-print]', () => print());
  }

  // Leaving: the page is gone at once, however slow the next one is, and Back
  // does not lead to it. This waits for nothing, as somebody may have to leave
  // while the page still loads.
  let left = '';
  function leave() {
    const link = find('[data-leave]');
    if (link) left = link.href;
    if (!left) return;
    document.title = new URL(left).hostname;
    root.style.display = 'none';
    document.body.remove();
    location.replace(left);
  }

  document.addEventListener('click', (event) => {
    if (!event.target.closest('[data-leave]')) return;
    event.preventDefault();
    leave();
  });

  // Shift counts when it was pressed alone: not for a capital letter.
  let presses = 0;
  let alone = false;
  let wait;
  function count(n) {
    const said = find('.exit [role=status]');
    if (!said) return;
    presses = n;
    said.textContent = said.dataset[3 - n] || '';
    clearTimeout(wait);
    if (n === 3) leave();
    else if (n) wait = setTimeout(count, 5000, 0);
  }

  addEventListener('keydown', ({ key }) => {
    alone = key === 'Shift';
    if (!alone && presses) count(0);
  });
  addEventListener('keyup', ({ key }) => {
    if (key === 'Shift' && alone) count(presses + 1);
  });

  recall();
  addEventListener('pageshow', ({ persisted }) => {
    if (left) location.replace(left);
    else if (persisted) recall();
  });
  document.addEventListener('DOMContentLoaded', () => {
    const keys = find('[data-keys]');
    if (keys) keys.hidden = !matchMedia('(hover: hover)').matches;
    describe();
    display();
    share();
  });
})();
