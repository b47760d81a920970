import { describe, expect, test } from 'vitest';
import { assessIncident, assessIncidents } from '../../src/index.js';

const asOf = '2024-06-30';
const secret = {
  occurredAt: '2024-05-06T08:00:00+08:00',
  leak: { occurred: true, 'own-persons': true, kinds: ['state-secret'] },
};
const records: unknown[] = [secret, { attak: {} }, {}, null, 'text', secret];

test('a stream gives what each incident gives alone, in order, and tells the bad ones with their place', () => {
  const results = [...assessIncidents(records, { asOf })];
  expect(results.map(({ position }) => position)).toEqual([0, 1, 2, 3, 4, 5]);
  expect(results.map(({ assessment, faults }) => assessment?.accountability.status ?? faults?.[0]?.code)).toEqual([
    'triggered',
    'input/unknown-key',
    'undetermined',
    'input/invalid-type',
    'input/invalid-type',
    'triggered',
  ]);
  expect(JSON.stringify(results[0]?.assessment)).toBe(JSON.stringify(assessIncident(secret as never, { asOf })));
  expect(results[1]?.faults).toMatchObject([{ path: 'attak', nearest: 'attack' }]);
});

describe('a record that cannot be read', () => {
  const { proxy: revoked, revoke } = Proxy.revocable({}, {});
  revoke();
  let reads = 0;
  const later = new Proxy(
    { id: '' },
    {
      ownKeys: (of) => {
        if (++reads > 1) throw new Error('second reading');
        return Reflect.ownKeys(of);
      },
    },
  );
  test.each([
    ['a revoked proxy', revoked],
    [
      'a proxy that throws',
      new Proxy(
        {},
        {
          ownKeys: () => {
            throw new Error('no');
          },
        },
      ),
    ],
    ['a proxy that throws inside', { attack: revoked }],
    ['a proxy that throws when its faults are looked for', later],
  ])('%s is a fault of that record, and the rest goes on', (_, record) => {
    const results = [...assessIncidents([record, secret], { asOf })];
    expect(results[0]?.faults).toMatchObject([{ code: 'input/not-plain-data', path: '' }]);
    expect(results[1]?.assessment?.accountability.status).toBe('triggered');
  });
});

test.each([['ab'], [undefined], [null], [7], [{}], [() => [{}]]])('%o is no stream', (records) => {
  expect(() => assessIncidents(records as never, { asOf })).toThrow('input/invalid-type');
});

test('an async stream gives the same', async () => {
  async function* arriving() {
    for (const record of records) yield await Promise.resolve(record);
  }
  const results = [];
  for await (const result of assessIncidents(arriving(), { asOf })) results.push(result);
  expect(JSON.stringify(results)).toBe(JSON.stringify([...assessIncidents(records, { asOf })]));
});

test('one record is asked for at a time', () => {
  let asked = 0;
  function* endless() {
    for (;;) {
      asked++;
      yield secret;
    }
  }
  const stream = assessIncidents(endless(), { asOf });
  stream.next();
  stream.next();
  expect(asked).toBe(2);
  stream.return();
});

test('options at fault are told at once', () => {
  expect(() => assessIncidents([], { asOf: 'soon' }).next()).toThrow('input/invalid-time');
  expect(() => assessIncidents([], { organization: { unitz: [] } as never }).next()).toThrow('input/unknown-key');
});
