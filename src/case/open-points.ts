import { oncePer } from '../diagnostics/once.js';
import { deepFreeze } from '../diagnostics/plain-data.js';
import { type Bilingual, verbatim } from '../language.js';
import type { OpenInput } from '../logic/open-points.js';
import { ISSUE_DATE } from '../messages/open-points.js';
import { ALLEGED, NOT_ALLEGED } from '../model/fact-values.js';
import type { Policy, Ruleset, Ruling } from '../policy/create-policy.js';
import type { Names, ShippedNames } from '../policy/names.js';
import type { Regulation, TermValue } from '../regulation/schema.js';

interface Asked {
  readonly kind: 'fact' | 'term' | 'ruling' | 'evidence' | 'issue-date';
  /** The name of what is open. */
  readonly id: string;
  readonly ask: Bilingual;
  /** The readings of a question, or the options of a fact; of what may be alleged, those beside yes and no. */
  readonly options?: { readonly [option: string]: Bilingual };
  /** What of it has been inferred, and from what. */
  readonly because?: Bilingual;
  /** Rulings or values that the policy has, but that do not settle it at the time of this case. */
  readonly given?: readonly (Ruling | TermValue)[];
}

/** Something still open: what to ask, and whose it is to settle. What waits for it names its id. */
export interface OpenPoint extends Asked {
  /** The id of the body or party that can settle it: `settlers` of the same result says what it is called. */
  readonly settledBy: string;
}

/** What the bodies and parties that can settle something are called, by their ids. */
export interface Settlers {
  readonly [id: string]: Bilingual;
}

/** What is open, as a result holds it: few settle many points, and each is called by its name once. */
export interface OpenPoints {
  /** What is open, what most provisions wait for first. */
  readonly openPoints: readonly OpenPoint[];
  readonly settlers: Settlers;
}

/** An open point with the name of whom it is to settle. */
export interface WholeOpenPoint extends Asked {
  /** The body or party that can settle it. */
  readonly settledBy: { readonly id: string; readonly label: Bilingual };
}

/** The same with the provisions that wait for it. */
export interface WaitedFor<N extends Names = ShippedNames> extends WholeOpenPoint {
  readonly provisions: readonly N['provision'][];
}

/** Open points as a result holds them. */
export function inShort(points: readonly WaitedFor<Names>[]): OpenPoints {
  return {
    openPoints: points.map(({ provisions: _, ...point }) => ({ ...point, settledBy: point.settledBy.id })),
    settlers: Object.fromEntries(points.map(({ settledBy: { id, label } }) => [id, label])),
  };
}

/** The open points of a result, each with the name of whom it is to settle. */
export const inFull = ({ openPoints, settlers }: OpenPoints): WholeOpenPoint[] =>
  openPoints.map((point) => {
    const id = point.settledBy;
    return { ...point, settledBy: { id, label: settlers[id] ?? verbatim(id) } };
  });

/** A provision and what it waits for: inputs of the rules, or questions of its own. */
export interface Waiting {
  readonly provision: string;
  readonly on: readonly (OpenInput | WholeOpenPoint)[];
}

/** The open points of some provisions, each once; what most wait for comes first, then the order of the rule files. */
export function openPointsOf(
  { regulation, policy }: Pick<Ruleset, 'regulation' | 'policy'>,
  waiting: readonly Waiting[],
): WaitedFor<Names>[] {
  const open = new Map<string, { readonly of: OpenInput | WholeOpenPoint; readonly provisions: Set<string> }>();
  for (const { provision, on } of waiting)
    for (const of of on) {
      const before = open.get(of.id);
      if (before) before.provisions.add(provision);
      else open.set(of.id, { of, provisions: new Set([provision]) });
    }
  const order = orderOf(regulation);
  const rank = ({ id }: WholeOpenPoint) => order.get(id) ?? order.size;
  return [...open.values()]
    .map(({ of, provisions }) => ({
      ...('ask' in of ? of : { ...questionOf(regulation, of), ...givenOn(policy, of) }),
      provisions: [...provisions],
    }))
    .sort((a, b) => b.provisions.length - a.provisions.length || rank(a) - rank(b));
}

/** What a policy has on something that is open all the same: it holds from another day on, or for other measures. */
function givenOn({ terms, rulings }: Policy<Names>, { kind, id }: OpenInput): Pick<Asked, 'given'> {
  const given = kind === 'ruling' ? rulings[id] : kind === 'term' ? terms[id] : undefined;
  return given && given.length > 0 ? { given } : {};
}

/** The order in which the rule files name what can be open. */
export const orderOf = oncePer(
  ({ facts, terms, questions }: Regulation): ReadonlyMap<string, number> =>
    new Map([facts, terms, questions].flatMap((named) => Object.keys(named)).map((id, i) => [id, i])),
);

const asked = oncePer((_: Regulation) => new Map<string, WholeOpenPoint>());

/** What to ask about an open input, and whom: the same in every case, made once and frozen. */
function questionOf(regulation: Regulation, input: OpenInput): WholeOpenPoint {
  const known = asked(regulation);
  const question = known.get(input.id) ?? deepFreeze(ask(regulation, input));
  known.set(input.id, question);
  return question;
}

function ask(regulation: Regulation, { kind, id }: OpenInput): WholeOpenPoint {
  const interpreter = settler(regulation, regulation.interpreter);
  switch (kind) {
    case 'fact': {
      const fact = regulation.facts[id];
      const states = fact?.alleged && { [ALLEGED]: fact.alleged.open, [NOT_ALLEGED]: fact.alleged.none };
      const options = typeof fact?.options === 'object' ? fact.options : states;
      const settledBy = settler(regulation, fact?.settledBy ?? regulation.interpreter);
      return { kind, id, ask: fact?.ask ?? fact?.label ?? verbatim(id), settledBy, ...(options && { options }) };
    }
    case 'term': {
      const { ask = verbatim(id), settledBy } = regulation.terms[id] ?? {};
      return { kind, id, ask, settledBy: settledBy === undefined ? interpreter : settler(regulation, settledBy) };
    }
    case 'ruling': {
      const { ask = verbatim(id), readings = {} } = regulation.questions[id] ?? {};
      return { kind, id, ask, settledBy: interpreter, options: readings };
    }
    case 'issue-date': {
      const { number, issuedBecause: because } = regulation;
      return { kind, id, ask: ISSUE_DATE(number), settledBy: interpreter, ...(because && { because }) };
    }
  }
}

export function settler(regulation: Regulation, id: string): WholeOpenPoint['settledBy'] {
  return { id, label: (regulation.bodies[id] ?? regulation.parties[id])?.label ?? verbatim(id) };
}
