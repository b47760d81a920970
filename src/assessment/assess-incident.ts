import type { IncidentFacts } from '../../rules/generated/regulation.js';
import {
  contradictedFindings,
  type Judged,
  judge,
  readIncident,
  readOrganization,
  unknownSubjects,
} from '../case/judge.js';
import { lazily } from '../case/lazily.js';
import { type OpenPoint, openPointOf, openPointsOf } from '../case/open-points.js';
import { type Presumption, presumptionsOf } from '../case/presumptions.js';
import { chainOfIncident, type ResponsibilityChain, type Trace } from '../chain/resolve-responsibility-chain.js';
import { type Diagnostic, refuse } from '../diagnostics/diagnostics.js';
import type { Citation } from '../logic/condition.js';
import type { Reason } from '../logic/reason.js';
import { MET, nameOf, OPEN, type Truth } from '../logic/truth.js';
import { type AsOf, readAsOf } from '../model/as-of.js';
import type { IncidentBase } from '../model/incident.js';
import type { Organization } from '../model/organization.js';
import type { Register } from '../model/register.js';
import { type Bound, bindingOf, type Policy } from '../policy/create-policy.js';
import type { Law, Placed, PlacedAccountability } from '../policy/law.js';
import { locate } from '../regulation/citation.js';
import type { Article, Bilingual, Capacity, Consequence } from '../regulation/schema.js';
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
  readonly consequence: {
    readonly label: Bilingual;
    readonly citation: Citation;
    readonly by?: Bilingual;
    readonly trace: Trace;
  };
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
  const { bound, asOf, register, faults } = settingOf(options as AssessOptions<object>);
  return assess(judgedOne(bound, register, asOf, incident, faults));
}

/** The same for many incidents: what depends on the options only is read once. */
export function assessorOf(options: AssessOptions<object>): (incident: unknown) => IncidentAssessment {
  const judged = judgeFor(options);
  return (incident) => assess(judged(incident));
}

/** Incidents read and made ready to be judged, or refused with all their faults. */
export function judgeFor(options: AssessOptions<object>): (incident: unknown) => Judged {
  const { bound, asOf, register, faults } = settingOf(options);
  refuse(faults);
  return (incident) => judgedOne(bound, register, asOf, incident, []);
}

function settingOf(options: AssessOptions<object>) {
  const bound = bindingOf(options.policy);
  return { bound, asOf: readAsOf(options.asOf), ...readOrganization(bound, options.organization) };
}

function judgedOne(
  bound: Bound,
  register: Register,
  asOf: AsOf,
  incident: unknown,
  faults: readonly Diagnostic[],
): Judged {
  const reading = readIncident(bound, incident, asOf, faults);
  refuse(unknownSubjects(reading, register));
  const judged = judge(bound, reading, register, asOf);
  refuse(contradictedFindings(judged));
  return judged;
}

/** The assessment of a case that was read and made ready. */
export function assess(judged: Judged): IncidentAssessment {
  const { bound, incident, asOf, law, input } = judged;
  const by: string[] = [];
  const open: string[] = [];
  for (const { provision } of bound.accountabilities) {
    const truth = law.applies(provision.id).truth(input);
    if (truth === MET) by.push(provision.id);
    else if (truth === OPEN) open.push(provision.id);
  }
  const eager = {
    ...(incident.id !== undefined && { incident: incident.id }),
    asOf: asOf.text,
    policy: bound.policy,
    accountability: {
      status: by.length > 0 ? 'triggered' : open.length > 0 ? 'undetermined' : 'not-triggered',
      by,
      open,
    } as const,
    proposals: proposalsOf(bound),
  };
  return lazyAssessment(eager, judged);
}

const lazyAssessment = lazily({
  findings: (judged: Judged): readonly Finding[] =>
    judged.bound.accountabilities.map((entry) => finding(judged, entry)),
  responses: (judged: Judged): readonly Response[] => responsesOf(judged, judged.bound.placed),
  chain: (judged: Judged, self: IncidentAssessment): ResponsibilityChain => chainOfIncident(judged, self.findings),
  presumptions: (_: Judged, self: IncidentAssessment): readonly Presumption[] =>
    unique(self.findings.flatMap(({ presumptions }) => presumptions)),
  openPoints: ({ bound }: Judged, { findings, responses }: IncidentAssessment): readonly OpenPoint[] =>
    openPointsOf(bound.regulation, [
      // A finding makes its reason and its consequence when they are read: neither is, where nothing can be open in it.
      ...findings.map((finding) => ({
        provision: finding.provision,
        reasons: finding.status === 'undetermined' ? [finding.reason] : [],
        // Whom it reaches is open too, unless nothing reaches anybody.
        more:
          finding.status === 'unmet'
            ? []
            : finding.consequence.trace.questions.map((id) =>
                openPointOf(bound.regulation, { kind: 'ruling', id }, [finding.provision]),
              ),
      })),
      ...responses.map(({ provision, reason }) => ({ provision, reasons: [reason] })),
    ]),
});

