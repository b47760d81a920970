import type { IncidentFacts } from '../rules/generated/regulation.js';
import { type Bound, bindingOf, type Policy } from './create-policy.js';
import { contradictedFindings, type Judged, judge, readOrganization, unknownSubjects } from './judge.js';
import { lazily } from './lazily.js';
import type { Citation } from './logic/condition.js';
import type { Reason } from './logic/reason.js';
import { nameOf, type Truth } from './logic/truth.js';
import { readAsOf } from './model/as-of.js';
import { type IncidentBase, incidentFaults } from './model/incident.js';
import type { Organization } from './model/organization.js';
import { type OpenPoint, openPointsOf } from './open-point.js';
import { type Presumption, presumptionsOf } from './presumption.js';
import { locate } from './regulation/citation.js';
import { localInstant } from './regulation/dates.js';
import { refuse } from './regulation/diagnostics.js';
import type { Placed } from './regulation/law.js';
import type { Article, Bilingual, Capacity, Consequence } from './regulation/schema.js';
import { chainOfIncident, type ResponsibilityChain, type Trace } from './resolve-responsibility-chain.js';
import { type Response, responsesOf } from './responses.js';
/** What is known of an incident. A fact that is absent or null is unknown. */
export type Incident = IncidentBase & IncidentFacts;

export interface AssessOptions<Facts extends object = IncidentFacts> {
  readonly policy?: Policy<Facts>;
  readonly organization?: Organization;
  /** An instant with an offset, or a day (its end); now by default. */
  readonly asOf?: string;
}

/** How one provision on accountability comes out. */
export interface Finding {
  readonly provision: string;
  readonly label: Bilingual;
  readonly citation: Citation;
  readonly status: Truth;
  readonly reason: Reason;
  readonly consequence: { readonly label: Bilingual; readonly citation: Citation; readonly by?: Bilingual; readonly trace: Trace };
  readonly presumptions: readonly Presumption[];
  readonly openPoints: readonly OpenPoint[];
}

/** Who may propose accountability to whom. */
export interface Proposal {
  readonly provision: string;
  readonly holder: { readonly id: string; readonly label: Bilingual };
  readonly to: readonly { readonly id: string; readonly label: Bilingual }[];
  readonly label: Bilingual;
  readonly citation: Citation;
}

export interface IncidentAssessment {
  readonly incident?: string;
  readonly asOf: string;
  readonly policy: Policy<object>;
  readonly accountability: {
    readonly status: 'triggered' | 'not-triggered' | 'undetermined';
    /** The provisions that are met. */
    readonly by: readonly string[];
    /** The provisions that are still undetermined. */
    readonly open: readonly string[];
  };
  readonly findings: readonly Finding[];
  readonly responses: readonly Response[];
  readonly chain: ResponsibilityChain;
  readonly proposals: readonly Proposal[];
  readonly presumptions: readonly Presumption[];
  readonly openPoints: readonly OpenPoint[];
}

/**
 * Assesses an incident: every provision on accountability (Art. 9, 11), the duties to report and to handle (Art. 8), the persons
 * responsible (Art. 4, 7), who may propose accountability (Art. 10), and everything still open. It supports a decision and takes none.
 *
 * @param incident what is known; hours in hours, money in yuan, instants in ISO 8601 with an offset
 * @throws ZerenzhiError with every fault of the incident, the organization or the options
 * @example
 * const { accountability } = assessIncident({ leak: { occurred: true, kinds: ['state-secret'] }, occurredAt: '2024-05-06T08:00:00+08:00' });
 */
export function assessIncident<Facts extends object = IncidentFacts>(
  incident: IncidentBase & NoInfer<Facts>,
  options: AssessOptions<Facts> = {},
): IncidentAssessment {
  const bound = bindingOf(options.policy as Policy<never> | undefined);
  const asOf = readAsOf(options.asOf);
  const { register, faults } = readOrganization(bound, options.organization);
  const wrong = [...incidentFaults(bound.regulation, bound.incident, incident, asOf.ms), ...faults];
  refuse(wrong);
  refuse(unknownSubjects(incident, register));
  const judged = judge(bound, incident, register, asOf);
  refuse(contradictedFindings(judged));
  return assess(judged);
}

