import { type Condition, conditionsIn } from '../../../logic/condition.js';
import { canonicalForm } from '../../../regulation/canonical.js';
import { articlesOn } from '../../../regulation/editions.js';
import { limbsOf } from '../../../regulation/governing.js';
import { callOf, intervalOf } from '../../../regulation/rhythm.js';
import type { Accountability, Article, Duty, Provision, Regulation } from '../../../regulation/schema.js';
import { conditionsOfTerm } from '../../../regulation/term-conditions.js';

/** A provision that comes out somehow of a case, in its article and its regulation. */
export interface Rule {
  readonly regulation: Regulation;
  readonly article: Article;
  readonly provision: Accountability | Duty;
  /**
   * The day on which the duties that it may rest on a breach of are looked at, and the values that profiles have; without
   * one it is the rule alone.
   */
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

/** What has to hold: that it applies; of a duty, that it is done by its measure too, or is owed at intervals of its own. */
export function goalsOf({ regulation, provision }: Rule): Condition[] {
  if (provision.kind === 'accountability') return [{ any: limbsOf(provision).map(({ when }) => when) }];
  const bearer = regulation.bearers[provision.bearer]?.when;
  const applies = [...(bearer ? [bearer] : []), ...(provision.when ? [provision.when] : [])];
  const more = [...(provision.standard ? [provision.standard] : []), ...intervalCases(regulation, provision)];
  return [{ all: applies }, ...more.map((condition) => ({ all: [...applies, condition] }))];
}

/** The cases in which the profiles have a duty done at intervals of their own. */
const intervalCases = ({ profiles }: Regulation, duty: Duty): Condition[] =>
  Object.values(profiles).flatMap(({ terms }) =>
    (terms[intervalOf(duty) ?? ''] ?? []).flatMap(({ cases = [] }) => cases.map(({ when }) => when)),
  );

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
export function conditionsBehind(rule: Rule): Condition[] {
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
    for (const part of conditionsOfTerm(regulation.terms[each.term])) found.push(...inside(part));
  }
  return found;
}

/** Whether two rules are written alike, with the definitions of all that they name, whatever they are called. */
export const meanTheSame = (one: Rule | undefined, other: Rule | undefined): boolean =>
  one && other ? meaning(one) === meaning(other) : one === other;

function meaning(rule: Rule): string {
  const { regulation, provision } = rule;
  const conditions = conditionsBehind(rule);
  const named = (kind: 'fact' | 'term') =>
    Object.fromEntries(namesIn(rule, kind).map((name) => [name, definitionIn(rule, kind, name)]));
  return bare({
    provision,
    conditions,
    bearer: 'bearer' in provision ? regulation.bearers[provision.bearer] : undefined,
    facts: named('fact'),
    terms: named('term'),
  });
}

/** The facts or the terms that a rule rests on; of a duty also the term that says how often it is owed. */
export function namesIn(rule: Rule, kind: 'fact' | 'term'): string[] {
  const interval = kind === 'term' ? intervalOf(rule.provision) : undefined;
  const named = conditionsBehind(rule).flatMap(
    (each) => (each as { readonly [key in typeof kind]?: string })[kind] ?? [],
  );
  return [...new Set([...(interval === undefined ? [] : [interval]), ...named])];
}

/** What a name means: of a term with the values that profiles have for it. */
export function definitionIn({ regulation, day }: Rule, kind: 'fact' | 'term', name: string): object {
  const { facts, terms, profiles } = regulation;
  if (kind === 'fact') return { ...facts[name] };
  if (day === undefined) return { ...terms[name] };
  const values = Object.entries(profiles).map(([profile, { terms: all }]) => [
    profile,
    (all[name] ?? []).map(({ source: _, ...value }) => value),
  ]);
  return { ...terms[name], values: Object.fromEntries(values) };
}

/** What is said about a rule and not by it. */
const SAID = ['quote', 'label', 'action', 'opposite', 'ask', 'because', 'settledBy', 'words', 'then', 'zh', 'en'];

/** One text for all that is written alike but for words and the order of keys. */
export const bare = (value: object): string =>
  canonicalForm(JSON.parse(JSON.stringify(value, (key, inner) => (SAID.includes(key) ? undefined : inner))));
