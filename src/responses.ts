import type { Judged } from './judge.js';
import { lazily } from './lazily.js';
import { join } from './logic/compile.js';
import type { Citation, Condition as Node } from './logic/condition.js';
import type { Reason } from './logic/reason.js';
import { MET, OPEN, UNMET } from './logic/truth.js';
import { statedIn } from './model/fact-schema.js';
import { HOUR_MS, localInstant } from './regulation/dates.js';
import { ALWAYS, type Epoch, type Placed } from './regulation/law.js';
import type { Bilingual, Duty, Regulation } from './regulation/schema.js';

/** A duty that an incident calls up: to report, to handle. */
export interface Response {
  readonly provision: string;
  readonly action: Bilingual;
  readonly citation: Citation;
  /** Whom it is owed to. */
  readonly to?: { readonly id: string; readonly label: Bilingual };
  readonly status: 'not-required' | 'in-time' | 'late' | 'awaiting' | 'overdue' | 'breached' | 'undetermined';
  /** When it is or was due, by each reading of the clock; empty where no measure fixes it. */
  readonly due: readonly { readonly term: string; readonly reading?: string; readonly at: string }[];
  readonly reason: Reason;
}

/** The duties an incident calls up, each with its state as of the day of judgement. */
export function responsesOf(judged: Judged, placed: readonly Placed[]): Response[] {
  return placed.flatMap((entry) => {
    const { provision } = entry;
    return provision.kind === 'duty' && provision.response ? [response(judged, entry, provision, provision.response)] : [];
  });
}

function response(judged: Judged, entry: Placed, duty: Duty, { to, status: statusFact, none }: NonNullable<Duty['response']>): Response {
  const { bound, input } = judged;
  const { regulation } = bound;
  const applies = judged.rule((epoch) => epoch.applies(duty.id));
  const performed = judged.rule((epoch) => epoch.standard(duty.id) ?? ALWAYS);
  const both = join('all', [applies, performed]);
  const stated = statedIn(judged.incident, statusFact, 'incident');
  const implied = regulation.facts[statusFact]?.implied;
  const state = stated ?? (implied && statedIn(judged.incident, implied.by, 'incident') != null ? implied.value : undefined);
  const due = dueTimes(judged, duty);
  const body = to === undefined ? undefined : regulation.bodies[to];
  const eager = {
    provision: duty.id,
    action: duty.action,
    citation: entry.citation,
    ...(to !== undefined && body && { to: { id: to, label: body.label } }),
    status: statusOf(),
    due: due.map(({ ms, ...rest }) => ({ ...rest, at: localInstant(ms) })),
  };
  return lazily(eager, { reason: () => (applies.truth(input) === MET ? both : applies).reason(input) }) as Response;

  function statusOf(): Response['status'] {
    const required = applies.truth(input);
    if (required === UNMET) return 'not-required';
    if (required === OPEN) return 'undetermined';
    const done = performed.truth(input);
    if (state === none) return 'breached';
    if (done === MET) return 'in-time';
    const pending = state === regulation.facts[statusFact]?.pending;
    if (done === UNMET) return pending ? 'overdue' : 'late';
    return pending && due.length > 0 && due.every(({ ms }) => ms >= judged.asOf.ms) ? 'awaiting' : 'undetermined';
  }
}

/** When a duty is due by its terms' thresholds in hours, from the start that each measure counts from. */
function dueTimes({ bound: { regulation }, epochs, incident }: Judged, duty: Duty): { term: string; reading?: string; ms: number }[] {
  const epoch = epochs.length === 1 ? epochs[0] : undefined;
  if (!epoch || !duty.standard) return [];
  return termsIn(duty.standard).flatMap((term) => {
    const thresholds = epoch.thresholds(term) ?? {};
    return clocks(regulation, epoch, term).flatMap(({ from, threshold, reading }) => {
      const hours = thresholds[threshold];
      const start = statedIn(incident, from, 'incident');
      return hours === undefined || typeof start !== 'string'
        ? []
        : [{ term, ...(reading !== undefined && { reading }), ms: Date.parse(start) + hours * HOUR_MS }];
    });
  });
}

function termsIn(node: Node | boolean): string[] {
  return leaves(node, undefined, undefined).flatMap(({ leaf }) => ('term' in leaf ? [leaf.term] : []));
}

function clocks(regulation: Regulation, epoch: Epoch, term: string): { from: string; threshold: string; reading?: string }[] {
  const condition = regulation.terms[term]?.condition;
  if (!condition) return [];
  return leaves(condition, undefined, epoch).flatMap(({ leaf, reading }) => {
    const derive = 'fact' in leaf && 'threshold' in leaf ? regulation.facts[leaf.fact]?.derive : undefined;
    return derive && 'threshold' in leaf ? [{ from: derive.hours.from, threshold: leaf.threshold, ...(reading !== undefined && { reading }) }] : [];
  });
}

/** The leaves of a condition with the reading they stand under; where a ruling chose a reading, only that one's. */
function leaves(node: Node | boolean, reading: string | undefined, epoch: Epoch | undefined): { leaf: Node; reading?: string | undefined }[] {
  if (typeof node === 'boolean') return [];
  if ('all' in node) return node.all.flatMap((part) => leaves(part, reading, epoch));
  if ('any' in node) return node.any.flatMap((part) => leaves(part, reading, epoch));
  if ('not' in node) return leaves(node.not, reading, epoch);
  if ('question' in node) {
    const chosen = epoch?.ruling(node.question);
    return Object.entries(node.readings).flatMap(([name, part]) =>
      chosen === undefined || chosen === name ? leaves(part, chosen === undefined ? name : undefined, epoch) : [],
    );
  }
  return [{ leaf: node, reading }];
}