function finding(judged: Judged, entry: PlacedAccountability): Finding {
  const { input, law } = judged;
  const { provision, citation } = entry;
  const status = nameOf(law.applies(provision.id).truth(input));
  return lazyFinding({ provision: provision.id, label: provision.label, citation, status }, { judged, entry });
}

interface Found {
  readonly judged: Judged;
  readonly entry: PlacedAccountability;
}
const lazyFinding = lazily({
  consequence: ({ judged, entry }: Found): Finding['consequence'] =>
    consequenceOf(judged, entry.article, entry.provision.then),
  reason: ({ judged: { law, input }, entry: { provision } }: Found): Reason => law.applies(provision.id).reason(input),
  presumptions: ({ judged }: Found, { reason }: Finding): readonly Presumption[] => presumptionsOf(judged, reason),
  openPoints: ({ judged: { bound } }: Found, { provision, reason }: Finding): readonly OpenPoint[] =>
    openPointsOf(bound.regulation, [{ provision, reasons: [reason] }]),
});

const consequences = new WeakMap<Law, Map<Consequence, Finding['consequence']>>();

/** Whom a provision reaches depends on the law alone, not on the case. */
function consequenceOf({ bound, law }: Judged, article: Article, name: string): Finding['consequence'] {
  const consequence = article.consequences?.[name] as Consequence;
  const ofLaw = consequences.get(law) ?? new Map<Consequence, Finding['consequence']>();
  consequences.set(law, ofLaw);
  const known = ofLaw.get(consequence);
  if (known) return known;
  const by = consequence.by === undefined ? undefined : bound.regulation.bodies[consequence.by]?.label;
  const citation = locate(article, consequence.quote) as Citation;
  const made = { label: consequence.label, citation, ...(by && { by }), trace: traceOf(law, consequence) };
  ofLaw.set(consequence, made);
  return made;
}

/** The steps and capacities a consequence reaches: under every reading that is open, and under some. */
function traceOf(law: Law, { trace, units }: Consequence): Trace {
  const choices = <T>(of: { question: string; readings: { [reading: string]: T[] } }) => {
    const ruling = law.ruling(of.question);
    return ruling === undefined ? Object.values(of.readings) : [of.readings[ruling] ?? []];
  };
  const spread = <T>(lists: readonly (readonly T[])[]) => {
    const possible = [...new Set(lists.flat())];
    return { certain: possible.filter((part) => lists.every((list) => list.includes(part))), possible };
  };
  const steps = spread('question' in trace ? choices(trace) : [trace]);
  const capacities = spread(units ? choices(units) : [['managing', 'operating', 'using'] as Capacity[]]);
  // A question is open where its readings reach differently.
  const open = (
    { certain, possible }: { certain: readonly string[]; possible: readonly string[] },
    question: string | undefined,
  ) => (question !== undefined && certain.length < possible.length ? [question] : []);
  return {
    steps,
    capacities,
    questions: [...open(steps, 'question' in trace ? trace.question : undefined), ...open(capacities, units?.question)],
  };
}

const proposals = new WeakMap<Bound, readonly Proposal[]>();

/** Who may propose depends on the law alone. */
function proposalsOf(bound: Bound): readonly Proposal[] {
  const known = proposals.get(bound) ?? bound.placed.flatMap((entry) => proposal(bound, entry));
  proposals.set(bound, known);
  return known;
}

function proposal({ regulation }: Bound, entry: Placed): Proposal[] {
  const { provision } = entry;
  if (provision.kind !== 'power' || !provision.proposes) return [];
  const named = (id: string) => ({
    id,
    label: (regulation.bodies[id] ?? regulation.bearers[id])?.label ?? { zh: id, en: id },
  });
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
