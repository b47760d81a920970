// Loaded before the built command: ends it as `kill -9` does at one step of what it writes to files, so that a test
// reaches moments that are over in less than a millisecond. `KILL_AT` is the number of the step; a write has two, before
// it and with half of it done. Where nothing is killed, `STEPS_TO` is the file that the number of all steps goes to.
const fs = require('node:fs');
const { syncBuiltinESMExports } = require('node:module');
const { isMainThread } = require('node:worker_threads');

const { KILL_AT, STEPS_TO } = process.env;
let steps = 0;
const step = (half) => {
  if (++steps !== Number(KILL_AT)) return;
  half?.();
  process.kill(process.pid, 'SIGKILL');
};

/** What a call writes if it is killed in the middle. */
const HALVES = {
  writeSync: (write, [file, content]) => write(file, content.subarray(0, content.length >> 1)),
  writeFileSync: (write, [file, content, options]) => write(file, content.slice(0, content.length >> 1), options),
};
const OTHERS = [
  'openSync',
  'ftruncateSync',
  'fsyncSync',
  'fchmodSync',
  'linkSync',
  'renameSync',
  'rmSync',
  'unlinkSync',
];
const isReading = (name, [, flags]) => name === 'openSync' && (flags === undefined || flags === 'r');

if (isMainThread) {
  const plain = { ...fs };
  let inside = false;
  for (const name of [...Object.keys(HALVES), ...OTHERS])
    fs[name] = (...args) => {
      // What one of these does by another is a part of it.
      if (inside || isReading(name, args)) return plain[name](...args);
      inside = true;
      try {
        step();
        const half = HALVES[name];
        if (half) step(() => half(plain[name], args));
        return plain[name](...args);
      } finally {
        inside = false;
      }
    };
  syncBuiltinESMExports();
  if (STEPS_TO !== undefined) process.on('exit', () => plain.writeFileSync(STEPS_TO, String(steps)));
}
