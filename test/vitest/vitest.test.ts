import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { assessIncident, createPolicy, ZerenzhiError } from '../../src/index.js';
import { describeScenarios, matchers } from '../../src/vitest/index.js';

// Scenarios and assessments in the tests of whoever interprets the rules.

describeScenarios('test/second-regulation');

expect.extend(matchers);

const leak = assessIncident({ occurredAt: '2024-03-01', leak: { occurred: true, kinds: ['state-secret'] } });
const none = assessIncident({ occurredAt: '2024-03-01', leak: { occurred: false } });
/** What a matcher says where it fails. */
function messageOf(expectation: () => void): string {
  try {
    expectation();
  } catch (error) {
    return (error as Error).message;
  }
  return 'it holds';
}

describe('matchers', () => {
  test('a provision is met, unmet or open, and each is told from the others', () => {
    const ruled = { policy: createPolicy({ rulings: { 'art9.p2.i3.leak': 'any-loss' } }) };
    const met = assessIncident(
      { occurredAt: '2024-03-01', units: [{ part: true }], leak: { occurred: true, kinds: ['state-secret'] } },
      ruled,
    );
    expect(met).toMeet('art9.p2.i3');
    expect(none).toFailToMeet('art9.p2.i3');
    expect(leak).toLeaveOpen('art9.p2.i3');
    for (const other of [none, leak]) expect(other).not.toMeet('art9.p2.i3');
    for (const other of [met, leak]) expect(other).not.toFailToMeet('art9.p2.i3');
    for (const other of [met, none]) expect(other).not.toLeaveOpen('art9.p2.i3');
  });

  test('what a finding turns on', () => {
    expect(leak).toTurnOn('art9.p2.i3.leak');
    expect(leak).toTurnOn('art9.p2.i3.leak', 'art9.p2.i3');
    expect(leak).not.toTurnOn('art9.p2.i3.leak', 'art9.p2.i4');
    expect(none).not.toTurnOn('art9.p2.i3.leak');
  });

  test('one that fails says why', () => {
    expect(messageOf(() => expect(none).toMeet('art9.p2.i3'))).toMatch(/^art9\.p2\.i3 is unmet\n[\s\S]*数据外泄.*：否/);
    expect(messageOf(() => expect(leak).toTurnOn('serious-incident', 'art9.p2.i3'))).toContain('art9.p2.i3.leak');
  });
});

test('a table with a fault is refused before anything is run', () => {
  expect(() => describeScenarios('test/no-such-table.yaml')).toThrow(ZerenzhiError);
});

test('a scenario that fails fails its test, with the line and the words lit', () => {
  const root = mkdtempSync(join(tmpdir(), 'interpretations-'));
  cpSync('test/second-regulation', join(root, 'fire'), { recursive: true });
  const table = join(root, 'fire/scenarios/fire.yaml');
  writeFileSync(table, readFileSync(table, 'utf8').replace('art2.fire: met', 'art2.fire: unmet'));
  writeFileSync(
    join(root, 'fire.test.mjs'),
    `import { describeScenarios } from ${JSON.stringify(resolve('dist/vitest.js'))};\ndescribeScenarios('fire', { lang: 'en' });\n`,
  );
  const { status, stdout, stderr } = spawnSync(
    'node',
    [resolve('node_modules/vitest/vitest.mjs'), 'run', '--root', root, '--reporter', 'json'],
    { encoding: 'utf8', cwd: root },
  );
  expect(status, stderr).toBe(1);
  const report = JSON.parse(stdout);
  expect([report.numPassedTests, report.numFailedTests]).toEqual([2, 1]);
  const [failed] = report.testResults[0].assertionResults.filter(
    (each: { status: string }) => each.status === 'failed',
  );
  expect(failed.title).toBe('发生大火并且堵塞出口的，追究第一责任人。');
  expect(failed.failureMessages[0]).toMatch(/fire\.yaml:1 [\s\S]*expected unmet, came met[\s\S]*发生\[● 大火\]/);
});
