// npm run bench [-- --full] [--keep] [--agreement N]: everything that docs/performance.md shows, in one run. `--full`
// adds 10^7 incidents;
// it keeps the results, and so does `--keep`.
import { cpus } from 'node:os';
import { aimsOf } from './aims.js';
import { type Authoring, authoringOf } from './authoring.js';
import { type InBrowser, inBrowser } from './browser.js';
import { coldStarts } from './cold-start.js';
import { type BenchCase, casesOf, EXPRESSIONS, type Peer, PROVISIONS } from './conditions.js';
import { type Install, installOf } from './install.js';
import { type JsonSizes, jsonSizes } from './json.js';
import { alternately, inOwnProcess } from './measure.js';
import { keep } from './page.js';
import { cedarPeer } from './peers/cedar.js';
import { handWrittenPeer } from './peers/hand-written.js';
import { jsonLogicEnginePeer } from './peers/json-logic-engine.js';
import { jsonRulesEnginePeer } from './peers/json-rules-engine.js';
import { publicodesPeer } from './peers/publicodes.js';
import { zenPeer } from './peers/zen.js';
import { assessPeer, everythingPeer, reasonsPeer, verdictsPeer } from './peers/zerenzhi.js';
import { zodJsonLogicPeer } from './peers/zod-json-logic.js';
import type { Questions } from './questions.js';
import { type Size, sizes } from './sizes.js';
import { tablesOf } from './tables.js';

export interface Stream {
  readonly incidents: number;
  readonly seconds: number;
  readonly perSecond: number;
  readonly peakMegabytes: number;
  readonly tableMegabytes?: number;
  readonly threads?: number;
  readonly counts: { readonly [status: string]: number };
}
export interface Results {
  /** A full run has streams and tables of 10^7 incidents. */
  readonly full: boolean;
  readonly machine: { readonly node: string; readonly cores: number; readonly processor: string };
  readonly provisions: number;
  readonly agreedOn: number;
  /** Microseconds for one incident. */
  readonly peers: { readonly [name: string]: number };
  /** Milliseconds from import to the first answer. */
  readonly coldStart: { readonly [name: string]: number };
  /** Nanoseconds for one provision, by the number of provisions. */
  readonly growth: { readonly [provisions: string]: number };
  readonly sizes: { readonly [entry: string]: Size };
  readonly json: JsonSizes;
  readonly install: Install;
  readonly stream: readonly Stream[];
  readonly view: readonly Stream[];
  readonly questions: readonly Questions[];
  readonly bulk: readonly Stream[];
  readonly authoring: Authoring;
  /** Absent where there is no browser. */
  readonly page?: InBrowser;
  readonly agreement: { readonly cases: number; readonly refused: number; readonly disagreements: number };
}

const full = process.argv.includes('--full');
const asked = process.argv.indexOf('--agreement');
const agreementCases = asked < 0 ? 20_000 : Number(process.argv[asked + 1]);
const cases = casesOf(1_000);
// biome-ignore lint/suspicious/noExplicitAny: peers answer in their own ways
const peers: Peer<any>[] = [
  handWrittenPeer,
  verdictsPeer(),
  jsonLogicEnginePeer(),
  assessPeer(),
  zodJsonLogicPeer(),
  reasonsPeer(),
  everythingPeer(),
  jsonRulesEnginePeer(),
  cedarPeer(),
  zenPeer(),
  publicodesPeer(cases.map(({ flat }) => flat)),
];

say(`the peers agree on ${cases.length} incidents`);
const agreedOn = await agree();
say('speed');
const speed = await alternately(peers.map(task));
say('cold start, size, growth');
const rules = JSON.stringify(
  [...EXPRESSIONS.keys()].map((type) => ({
    conditions: { all: [{ fact: 'a', operator: 'equal', value: true }] },
    event: { type },
  })),
);
const [coldStart, size] = [coldStarts(rules), await sizes()];
const growth = await inOwnProcess<Results['growth']>('growth');
const counts = [3, 4, 5, 6, ...(full ? [7] : [])].map((power) => String(10 ** power));
say('streams');
const stream = await inTurn(counts, (count) => inOwnProcess<Stream>('stream', count));
say('views');
const view = await inTurn(counts, (count) => inOwnProcess<Stream>('view', count));
say('questions');
const questions = await inOwnProcess<Results['questions']>('questions');
say('bulk');
const bulk = await inTurn(['0', '2'], (threads) => inOwnProcess<Stream>('bulk', full ? '200000' : '20000', threads));
say('authoring, page');
const authoring = authoringOf();
const page = await inBrowser();
say('agreement');
// Nothing is timed here, so both halves run at once.
const halves = await Promise.all(
  ['1', '2'].map((seed) => inOwnProcess<Results['agreement']>('agreement', seed, String(agreementCases / 2))),
);
const total = (of: keyof Results['agreement']) => halves.reduce((sum, half) => sum + half[of], 0);
const agreement = { cases: total('cases'), refused: total('refused'), disagreements: total('disagreements') };

const results: Results = {
  full,
  machine: { node: process.version, cores: cpus().length, processor: cpus()[0]?.model ?? 'unknown' },
  provisions: PROVISIONS.length,
  agreedOn,
  peers: Object.fromEntries(speed),
  coldStart,
  growth,
  sizes: size,
  json: jsonSizes(),
  install: installOf(),
  stream,
  view,
  questions,
  bulk,
  authoring,
  ...(page && { page }),
  agreement,
};
console.log(`${tablesOf(results)}\n\n${aimsOf(results)}`);
if (full || process.argv.includes('--keep')) keep(results);

function say(what: string): void {
  console.error(`… ${what}`);
}

async function inTurn<T, R>(list: readonly T[], run: (one: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (const one of list) results.push(await run(one));
  return results;
}

async function agree(): Promise<number> {
  for (const of of cases) {
    const answers = [];
    for (const peer of peers) answers.push([peer.name, [...peer.met(await peer.run(of))].sort().join(' ')] as const);
    const [[, first]] = answers as [[string, string]];
    const others = answers.filter(([, answer]) => answer !== first);
    if (others.length > 0) throw new Error(`${JSON.stringify(of.flat)}: ${first} but ${JSON.stringify(others)}`);
  }
  return cases.length;
}

/** A peer on as many of the cases as take it some milliseconds. */
// biome-ignore lint/suspicious/noExplicitAny: peers answer in their own ways
function task({ name, run, slow }: Peer<any>) {
  const some: BenchCase[] = cases.slice(0, slow ? 40 : 1_000);
  const isAsynchronous = run(some[0] as BenchCase) instanceof Promise;
  return {
    name,
    per: some.length,
    run: isAsynchronous
      ? async () => {
          for (const of of some) await run(of);
        }
      : () => {
          for (const of of some) run(of);
        },
  };
}