function assess(judged: Judged): IncidentAssessment {
  const { bound, incident, asOf } = judged;
  const { regulation } = bound;
  const { placed } = bound;
  const findings = placed.flatMap((entry) => (entry.provision.kind === 'accountability' ? [finding(judged, entry)] : []));
  const by = findings.filter(({ status }) => status === 'met').map(({ provision }) => provision);
  const open = findings.filter(({ status }) => status === 'undetermined').map(({ provision }) => provision);
  const responses = responsesOf(judged, placed);
  const status = by.length > 0 ? 'triggered' : open.length > 0 ? 'undetermined' : 'not-triggered';
  const eager = {
    ...(incident.id !== undefined && { incident: incident.id }),
    asOf: localInstant(asOf.ms),
    policy: bound.policy,
    accountability: { status, by, open } as IncidentAssessment['accountability'],
    findings,
    responses,
    proposals: placed.flatMap((entry) => proposal(bound, entry)),
  };
  return lazily(eager, {
    chain: () => chainOfIncident(judged, findings),
    presumptions: () => unique(findings.flatMap(({ presumptions }) => presumptions)),
    openPoints: () =>
      openPointsOf(regulation, [
        ...findings.map(({ provision, reason }) => ({ provision, reasons: [reason] })),
        ...responses.map(({ provision, reason }) => ({ provision, reasons: [reason] })),
      ]),
  });
}

function finding(judged: Judged, entry: Placed): Finding {
  const { bound, input } = judged;
  const { regulation } = bound;
  const { provision, article } = entry;
  if (provision.kind !== 'accountability') throw new TypeError(provision.kind);
  const rule = judged.rule((epoch) => epoch.applies(provision.id));
  const eager = { provision: provision.id, label: provision.label, citation: entry.citation, status: nameOf(rule.truth(input)) };
  const found = lazily(eager, {
    consequence: () => consequenceOf(judged, article, provision.then),
    reason: () => rule.reason(input),
    presumptions: (): Presumption[] => presumptionsOf(judged, found.reason),
    openPoints: (): OpenPoint[] => openPointsOf(regulation, [{ provision: provision.id, reasons: [found.reason] }]),
  }) as Finding;
  return found;
}

function consequenceOf(judged: Judged, article: Article, name: string): Finding['consequence'] {
  const consequence = article.consequences?.[name] as Consequence;
  const by = consequence.by === undefined ? undefined : judged.bound.regulation.bodies[consequence.by]?.label;
  const citation = locate(article, consequence.quote) as Citation;
  return { label: consequence.label, citation, ...(by && { by }), trace: traceOf(judged, consequence) };
}

/** The steps and capacities a consequence reaches: under every reading that is open, and under some. */
function traceOf({ epochs }: Judged, { trace, units }: Consequence): Trace {
  const choices = <T>(of: { question: string; readings: { [reading: string]: T[] } }) => {
    const rulings = new Set(epochs.map((epoch) => epoch.ruling(of.question)));
    const [only] = rulings;
    return rulings.size === 1 && only !== undefined ? [of.readings[only] ?? []] : Object.values(of.readings);
  };
  const spread = <T>(lists: readonly (readonly T[])[]) => {
    const possible = [...new Set(lists.flat())];
    return { certain: possible.filter((part) => lists.every((list) => list.includes(part))), possible };
  };
  const steps = spread('question' in trace ? choices(trace) : [trace]);
  const capacities = spread(units ? choices(units) : [['managing', 'operating', 'using'] as Capacity[]]);
  const questions = ['question' in trace ? trace.question : undefined, units?.question].filter((question) => question !== undefined);
  return { steps, capacities, questions };
}

function proposal({ regulation }: Bound, entry: Placed): Proposal[] {
  const { provision } = entry;
  if (provision.kind !== 'power' || !provision.proposes) return [];
  const named = (id: string) => ({ id, label: (regulation.bodies[id] ?? regulation.bearers[id])?.label ?? { zh: id, en: id } });
  return [
    {
      provision: provision.id,
      holder: named(provision.holder),
      to: (provision.to ?? []).map(named),
      label: provision.label,
      citation: entry.citation,
    },
  ];
}

const unique = (presumptions: readonly Presumption[]): Presumption[] => [
  ...new Map(presumptions.map((presumption) => [presumption.fact, presumption])).values(),
];
