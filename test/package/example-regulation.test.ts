import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { runHere, workspace } from '../support/command.js';

// The regulation of another field in examples/ is one that authors may begin from: it passes, and every command reads it.

const FOLDER = 'examples/chemical-safety';
const documents = `${FOLDER}/documents`;
const organization = ['-o', `${documents}/organization.yaml`];
const judged = ['--regulation', FOLDER, '--as-of', '2026-06-30', '--profile', 'office-practice'];
const incident = `${documents}/incident.yaml`;
const { at } = workspace();
const english = (...args: string[]) => runHere([...args, '--lang', 'en']);

test('it passes the check, with nothing to note', async () => {
  const { status, stdout } = await english('check', FOLDER, '--strict');
  expect([status, stdout.split('\n')[0]]).toEqual([0, 'no faults']);
});

test('its scenarios hold and leave nothing out', async () => {
  const { status, stdout } = await english('test', FOLDER, '--coverage');
  expect(status).toBe(0);
  expect(stdout).toContain('0 failed');
  const [, exercised = ''] = stdout.trimEnd().split('exercised: ');
  const shares = [...exercised.matchAll(/(\d+)\/(\d+)/g)];
  expect(shares).toHaveLength(4);
  for (const [, turned, of] of shares) expect(turned).toBe(of);
  expect(exercised).not.toContain('\n');
});

describe('commands', () => {
  test.each<[string[], number, string]>([
    [['assess', incident, ...organization, ...judged], 10, 'accountability is triggered (Art. 7 ¶1 (2), Art. 8)'],
    [
      ['explain', incident, ...organization, ...judged, '--provision', '8'],
      0,
      '4 hours 20 minutes (required: > 2 hours)',
    ],
    [['settle', incident, ...judged, '--provision', '7.1.3'], 20, 'Was the scene destroyed?'],
    [['memo', incident, ...organization, ...judged], 10, 'Measures for Chemical Safety in Laboratories (made up)'],
    [
      ['obligations', `${documents}/unit.yaml`, ...judged, '--overlay', `${documents}/overlay.yaml`],
      10,
      "by the unit's own value: regular inspection of equipment",
    ],
    [
      ['chain', '--unit', 'analysis-lab', ...organization, '--regulation', FOLDER, '--as-of', '2026-06-30'],
      20,
      'vacant',
    ],
    [['articles', '7', '--incident', incident, ...judged], 0, '（二）[● 危险化学品大量泄漏]的；'],
    [['facts', 'spill', '--regulation', FOLDER], 0, 'spill.litres'],
    [['terms', '--regulation', FOLDER], 0, 'regular-spot-check'],
    [['questions', '--regulation', FOLDER], 0, 'both; either'],
    [['ledger', FOLDER], 0, 'art4.p1.i4.two-locks'],
    [['schemas', FOLDER, '--output', at('schemas')], 0, 'article.json'],
    [['check', `${documents}/overlay.yaml`, ...judged.slice(0, 2), ...judged.slice(4)], 0, '1 duty added'],
    [['interview', '--help'], 0, '--regulation'],
  ])('%s', async (args, code, line) => {
    const { status, stdout, stderr } = await english(...args);
    expect([status, stderr]).toEqual([code, '']);
    expect(stdout).toContain(line);
  });

  test('record and replay', async () => {
    const { status, stdout } = await english('record', incident, ...organization, ...judged);
    expect(status).toBe(0);
    writeFileSync(at('record.json'), stdout);
    const replayed = await english('replay', at('record.json'), '--regulation', FOLDER);
    expect([replayed.status, replayed.stdout.split('\n')[0]]).toEqual([0, 'all is as it was recorded']);
  });

  test('diff against a copy with a stricter value', async () => {
    const changed = at('changed');
    cpSync(FOLDER, changed, { recursive: true });
    const profile = `${changed}/profiles/office-practice.yaml`;
    writeFileSync(profile, readFileSync(profile, 'utf8').replace('litres: 5', 'litres: 3'));
    const { status, stdout } = await english('diff', FOLDER, changed);
    expect(status).toBe(10);
    expect(stdout).toContain('large-spill: litres: [-5-]{+3+}');
    expect(stdout).toContain('before: unmet; after: met');
    expect((await english('diff', FOLDER, FOLDER)).status).toBe(0);
  });
});
