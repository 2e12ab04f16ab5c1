// What the tests ask of a page. Each answer is a list of faults as a person
// would name them, so that an empty list means that all is well.
var look = {
  shift: 0,
  moved: [],
  blocked: [],
  uncovered: new WeakSet(), // what was hidden until a script showed it

  name(e) {
    const words = (e.innerText || e.getAttribute('aria-label') || '').trim().replace(/\s+/g, ' ').slice(0, 40);
    return e.localName + (e.id ? '#' + e.id : '') + [...e.classList].map((c) => '.' + c).join('') + (words ? ' “' + words + '”' : '');
  },

  all(selector, root = document) { return [...root.querySelectorAll(selector)]; },

  seen(e) { return e.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) && e.getClientRects().length > 0; },

  // What only screen readers get is one pixel large or clipped away.
  hidden(e) {
    for (let x = e; x; x = x.parentElement) {
      const s = getComputedStyle(x), r = x.getBoundingClientRect();
      if (s.clipPath !== 'none' || (s.overflow === 'hidden' && r.width <= 1 && r.height <= 1)) return true;
    }
    return false;
  },

  sideways() {
    const faults = [];
    const root = document.documentElement, width = root.clientWidth;
    if (root.scrollWidth > width) faults.push(`${root.scrollWidth} px wide in a window of ${width}`);
    for (const e of look.all('body *')) {
      if (!look.seen(e) || look.hidden(e)) continue;
      const box = e.getBoundingClientRect();
      if (box.width === 0 || (box.right <= width + 1 && box.left >= -1)) continue;
      let inside = false; // something that scrolls by itself, as a wide table
      for (let x = e.parentElement; x && x !== document.body; x = x.parentElement) inside ||= /auto|scroll/.test(getComputedStyle(x).overflowX);
      if (!inside) faults.push(`${look.name(e)} reaches from ${Math.round(box.left)} to ${Math.round(box.right)}`);
    }
    return faults.slice(0, 5);
  },

  // Text that its own box, or one around it, cuts off.
  cut() {
    return look.all('body *').filter((e) => {
      const s = getComputedStyle(e);
      if (!look.seen(e) || look.hidden(e) || !e.innerText?.trim()) return false;
      const across = /hidden|clip/.test(s.overflowX) && e.scrollWidth > e.clientWidth + 1;
      const down = /hidden|clip/.test(s.overflowY) && e.scrollHeight > e.clientHeight + 1;
      return across || down;
    }).map(look.name).slice(0, 5);
  },

  // Two pieces of text that lie on one another, or text outside of its coloured box.
  spills() {
    return look.all('body *').filter((e) => {
      const s = getComputedStyle(e);
      if (!look.seen(e) || look.hidden(e) || s.display === 'inline' || !e.innerText?.trim()) return false;
      return (s.backgroundColor !== 'rgba(0, 0, 0, 0)' || s.borderBlockEndStyle !== 'none') && s.overflowY === 'visible' && e.scrollHeight > e.clientHeight + 2 && e.clientHeight > 0 && e.localName !== 'html' && e.localName !== 'body';
    }).map((e) => `${look.name(e)} is ${e.clientHeight} px high and holds ${e.scrollHeight}`).slice(0, 5);
  },

  controls: 'a[href], button, input:not([type=hidden]), select, textarea, summary, audio[controls], video[controls], [tabindex]:not([tabindex^="-"])',

  // A link in a line of text may be as high as the line.
  inText(e) {
    if (getComputedStyle(e).display !== 'inline') return false;
    const around = e.parentElement.closest('p, li, dd, td, blockquote, figcaption, div, h1, h2, h3');
    return !!around && around.innerText.trim().length > e.innerText.trim().length + 3;
  },

  // The window has to be as high as the page: a part that cannot be hit has no size.
  small() {
    const least = 44;
    const belongs = (e, x, y) => {
      const hit = document.elementFromPoint(x, y);
      return !!hit && (e.contains(hit) || (e.labels && [...e.labels].some((l) => l.contains(hit))));
    };
    const faults = [];
    for (const e of look.all(look.controls)) {
      if (!look.seen(e) || look.hidden(e) || e.matches('.skip') || look.inText(e)) continue;
      const box = e.getBoundingClientRect();
      if (box.width >= least - .5 && box.height >= least - .5) continue;
      const x = box.left + box.width / 2, y = box.top + box.height / 2;
      const reach = (dx, dy) => { let n = 0; while (n < least && belongs(e, x + dx * (n + 1), y + dy * (n + 1))) n++; return n; };
      const width = 1 + reach(-1, 0) + reach(1, 0), height = 1 + reach(0, -1) + reach(0, 1);
      if (width < least - 1 || height < least - 1) faults.push(`${look.name(e)} is ${width} by ${height}`);
    }
    return faults.slice(0, 8);
  },

  structure() {
    const faults = [];
    const one = (what, list) => { if (list.length !== 1) faults.push(`${list.length} ${what}`); };
    one('h1', look.all('h1'));
    one('main', look.all('main'));
    one('page header', look.all('body > header'));
    one('page footer', look.all('body > footer'));
    if (!document.querySelector('main h1')) faults.push('the h1 is not in main');
    if (!document.title.trim()) faults.push('no title');
    if (!document.documentElement.lang) faults.push('no language');
    const names = look.all('nav').filter(look.seen).map((n) => n.getAttribute('aria-label') || document.getElementById(n.getAttribute('aria-labelledby'))?.innerText || '');
    if (names.includes('')) faults.push('a nav has no name');
    if (new Set(names).size < names.length) faults.push('two navs have one name: ' + names.join(', '));
    let last = 0;
    for (const h of look.all('h1, h2, h3, h4, h5, h6').filter(look.seen)) {
      const level = +h.localName[1];
      if (level > last + 1) faults.push(`${look.name(h)} comes after a heading of level ${last}`);
      if (!h.innerText.trim()) faults.push('an empty ' + h.localName);
      last = level;
    }
    const ids = look.all('[id]').map((e) => e.id);
    for (const id of new Set(ids)) if (ids.filter((x) => x === id).length > 1) faults.push(`the id ${id} stands more than once`);
    for (const a of look.all('a[href^="#"]')) if (!document.getElementById(a.hash.slice(1))) faults.push(`${look.name(a)} leads nowhere on the page`);
    return faults;
  },

  // Every word that a reader sees, but for controls and what a script has uncovered.
  words() {
    const list = [];
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const e = node.parentElement;
      if (e.closest('script, style, noscript, button, select, textarea') || !look.seen(e)) continue;
      let uncovered = false;
      for (let x = e; x; x = x.parentElement) uncovered ||= look.uncovered.has(x);
      if (uncovered) continue;
      list.push(...(node.data.toLowerCase().match(/[\p{L}\p{N}’']+/gu) || []));
    }
    return list;
  },

  moves(longest) {
    const faults = document.getAnimations().map((a) => 'an animation runs: ' + (a.animationName || a.transitionProperty || ''));
    for (const e of look.all('*')) {
      for (const part of [null, '::before', '::after']) {
        const s = getComputedStyle(e, part);
        const times = (s.transitionDuration + ',' + s.animationDuration).split(',').map(parseFloat);
        if (Math.max(...times) * 1000 > longest) faults.push(`${look.name(e)} moves for ${Math.max(...times)} s`);
        if (part === null && longest < 1 && s.scrollBehavior === 'smooth') faults.push(`${look.name(e)} scrolls smoothly`);
      }
    }
    return faults.slice(0, 5);
  },

  // On paper: black on white, and nothing that only a screen can use.
  ink() {
    const faults = [];
    const white = (c) => c === 'rgb(255, 255, 255)' || /, 0\)$/.test(c);
    for (const e of look.all('body, body *')) {
      if (!look.seen(e) || e.closest('svg')) continue;
      const s = getComputedStyle(e);
      const text = [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim());
      if (text && s.color !== 'rgb(0, 0, 0)') faults.push(`${look.name(e)} is printed in ${s.color}`);
      if (!white(s.backgroundColor)) faults.push(`${look.name(e)} is printed on ${s.backgroundColor}`);
      if (s.backgroundImage !== 'none' && /rgba?\((?!255, 255, 255|0, 0, 0)/.test(s.backgroundImage)) faults.push(`${look.name(e)} is printed on ${s.backgroundImage}`);
      if (s.position === 'fixed') faults.push(`${look.name(e)} is on every sheet`);
    }
    for (const e of look.all('nav, button, input, select, audio, video, .skip')) if (look.seen(e)) faults.push(`${look.name(e)} is printed`);
    return faults.slice(0, 8);
  },

  storage: async () => [
    ...(document.cookie ? ['cookie ' + document.cookie] : []),
    ...Object.keys(localStorage).map((k) => 'localStorage ' + k),
    ...Object.keys(sessionStorage).map((k) => 'sessionStorage ' + k),
    ...(await indexedDB.databases()).map((d) => 'indexedDB ' + d.name),
    ...(isSecureContext ? (await caches.keys()).map((k) => 'cache ' + k) : []),
    ...(isSecureContext ? (await navigator.serviceWorker.getRegistrations()).map((r) => 'service worker ' + r.scope) : []),
  ],

  // Where Tab can stop, in the order of the page.
  stops() {
    look.order = look.all(look.controls).filter((e) => look.seen(e) && !e.disabled && e.tabIndex >= 0 && (e.type !== 'radio' || e.checked)); // of radio buttons the picked one
    return look.order.map(look.name);
  },

  stop() {
    const e = document.activeElement;
    if (!e || e === document.body) return null;
    const box = e.getBoundingClientRect();
    const x = Math.min(Math.max((box.left + box.right) / 2, 0), innerWidth - 1), y = Math.min(Math.max((box.top + box.bottom) / 2, 0), innerHeight - 1);
    const hit = document.elementFromPoint(x, y);
    const kind = (n) => n ? n.localName + '.' + [...n.classList].sort().join('.') : '';
    return {
      at: look.order.indexOf(e), name: look.name(e), kind: [e, e.parentElement, e.parentElement?.parentElement].map(kind).join(' < '),
      left: box.left + scrollX, right: box.right + scrollX, top: box.top + scrollY, bottom: box.bottom + scrollY,
      away: box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth || box.width < 1 || box.height < 1,
      covered: hit && !e.contains(hit) && !hit.contains(e) ? look.name(hit) : '',
      fixed: (() => { for (let n = e; n; n = n.parentElement) if (/fixed|sticky/.test(getComputedStyle(n).position)) return true; return false; })(),
    };
  },

  style(text) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets = [sheet];
  },

  async axe(tags) {
    // axe asks for the colour of letters by a name under which Chromium tells
    // the colour that they had before the reader's colours were forced on them.
    const get = CSSStyleDeclaration.prototype.getPropertyValue;
    CSSStyleDeclaration.prototype.getPropertyValue = function (name) { return get.call(this, name === '-webkit-text-fill-color' ? 'color' : name); };
    const result = await axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'], elementRef: false });
    CSSStyleDeclaration.prototype.getPropertyValue = get;
    return result.violations.map((v) => `${v.id} (${v.help}), ${v.nodes.length} times: ${v.nodes[0].target.join(' ')} ${[...v.nodes[0].any, ...v.nodes[0].all, ...v.nodes[0].none].map((c) => c.message).join('; ')}`);
  },
};

new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) {
    if (entry.hadRecentInput) continue;
    look.shift += entry.value;
    for (const { node, previousRect: was, currentRect: is } of entry.sources) look.moved.push(`${node ? look.name(node.nodeType === 1 ? node : node.parentElement) : 'what is gone'}: ${JSON.stringify(was)} to ${JSON.stringify(is)}`);
  }
}).observe({ type: 'layout-shift', buffered: true });
document.addEventListener('securitypolicyviolation', (e) => look.blocked.push(`${e.effectiveDirective} ${e.blockedURI} ${e.sample}`));
new MutationObserver((changes) => {
  for (const change of changes) if (change.oldValue !== null) look.uncovered.add(change.target);
}).observe(document, { subtree: true, attributes: true, attributeFilter: ['hidden'], attributeOldValue: true });
