import type { FileCode } from '../../diagnostics/diagnostics.js';
import { timesIn } from '../../regulation/governing.js';
import { callOf, intervalOf } from '../../regulation/rhythm.js';
import { STEPS } from '../../regulation/rule-names.js';
import type { Article, Consequence, Provision, Regulation } from '../../regulation/schema.js';
import type { Fault } from './fault.js';

/** The names by which a provision refers to bearers, bodies, facts, terms and other provisions. */
export function checkReferences(
  regulation: Regulation,
  article: Article,
  provision: Provision,
  path: string,
  fault: Fault,
): void {
  const known = (code: FileCode, name: string | undefined, among: object, at: string) => {
    if (name !== undefined && !Object.hasOwn(among, name))
      fault(code, `${path}.${at}`, { value: name, among: Object.keys(among) });
  };
  if ('bearer' in provision) known('rule/unknown-bearer', provision.bearer, regulation.bearers, 'bearer');
  if (provision.kind === 'accountability') {
    known('rule/unknown-bearer', provision.breachOf, regulation.bearers, 'breachOf');
    known('rule/unknown-consequence', provision.then, article.consequences ?? {}, 'then');
    const governing = [
      ...(provision.governedBy ? [['governedBy', provision.governedBy] as const] : []),
      ...(provision.limbs ?? []).map(({ governedBy }, i) => [`limbs[${i}].governedBy`, governedBy] as const),
    ];
    const instants = Object.fromEntries(Object.entries(regulation.facts).filter(([, { type }]) => type === 'instant'));
    for (const [at, governedBy] of governing) {
      if (typeof governedBy === 'object' && 'question' in governedBy)
        checkReadings(regulation, governedBy, `${path}.${at}`, fault);
      for (const time of timesIn(governedBy)) {
        const { status, ...rest } =
          typeof time === 'string' ? { time, status: undefined } : { status: undefined, ...time };
        for (const moment of Object.values(rest)) known('rule/unknown-fact', moment, instants, at);
        known('rule/unknown-fact', status, regulation.facts, at);
      }
    }
  }
  if (provision.kind === 'duty') {
    const call = callOf(provision);
    if (typeof provision.per === 'object')
      known('rule/unknown-bearer', provision.per.other, regulation.bearers, 'per.other');
    known('rule/unknown-term', intervalOf(provision), regulation.terms, 'rhythm.every');
    known('rule/unknown-name', call?.to, regulation.bodies, 'rhythm.incident.to');
    known('rule/unknown-fact', call?.status, regulation.facts, 'rhythm.incident.status');
    known('rule/unknown-consequence', call?.follows, article.consequences ?? {}, 'rhythm.incident.follows');
    known('rule/unknown-fact', call?.at, regulation.facts, 'rhythm.incident.at');
  }
  if (provision.kind === 'designation') {
    known('rule/unknown-name', provision.body, regulation.bodies, 'body');
    known('rule/unknown-name', provision.seat, regulation.bodies, 'seat');
    provision.post?.roles.forEach((role, i) => {
      known('rule/unknown-name', role, regulation.roles, `post.roles[${i}]`);
    });
    const { several: question, readings = {} } = provision.post ?? {};
    if (question !== undefined) checkReadings(regulation, { question, readings }, `${path}.post`, fault, 'several');
  }
  if (provision.kind === 'power') {
    known('rule/unknown-name', provision.holder, { ...regulation.bodies, ...regulation.bearers }, 'holder');
    // Who makes rules of its own is told from others by what a bearer is.
    if (provision.ownRules) known('rule/unknown-bearer', provision.holder, regulation.bearers, 'holder');
    provision.to?.forEach((body, i) => {
      known('rule/unknown-name', body, regulation.bodies, `to[${i}]`);
    });
    provision.about?.affiliations.forEach((affiliation, i) => {
      known('rule/unknown-name', affiliation, regulation.affiliations ?? {}, `about.affiliations[${i}]`);
    });
    const all = regulation.articles.flatMap(({ provisions }) => provisions);
    const accountable = all.filter(({ kind }) => kind === 'accountability').map(({ id }) => [id, true] as const);
    for (const id of Object.keys(provision.about?.unless ?? {}))
      known('rule/unknown-name', id, Object.fromEntries(accountable), `about.unless.${id}`);
  }
}

/** What comes of a provision: by whom, and whom it reaches by each reading where that is a point of reading. */
export function checkConsequence(regulation: Regulation, { by, trace }: Consequence, path: string, fault: Fault): void {
  const known = (name: string | undefined, among: readonly string[], at: string) => {
    if (name !== undefined && !among.includes(name)) fault('rule/unknown-name', at, { value: name, among });
  };
  known(by, Object.keys(regulation.bodies), `${path}.by`);
  if ('question' in trace) checkReadings(regulation, trace, `${path}.trace`, fault);
  for (const step of 'question' in trace ? Object.values(trace.readings).flat() : trace)
    known(step, STEPS, `${path}.trace`);
}

interface ByReading {
  readonly question: string;
  readonly readings: object;
}

/** A point of reading has something for each reading of its question, and for no other. */
function checkReadings(
  { questions }: Regulation,
  { question, readings }: ByReading,
  path: string,
  fault: Fault,
  key = 'question',
): void {
  if (!Object.hasOwn(questions, question))
    return fault('rule/unknown-question', `${path}.${key}`, { value: question, among: Object.keys(questions) });
  const among = Object.keys(questions[question]?.readings ?? {});
  for (const reading of Object.keys(readings))
    if (!among.includes(reading)) fault('rule/unknown-reading', `${path}.readings`, { value: reading, among });
  for (const reading of among)
    if (!Object.hasOwn(readings, reading)) fault('rule/missing-reading', `${path}.readings`, { value: reading });
}
