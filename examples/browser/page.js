// The page: starts the worker, shows how far it is, then its table. Run `npx vite examples/browser` and open what it names.
const [fitButton, stopButton] = ['fit', 'stop'].map((id) => document.getElementById(id));
const [state, progress, fingerprint] = ['state', 'progress', 'fingerprint'].map((id) =>
  document.getElementById(id),
);
const table = document.querySelector('table');

let worker;

fitButton.addEventListener('click', () => {
  worker = new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });
  worker.addEventListener('message', ({ data }) => show(data));
  worker.addEventListener('error', ({ message }) => end(`The worker failed: ${message}`));
  running(true);
  state.textContent = 'Fitting…';
  worker.postMessage({ mode: 'quick', seed: 1 });
});

// Ending the worker is all it takes: the engine holds nothing outside it.
stopButton.addEventListener('click', () => end('Stopped.'));

function show({ fraction, channels, convergence, truth, fingerprint: found, failed }) {
  if (failed) return end(failed);
  if (fraction !== undefined) {
    progress.value = fraction;
    return;
  }
  table.tBodies[0].replaceChildren(...channels.map((channel) => rowOf(channel, truth)));
  table.hidden = false;
  fingerprint.textContent = found;
  progress.value = 1;
  end(convergence.passed ? 'Converged.' : 'Not converged: these numbers must not be used.');
}

function rowOf({ name, label, roas }, truth) {
  const row = document.createElement('tr');
  const real = truth.channels.find((channel) => channel.column === name);
  const [low, high] = roas.hdi94;
  const cells = [
    label,
    roas.mean.toFixed(2),
    `${low.toFixed(2)} to ${high.toFixed(2)}`,
    real.roas.toFixed(2),
  ];
  for (const text of cells) row.insertCell().textContent = text;
  return row;
}

function end(text) {
  worker?.terminate();
  running(false);
  state.textContent = text;
}

function running(yes) {
  fitButton.disabled = yes;
  stopButton.disabled = !yes;
}
