// What needs a browser: the theme, copying, reading a chosen file's size, and telling of failures.
(() => {
  const root = document.documentElement;
  const isDark = () => root.dataset.theme
    ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  const button = document.getElementById('theme');
  if (button) {
    const name = () => { button.textContent = isDark() ? 'Light' : 'Dark'; };
    button.hidden = false;
    name();
    button.addEventListener('click', () => {
      root.dataset.theme = isDark() ? 'light' : 'dark';
      try { localStorage.setItem('theme', root.dataset.theme); } catch { /* Only for this page. */ }
      name();
    });
  }

  const showCopies = (within) => within.querySelectorAll('[data-copy]').forEach((copy) => { copy.hidden = !navigator.clipboard; });
  showCopies(document);
  document.addEventListener('click', async (event) => {
    const copy = event.target.closest('[data-copy]');
    if (!copy) return;
    await navigator.clipboard.writeText(document.getElementById(copy.dataset.copy).textContent);
    copy.textContent = 'Copied';
    setTimeout(() => { copy.textContent = 'Copy'; }, 1500);
  });

  // A file is read here and sent as text; what would be refused is not sent.
  document.querySelectorAll('form[data-most]').forEach((form) => {
    const most = Number(form.dataset.most);
    const megabytes = (bytes) => (bytes / 1048576).toFixed(1);
    form.addEventListener('submit', async (event) => {
      const file = form.querySelector('input[type=file]');
      const text = form.querySelector('textarea');
      const problem = form.querySelector('.problem');
      const refuse = (bytes) => {
        event.preventDefault();
        problem.hidden = false;
        problem.textContent = `As it is sent this is ${megabytes(bytes)} MB; at most ${megabytes(most)} MB are received. Send fewer resources.`;
      };
      problem.hidden = true;
      const chosen = file && file.files[0];
      if (chosen) {
        event.preventDefault();
        if (chosen.size > most) return refuse(chosen.size);
        text.value = await chosen.text();
        file.value = '';
        return form.requestSubmit();
      }
      const encoded = new URLSearchParams(new FormData(form)).toString().length;
      if (encoded > most) refuse(encoded);
    });
  });

  // The radio buttons of the cards keep their place when an answer is replaced.
  document.addEventListener('htmx:beforeSwap', () => {
    const chosen = document.querySelector('#answer input[name=moment]:checked');
    root.dataset.moment = chosen ? chosen.id : '';
  });
  document.addEventListener('htmx:afterSettle', (event) => {
    const chosen = root.dataset.moment && document.getElementById(root.dataset.moment);
    if (chosen) chosen.checked = true;
    showCopies(document);
  });
  document.addEventListener('htmx:sendError', () => {
    const headline = document.querySelector('.headline');
    if (headline) headline.textContent = 'The service could not be reached; what is shown is the answer before.';
  });
  const reset = document.getElementById('reset');
  if (reset) reset.addEventListener('click', () => {
    document.querySelectorAll('#questions select').forEach((select) => { select.value = ''; });
    document.querySelectorAll('#questions input').forEach((input) => { input.value = ''; });
  });

  // Many karyotypes are sent in parts, so that the page can tell how far they are.
  const many = document.getElementById('many-form');
  if (many) many.addEventListener('submit', async (event) => {
    event.preventDefault();
    const chosen = document.getElementById('csv').files[0];
    const text = chosen ? await chosen.text() : document.getElementById('lines').value;
    const records = [];
    let record = '';
    for (const line of text.split(/\r?\n/)) {
      record = record ? record + '\n' + line : line;
      if ((record.match(/"/g) || []).length % 2 === 0) {
        if (record.trim()) records.push(record);
        record = '';
      }
    }
    const heading = /(^|[,;\t"])\s*(karyotype|iscn)\s*("|,|;|\t|$)/i.test(records[0] || '') ? records.shift() : '';
    const rows = document.getElementById('many-rows');
    const said = document.getElementById('many-said');
    const bar = document.getElementById('many-bar');
    rows.replaceChildren();
    document.getElementById('many-progress').hidden = false;
    document.getElementById('many-table').hidden = false;
    bar.max = Math.max(1, records.length);
    bar.value = 0;
    said.textContent = records.length ? '' : 'No line was sent.';
    for (let at = 0; at < records.length; at += 100) {
      const part = records.slice(at, at + 100);
      const body = new URLSearchParams({ lines: (heading ? heading + '\n' : '') + part.join('\n') });
      const answer = await fetch(many.action, { method: 'POST', body, headers: { Accept: 'text/fragment, text/html' } }).catch(() => null);
      if (!answer || !answer.ok) {
        said.textContent = `The service stopped answering after ${at} karyotypes; what was read stands below.`;
        return;
      }
      rows.insertAdjacentHTML('beforeend', await answer.text());
      bar.value = at + part.length;
      said.textContent = `${bar.value} of ${records.length} read`;
    }
    document.getElementById('many-save').hidden = rows.children.length === 0;
  });
  const save = document.getElementById('many-save');
  if (save) save.addEventListener('click', () => {
    const cell = (text) => '"' + text.replace(/^[\p{Z}\p{Cc}\p{Cf}]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/u, "'$&").replaceAll('"', '""') + '"';
    const table = [...document.querySelectorAll('#many-table tr')].map((row) => [...row.cells].map((one) => cell(one.textContent)).join(',')).join('\r\n');
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([table], { type: 'text/csv' }));
    link.download = 'karyotypes.csv';
    link.click();
    URL.revokeObjectURL(link.href);
  });
})();
