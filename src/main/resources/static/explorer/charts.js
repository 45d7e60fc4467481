// Draws each table that a canvas names: a column whose heading has a colour is a series.
(() => {
  const drawn = [];
  const draw = (canvas) => {
    const table = document.getElementById(canvas.dataset.table);
    const style = getComputedStyle(document.documentElement);
    const colour = (name) => style.getPropertyValue(name).trim();
    const rows = [...table.tBodies[0].rows];
    const series = [...table.tHead.rows[0].cells]
      .map((cell, index) => ({ cell, index }))
      .filter(({ cell }) => cell.dataset.colour);
    const lying = canvas.dataset.lying === 'true';
    canvas.parentElement.classList.toggle('lying', lying);
    if (lying) canvas.parentElement.style.height = `${90 + 34 * rows.length}px`;
    const grid = { ticks: { color: colour('--soft') }, grid: { color: colour('--line') } };
    const counts = { ...grid, beginAtZero: true, ticks: { ...grid.ticks, precision: 0 } };
    drawn.push(new Chart(canvas, {
      type: 'bar',
      data: {
        labels: rows.map((row) => row.cells[0].dataset.name || row.cells[0].textContent.trim()),
        datasets: series.map(({ cell, index }) => ({
          label: cell.textContent,
          data: rows.map((row) => Number(row.cells[index].textContent)),
          backgroundColor: colour(cell.dataset.colour),
          stack: cell.dataset.stack || cell.textContent,
        })),
      },
      options: {
        animation: false,
        maintainAspectRatio: false,
        indexAxis: lying ? 'y' : 'x',
        scales: lying ? { x: counts, y: grid } : { x: grid, y: counts },
        plugins: { legend: { display: series.length > 1, labels: { color: colour('--ink') } } },
      },
    }));
  };
  const all = () => {
    drawn.splice(0).forEach((chart) => chart.destroy());
    document.querySelectorAll('canvas[data-table]').forEach(draw);
  };
  addEventListener('DOMContentLoaded', all);
  // The colours are those of the theme.
  new MutationObserver(all).observe(document.documentElement, { attributes: true });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', all);
})();
