import { type Condition, conditionsIn } from '../../../logic/condition.js';
import { canonicalForm } from '../../../regulation/canonical.js';
import { articlesOn } from '../../../regulation/editions.js';
import { limbsOf } from '../../../regulation/governing.js';
import { callOf } from '../../../regulation/rhythm.js';
import type { Accountability, Article, Duty, Provision, Regulation } from '../../../regulation/schema.js';

/** A provision that comes out somehow of a case, in its article and its regulation. */
export interface Rule {
  readonly regulation: Regulation;
  readonly article: Article;
  readonly provision: Accountability | Duty;
  /** The day on which the duties are looked at that it may rest on a breach of; without one they are not. */
  readonly day?: string | undefined;
}

/** What the case is that a rule is about. */
export const documentOf = ({ provision }: Pick<Rule, 'provision'>): 'incident' | 'unit' =>
  provision.kind === 'accountability' || callOf(provision) ? 'incident' : 'unit';

export function ruleIn(
  regulation: Regulation,
  article: Article | undefined,
  id: string,
  day?: string,
): Rule | undefined {
  const provision = article?.provisions.find((each) => each.id === id);
  return article && provision && comesOut(provision, regulation) ? { regulation, article, provision, day } : undefined;
}

/** How persons do a duty that no incident calls up is judged by nobody. */
const comesOut = (provision: Provision, { bearers }: Regulation): provision is Accountability | Duty =>
  provision.kind === 'accountability' ||
  (provision.kind === 'duty' && (callOf(provision) !== undefined || bearers[provision.bearer]?.when !== undefined));

/** What has to hold: that it applies, and of a duty that has a measure that it is done by it too. */
export function goalsOf({ regulation, provision }: Rule): Condition[] {
  if (provision.kind === 'accountability') return [{ any: limbsOf(provision).map(({ when }) => when) }];
  const bearer = regulation.bearers[provision.bearer]?.when;
  const applies = [...(bearer ? [bearer] : []), ...(provision.when ? [provision.when] : [])];
  return [{ all: applies }, ...(provision.standard ? [{ all: [...applies, provision.standard] }] : [])];
}

/** The duties that an incident calls up and whose breach is enough for a fact. */
export function dutiesBehind(fact: string, { regulation, day }: Rule): Rule[] {
  const bearer = regulation.facts[fact]?.breachOf;
  if (bearer === undefined || day === undefined) return [];
  return articlesOn(regulation, day).flatMap((article) =>
    article.provisions.flatMap((provision) =>
      provision.kind === 'duty' && provision.bearer === bearer && callOf(provision)
        ? [{ regulation, article, provision }]
        : [],
    ),
  );
}

/** Every condition that a rule rests on, what its names and its terms mean too, and the duties behind its facts. */
export function conditionsOf(rule: Rule): Condition[] {
  const own = ownConditions(rule);
  const facts = new Set(own.flatMap((each) => ('fact' in each ? [each.fact] : [])));
  return [...own, ...[...facts].flatMap((fact) => dutiesBehind(fact, rule).flatMap(ownConditions))];
}

function ownConditions(rule: Rule): Condition[] {
  const { regulation, article } = rule;
  const inside = (condition: Condition) => conditionsIn(condition, (name) => article.conditions?.[name]);
  const found = goalsOf(rule).flatMap(inside);
  const terms = new Set<string>();
  // Grows as it is walked.
  for (const each of found) {
    if (!('term' in each) || terms.has(each.term)) continue;
    terms.add(each.term);
    const { condition, floors } = regulation.terms[each.term] ?? {};
    for (const part of [condition, floors?.needs, floors?.suffices]) if (part) found.push(...inside(part));
  }
  return found;
}

/** Whether two rules are written alike, with the definitions of all that they name, whatever they are called. */
export const meanTheSame = (one: Rule | undefined, other: Rule | undefined): boolean =>
  one && other ? meaning(one) === meaning(other) : one === other;

function meaning(rule: Rule): string {
  const { regulation, provision } = rule;
  const conditions = conditionsOf(rule);
  const named = (key: 'fact' | 'term', definitions: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(
      conditions.flatMap((each) => {
        const name = (each as { readonly [key in 'fact' | 'term']?: string })[key];
        return name === undefined ? [] : [[name, definitions[name]]];
      }),
    );
  return bare({
    provision,
    conditions,
    bearer: 'bearer' in provision ? regulation.bearers[provision.bearer] : undefined,
    facts: named('fact', regulation.facts),
    terms: named('term', regulation.terms),
  });
}

/** What is said about a rule and not by it. */
const SAID = ['quote', 'label', 'action', 'opposite', 'ask', 'because', 'settledBy', 'words', 'then', 'zh', 'en'];

/** One text for all that is written alike but for words and the order of keys. */
export const bare = (value: object): string =>
  canonicalForm(JSON.parse(JSON.stringify(value, (key, inner) => (SAID.includes(key) ? undefined : inner))));
