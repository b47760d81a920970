// A shipped case, assessed. The command's exit code is its answer to scripts; the demo succeeded when there was one.
import { spawnSync } from 'node:child_process';

const ANSWERS = [0, 10, 20];
const args = [
  'assess',
  'fixtures/incidents/database-intrusion.yaml',
  '--organization',
  'fixtures/organizations/university.yaml',
  '--as-of',
  '2024-06-30',
];
const { status } = spawnSync(process.execPath, ['cli/dist/main.js', ...args], { stdio: 'inherit' });
console.log(`\nzerenzhi ${args.join(' ')}: exit code ${status}`);
process.exitCode = status !== null && ANSWERS.includes(status) ? 0 : 1;
