import { type OpenInput, openInputs } from '../logic/open-points.js';
import type { Reason } from '../logic/reason.js';
import { ISSUE_DATE } from '../messages/open-points.js';
import type { Bilingual, Regulation } from '../regulation/schema.js';

/** Something still open: what to ask, whose it is to settle, and the provisions that wait for it. */
export interface OpenPoint {
  readonly kind: 'fact' | 'term' | 'ruling' | 'evidence' | 'issue-date';
  readonly id: string;
  readonly ask: Bilingual;
  /** The body or party that can settle it. */
  readonly settledBy: { readonly id: string; readonly label: Bilingual };
  readonly provisions: readonly string[];
  /** The readings of a question, or the options of a fact. */
  readonly options?: { readonly [option: string]: Bilingual };
}

/** The open points of some findings, each once; what most provisions wait for comes first, then the order of the rule files. */
export function openPointsOf(
  regulation: Regulation,
  found: readonly {
    readonly provision: string;
    readonly reasons: readonly Reason[];
    readonly more?: readonly OpenPoint[];
  }[],
): OpenPoint[] {
  const open = new Map<string, { readonly of: OpenInput | OpenPoint; readonly provisions: Set<string> }>();
  const add = (of: OpenInput | OpenPoint, provisions: readonly string[]) => {
    const key = `${of.kind} ${of.id}`;
    const before = open.get(key);
    if (before) for (const provision of provisions) before.provisions.add(provision);
    else open.set(key, { of, provisions: new Set(provisions) });
  };
  for (const { provision, reasons, more = [] } of found) {
    for (const reason of reasons) for (const input of openInputs(reason)) add(input, [provision]);
    for (const point of more) add(point, point.provisions);
  }
  const points = [...open.values()].map(({ of, provisions }): OpenPoint => {
    return 'ask' in of ? { ...of, provisions: [...provisions] } : openPointOf(regulation, of, [...provisions]);
  });
  const order = orderOf(regulation);
  const rank = ({ id }: OpenPoint) => order.get(id) ?? order.size;
  return points.sort((a, b) => b.provisions.length - a.provisions.length || rank(a) - rank(b));
}

const orders = new WeakMap<Regulation, ReadonlyMap<string, number>>();

/** The order in which the rule files name what can be open. */
function orderOf(regulation: Regulation): ReadonlyMap<string, number> {
  const known = orders.get(regulation);
  if (known) return known;
  const { facts, terms, questions } = regulation;
  const order = new Map([facts, terms, questions].flatMap((named) => Object.keys(named)).map((id, i) => [id, i]));
  orders.set(regulation, order);
  return order;
}

/** What to ask about an open input, and whom. */
export function openPointOf(regulation: Regulation, { kind, id }: OpenInput, provisions: readonly string[]): OpenPoint {
  const interpreter = settler(regulation, regulation.interpreter);
  if (kind === 'fact') {
    const fact = regulation.facts[id];
    const options = typeof fact?.options === 'object' ? fact.options : undefined;
    const by = settler(regulation, fact?.settledBy ?? regulation.interpreter);
    return {
      kind,
      id,
      ask: fact?.ask ?? fact?.label ?? same(id),
      settledBy: by,
      provisions,
      ...(options && { options }),
    };
  }
  if (kind === 'term')
    return { kind, id, ask: regulation.terms[id]?.ask ?? same(id), settledBy: interpreter, provisions };
  if (kind === 'ruling') {
    const question = regulation.questions[id];
    return {
      kind,
      id,
      ask: question?.ask ?? same(id),
      settledBy: interpreter,
      provisions,
      ...(question && { options: question.readings }),
    };
  }
  return { kind, id, ask: issueAsk(regulation), settledBy: interpreter, provisions };
}

export function settler(regulation: Regulation, id: string): OpenPoint['settledBy'] {
  return { id, label: (regulation.bodies[id] ?? regulation.parties[id])?.label ?? same(id) };
}

const same = (id: string): Bilingual => ({ zh: id, en: id });
const issueAsk = ({ number }: Regulation): Bilingual => ISSUE_DATE(number);
