import { compile, constant, join, type Rule, type Scope } from '../logic/compile.js';
import type { Citation, Condition } from '../logic/condition.js';
import type { Truth } from '../logic/truth.js';
import { locate } from './citation.js';
import { type Dated, holdsOn } from './dates.js';
import type { Article, Provision, Regulation, TermValue } from './schema.js';

export interface DatedReading extends Dated {
  readonly reading: string;
}

/** A regulation with what a policy settles of it: values of terms and rulings, dated; the day of issue, if known. */
export interface Settled {
  readonly regulation: Regulation;
  readonly terms: { readonly [term: string]: readonly TermValue[] };
  readonly rulings: { readonly [question: string]: readonly DatedReading[] };
  readonly issueDate?: string | undefined;
}

/** A stretch of days on which the law does not change, and its rules. */
export interface Epoch {
  /** First day; absent for the earliest epoch. */
  readonly from?: string;
  readonly inForce: Truth;
  /** Whether the law is in force for the bearer of a provision. */
  bears(provision: string): Rule;
  /** Whether a provision applies: in force, its bearer, and its condition. */
  applies(provision: string): Rule;
  /** The measure of proper performance of a duty, where it has one. */
  standard(provision: string): Rule | undefined;
  rule(condition: Condition): Rule;
  thresholds(term: string): { readonly [name: string]: number } | undefined;
  value(term: string): TermValue | undefined;
  ruling(question: string): string | undefined;
}

/** A provision with the article it stands in and the words it is cited by. */
export interface Placed {
  readonly provision: Provision;
  readonly article: Article;
  readonly citation: Citation;
}

export const placedProvisions = (regulation: Regulation): Placed[] =>
  regulation.articles.flatMap((article) => article.provisions.map((provision) => ({ provision, article, citation: citationOf(provision, article) })));

/** The words a provision quotes; an accountability is cited by the whole of its paragraph or item. */
function citationOf(provision: Provision, article: Article): Citation {
  const quote = 'quote' in provision ? provision.quote : wholeText(provision.id, article);
  return locate(article, quote, home(provision.id)) ?? { place: String(article.article), quote };
}

/** The place a provision's id names, as ids are built: art9.p2.i1 stands in 9.2.1. */
function home(id: string): string | undefined {
  const match = /^art(\d+)(?:\.p(\d+))?(?:\.i(\d+))?/.exec(id);
  return match?.slice(1).filter(Boolean).join('.');
}

function wholeText(id: string, article: Article): string {
  const match = /^art\d+(?:\.p(\d+))?(?:\.i(\d+))?/.exec(id);
  const paragraph = article.paragraphs[Number(match?.[1] ?? 1) - 1] ?? article.paragraphs[0];
  const item = match?.[2] === undefined ? undefined : paragraph?.items?.[Number(match[2]) - 1];
  return item?.text ?? paragraph?.text ?? '';
}

/** The epochs of a settled regulation in their order: a new one begins on each day something in it begins or ends. */
export function epochsOf(settled: Settled, provisions: readonly Placed[] = placedProvisions(settled.regulation)): Epoch[] {
  const { regulation, terms, rulings, issueDate } = settled;
  const [start, end] = issueRange(regulation.issued, issueDate);
  const dated = [...Object.values(terms), ...Object.values(rulings)].flat();
  const days = [start, end, ...dated.flatMap(({ from, until }) => [from, until])].filter((day) => day !== undefined);
  const placed = new Map(provisions.map((entry) => [entry.provision.id, entry]));
  const facts = new Map(Object.keys(regulation.facts).map((fact, i) => [fact, i]));
  return [undefined, ...[...new Set(days)].sort()].map((from) =>
    epoch(settled, placed, facts, from, from === undefined || from < start ? 'unmet' : from < end ? 'undetermined' : 'met'),
  );
}

/** The first day the law may have taken effect, and the first on which it certainly had: of a year alone, its first and its last. */
function issueRange(issued: string, issueDate: string | undefined): [string, string] {
  const day = issueDate ?? (issued.length === 4 ? undefined : issued);
  return day === undefined ? [`${issued}-01-01`, `${issued}-12-31`] : [day, day];
}

function epoch(settled: Settled, placed: Map<string, Placed>, facts: Map<string, number>, from: string | undefined, inForce: Truth): Epoch {
  const { regulation } = settled;
  // Before the first dated day only what has no beginning holds.
  const day = from ?? '0000-00-00';
  const value = (term: string): TermValue | undefined => settled.terms[term]?.find((dated) => holdsOn(dated, day));
  const thresholds = (term: string): { readonly [name: string]: number } | undefined => {
    const given = Object.entries(value(term) ?? {}).filter(([, number]) => typeof number === 'number');
    return given.length === 0 ? undefined : (Object.fromEntries(given) as { [name: string]: number });
  };
  const ruling = (question: string): string | undefined => settled.rulings[question]?.find((dated) => holdsOn(dated, day))?.reading;
  const scopeOf = (entry?: Placed): Scope => ({
    factIndex: (fact) => facts.get(fact) as number,
    condition: (name) => entry?.article.conditions?.[name] as Condition,
    termCondition: (term) => regulation.terms[term]?.condition,
    thresholds,
    ruling,
    cite: (quote) => entry && locate(entry.article, quote, home(entry.provision.id)),
  });
  const compiled = new Map<string, Rule>();
  const once = (key: string, make: () => Rule): Rule => {
    const found = compiled.get(key) ?? make();
    compiled.set(key, found);
    return found;
  };
  const commencement = (): Rule[] => {
    if (inForce === 'met') return [];
    const { citation } = placed.get(regulation.commencement) as Placed;
    return [constant({ kind: 'commencement', truth: inForce, citation })];
  };
  const bears = (id: string): Rule =>
    once(`${id} bearer`, () => {
      const { provision } = placed.get(id) as Placed;
      const when = 'bearer' in provision && provision.bearer !== undefined ? regulation.bearers[provision.bearer]?.when : undefined;
      const rules = [...commencement(), ...(when ? [compile(when, scopeOf())] : [])];
      return rules.length === 0 ? ALWAYS : join('all', rules);
    });
  return {
    ...(from !== undefined && { from }),
    inForce,
    thresholds,
    value,
    ruling,
    rule: (condition) => compile(condition, scopeOf()),
    bears,
    applies: (id) =>
      once(id, () => {
        const entry = placed.get(id) as Placed;
        const when = 'when' in entry.provision ? entry.provision.when : undefined;
        return when
          ? join(
              'all',
              [bears(id), compile(when, scopeOf(entry))].filter((rule) => rule !== ALWAYS),
            )
          : bears(id);
      }),
    standard: (id) => {
      const entry = placed.get(id) as Placed;
      const { provision } = entry;
      if (provision.kind !== 'duty' || !provision.standard) return undefined;
      const { standard } = provision;
      return once(`${id} standard`, () => compile(standard, scopeOf(entry)));
    },
  };
}

/** What nothing limits. */
export const ALWAYS: Rule = constant({ kind: 'literal', truth: 'met' });

/** The epochs that touch a stretch of days, both ends included. */
export function epochsWithin(epochs: readonly Epoch[], from: string | undefined, until: string): Epoch[] {
  return epochs.filter((epoch, i) => {
    const next = epochs[i + 1]?.from;
    return (epoch.from === undefined || epoch.from <= until) && (next === undefined || from === undefined || next > from);
  });
}
