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

  document.querySelectorAll('form[data-most]').forEach((form) => {
    const most = Number(form.dataset.most);
    form.addEventListener('submit', (event) => {
      const file = form.querySelector('input[type=file]');
      const text = form.querySelector('textarea');
      const chosen = file && file.files[0];
      const size = chosen ? chosen.size : new Blob([text ? text.value : '']).size;
      const problem = form.querySelector('.problem');
      problem.hidden = size <= most;
      if (size > most) {
        event.preventDefault();
        problem.textContent = `This is ${(size / 1048576).toFixed(1)} MB; at most ${(most / 1048576).toFixed(0)} MB are read. Send fewer resources.`;
      }
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
})();
