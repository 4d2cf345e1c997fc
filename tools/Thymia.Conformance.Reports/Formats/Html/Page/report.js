// Shows what a square of the map stands for, filters the map, copies lines. Whatever a provider said gets into the page as
// text content alone.
(() => {
  'use strict';
  const $ = id => document.getElementById(id);

  // Some megabytes, and read when the first of them is asked for.
  let read;
  const exchanges = () => read ??= JSON.parse($('data').textContent);
  const dialog = $('exchange');
  const cells = [...document.querySelectorAll('button.cell')];
  const rows = [...document.querySelectorAll('.row')];

  const make = (tag, style, ...children) => {
    const element = document.createElement(tag);
    if (style) element.className = style;
    element.append(...children.filter(c => c !== null && c !== undefined));
    return element;
  };
  const say = text => { $('said').textContent = text; };

  // The exchange behind a square.
  const copyLine = (label, text) => {
    const button = make('button', 'quiet', 'Copy');
    button.type = 'button';
    button.dataset.copy = '';
    button.setAttribute('aria-label', `Copy the ${label} line`);
    const code = make('code', '', text);
    code.tabIndex = 0;
    return make('div', 'copy', make('span', 'label', label), code, button);
  };
  const block = (title, extra, text) => {
    const side = make('div', 'side', make('h3', '', title, ' ', extra));
    side.setAttribute('role', 'group');
    side.setAttribute('aria-label', title);
    const pre = make('pre', '', make('code', '', text));
    pre.tabIndex = 0;
    side.append(pre);
    return side;
  };
  const withHeaders = (headers, body) => (headers.length ? headers.join('\n') + '\n\n' : '') + (body ?? '');
  const labelled = (style, label, value) => make('p', style, make('span', 'soft', label), ' ', value);

  function show(index, opener) {
    const e = exchanges()[index];
    $('exchange-title').textContent = e.t;
    const status = e.s ? make('code', 'status s' + Math.floor(e.s / 100), String(e.s)) : '';
    const sign = make('span', 'cell ' + e.o, opener ? opener.textContent : '');
    sign.setAttribute('aria-hidden', 'true');
    const view = make('div', 'exchange',
      make('p', 'outcome', sign, make('b', '', e.w)),
      ...e.n.map(text => make('p', 'remark', text)),
      make('p', 'case', make('code', '', e.i)),
      e.c ? labelled('change', 'changed', make('code', '', e.c)) : null,
      labelled('expected', 'must be', e.e),
      make('div', 'two',
        block('Request', make('code', '', e.q), withHeaders(e.qh, e.qb ?? '(no body)')),
        block('Answer', make('span', '', status, ' ', make('span', 'soft', e.d ?? '')), e.s ? withHeaders(e.ah, e.ab) : '(none)')),
      e.k ? copyLine('curl', e.k) : null,
      e.p ? copyLine('reproduce', e.p) : null);
    $('exchange-body').replaceChildren(view);
    dialog.showModal();
    dialog.scrollTop = 0;
    history.replaceState(null, '', '#case=' + encodeURIComponent(e.i));
  }
  function showNone(cell) {
    $('exchange-title').textContent = cell.getAttribute('aria-label');
    $('exchange-body').replaceChildren(make('p', 'remark', 'This page holds no exchange of it: there was none, or there was no room. '
      + 'results.json has the case, and explain sends it again.'));
    dialog.showModal();
  }
  $('close').addEventListener('click', () => dialog.close());
  dialog.addEventListener('click', event => { if (event.target === dialog) dialog.close(); });
  dialog.addEventListener('close', () => history.replaceState(null, '', location.pathname + location.search));

  // The map: one tab stop, arrows within it.
  const isVisible = c => !c.hidden && !c.closest('.row').hidden;
  const visible = () => cells.filter(isVisible);
  let stop = null;
  function stopAt(cell) {
    if (stop) stop.tabIndex = -1;
    stop = cell ?? null;
    if (stop) stop.tabIndex = 0;
  }
  function focus(cell) {
    stopAt(cell);
    cell.focus();
  }
  const rest = () => {
    if (!stop || !isVisible(stop)) stopAt(cells.find(isVisible));
  };
  function beside(cell, key) {
    const all = visible();
    const at = all.indexOf(cell);
    if (key === 'ArrowRight') return all[at + 1];
    if (key === 'ArrowLeft') return all[at - 1];
    if (key === 'Home') return all[0];
    if (key === 'End') return all[all.length - 1];
    const down = key === 'ArrowDown';
    const row = cell.closest('.row');
    const others = down ? all.slice(at + 1) : all.slice(0, Math.max(at, 0)).reverse();
    const next = others.find(c => c.closest('.row') !== row)?.closest('.row');
    return next && all.find(c => c.closest('.row') === next);
  }
  document.addEventListener('keydown', event => {
    const cell = event.target.closest?.('button.cell');
    if (!cell || !['ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown', 'Home', 'End'].includes(event.key)) return;
    event.preventDefault();
    const next = beside(cell, event.key);
    if (next) focus(next);
  });

  // A square's name is its hint; said once in the page, it is enough.
  document.addEventListener('mouseover', event => {
    const cell = event.target.closest?.('button.cell');
    if (cell && !cell.title) cell.title = cell.getAttribute('aria-label');
  });

  // Filters.
  const chips = [...document.querySelectorAll('[data-filter]')];
  function filter() {
    const wanted = chips.filter(c => c.getAttribute('aria-pressed') === 'true').map(c => c.dataset.filter);
    const words = $('find').value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const row of rows) {
      const inRow = [...row.querySelectorAll('button.cell')];
      for (const cell of inRow) cell.hidden = wanted.length > 0 && !wanted.some(w => cell.classList.contains(w));
      const fits = words.every(w => row.dataset.text.includes(w));
      row.hidden = !fits || (wanted.length > 0 && inRow.every(c => c.hidden));
      if (!row.hidden) shown += inRow.filter(c => !c.hidden).length;
    }
    $('none').hidden = rows.some(r => !r.hidden);
    rest();
    say(shown === 1 ? '1 square shown' : shown + ' squares shown');
  }
  $('find').addEventListener('input', filter);

  document.addEventListener('click', async event => {
    const cell = event.target.closest('button.cell');
    const chip = event.target.closest('[data-filter]');
    const copy = event.target.closest('[data-copy]');
    if (cell) {
      focus(cell);
      if (cell.dataset.x) show(Number(cell.dataset.x), cell);
      else showNone(cell);
    } else if (chip) {
      chip.setAttribute('aria-pressed', String(chip.getAttribute('aria-pressed') !== 'true'));
      filter();
    } else if (copy) {
      await copyText(copy);
    }
  });

  async function copyText(button) {
    const code = button.parentElement.querySelector('code');
    try {
      await navigator.clipboard.writeText(code.textContent);
      button.textContent = 'Copied';
      say('Copied');
    } catch {
      // A page from a file may not have the clipboard: the text is chosen, one key copies it.
      getSelection().selectAllChildren(code);
      button.textContent = 'Press Ctrl+C';
      say('Chosen: press Control C to copy');
    }
    setTimeout(() => { button.textContent = 'Copy'; }, 2000);
  }

  // Colours: as the system, dark, light.
  const themes = ['system', 'dark', 'light'];
  const remember = theme => { try { localStorage.setItem('theme', theme); } catch { /* a file may have no store */ } };
  const recall = () => { try { return localStorage.getItem('theme') ?? 'system'; } catch { return 'system'; } };
  function apply(theme) {
    if (theme === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
    const label = 'Colours: ' + (theme === 'system' ? 'as the system' : theme);
    $('theme').setAttribute('aria-label', label);
    $('theme').title = label;
    $('theme').textContent = { system: '◐', dark: '●', light: '○' }[theme];
  }
  $('theme').addEventListener('click', () => {
    const now = document.documentElement.dataset.theme ?? 'system';
    const next = themes[(themes.indexOf(now) + 1) % themes.length];
    apply(next);
    remember(next);
  });

  apply(recall());
  rest();
  const asked = /^#case=(.+)$/.exec(location.hash);
  if (asked) {
    const index = exchanges().findIndex(e => e.i === decodeURIComponent(asked[1]));
    const opener = cells.find(c => Number(c.dataset.x) === index);
    if (index >= 0) show(index, opener);
  }
})();
