import type { FileCode } from '../../diagnostics/diagnostics.js';
import { timesIn } from '../../regulation/governing.js';
import { callOf, intervalOf } from '../../regulation/rhythm.js';
import type { Article, Provision, Regulation } from '../../regulation/schema.js';
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
      if (typeof governedBy === 'object' && 'question' in governedBy) {
        const { question, readings } = governedBy;
        known('rule/unknown-question', question, regulation.questions, `${at}.question`);
        const declared = regulation.questions[question]?.readings ?? {};
        for (const reading of Object.keys(readings)) known('rule/unknown-reading', reading, declared, `${at}.readings`);
        for (const reading of Object.keys(declared))
          if (!Object.hasOwn(readings, reading))
            fault('rule/missing-reading', `${path}.${at}.readings`, { value: reading });
      }
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
    known('rule/unknown-question', provision.post?.several, regulation.questions, 'post.several');
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
