import type { Diagnostic, FileCode } from '../../diagnostics/diagnostics.js';
import { fileDiagnostic } from '../../diagnostics/file-diagnostics.js';
import { type Condition, conditionsIn } from '../../logic/condition.js';
import { checkCondition, mixedPolarity } from '../../regulation/check-condition.js';
import { passages, placeOf } from '../../regulation/citation.js';
import type { Article, Provision, Regulation } from '../../regulation/schema.js';
import { vocabulary } from '../../regulation/vocabulary.js';
import { conditionsOf } from '../conditions.js';
import { ledgerOf, unaccountedIn } from '../ledger.js';
import { pathOfPlace } from '../places.js';
import { circleOf } from './circle.js';
import type { Fault } from './fault.js';
import { checkConsequence, checkReferences } from './references.js';
import { conditionOf } from './terms.js';

/** Articles are counted from one; a provision's name recurs only in another version of its article, as the same kind. */
export function checkIds(regulation: Regulation, fault: Fault): void {
  const seen = new Map<string, { readonly article: number; readonly kind: Provision['kind']; readonly path: string }>();
  const numbers = new Set(regulation.articles.map(({ article }) => article));
  const told = new Set<number>();
  regulation.articles.forEach((whole, i) => {
    const { article, provisions } = whole;
    // An only paragraph may be counted or not.
    const places = passages(whole).flatMap(({ place }) => [place, `${article}.1`]);
    // Told of the first article after the gap.
    if (article > 1 && !numbers.has(article - 1) && !told.has(article)) {
      told.add(article);
      fault('rule/missing-article', `articles[${i}].article`, { value: article, expected: String(article - 1) });
    }
    const own = new Map<string, string>();
    provisions.forEach(({ id, kind }, j) => {
      const path = `articles[${i}].provisions[${j}].id`;
      const place = placeOf(id);
      const before = seen.get(id);
      const twice =
        own.get(id) ?? (before && (before.article !== article || before.kind !== kind) ? before.path : undefined);
      if (twice !== undefined) fault('rule/duplicate-id', path, { value: id, first: { path: twice } });
      else if (place !== undefined && !places.includes(place))
        fault('rule/no-such-place', path, { value: id, expected: String(article) });
      own.set(id, path);
      seen.set(id, { article, kind, path });
    });
  });
}

/** An article: the names and quotes in it, and every word accounted for. */
export function checkArticle(regulation: Regulation, article: Article, path: string): Diagnostic[] {
  const faults: Diagnostic[] = [];
  const fault: Fault = (code, at, details) => faults.push(fileDiagnostic(code, at, details));
  const names = vocabulary(regulation, article);
  const quoted = (quote: string, at: string) => {
    if (!names.quotable?.has(quote))
      fault('rule/quote-not-found', at, { value: quote, expected: String(article.article) });
  };
  // What is no condition cannot be walked.
  const sound: { [name: string]: Condition } = {};
  for (const [name, condition] of Object.entries(article.conditions ?? {})) {
    const wrong = checkCondition(condition, `${path}.conditions.${name}`, names);
    faults.push(...wrong);
    if (wrong.length === 0) sound[name] = condition;
  }
  const cycle = circleOf(Object.keys(sound), (name) =>
    conditionsIn(sound[name]).flatMap((inner) => ('condition' in inner ? [inner.condition] : [])),
  );
  if (cycle) fault('rule/recursive-condition', `${path}.conditions.${cycle[0]}`, { value: cycle.join(' → ') });
  for (const [name, consequence] of Object.entries(article.consequences ?? {})) {
    quoted(consequence.quote, `${path}.consequences.${name}.quote`);
    checkConsequence(regulation, consequence, `${path}.consequences.${name}`, fault);
  }
  const duties = article.provisions.flatMap((provision) => (provision.kind === 'duty' ? [provision.id] : []));
  const among = (code: FileCode, names: readonly string[], known: readonly string[], at: string) => {
    for (const name of names) if (!known.includes(name)) fault(code, at, { value: name, among: known });
  };
  article.phrases?.forEach((phrase, i) => {
    const at = `${path}.phrases[${i}]`;
    quoted(phrase.quote, `${at}.quote`);
    among('rule/unknown-name', phrase.duties, duties, `${at}.duties`);
    among('rule/unknown-question', phrase.questions, Object.keys(regulation.questions), `${at}.questions`);
  });
  article.ledger?.forEach((entry, i) => {
    quoted(entry.quote, `${path}.ledger[${i}].quote`);
  });
  article.provisions.forEach((provision, i) => {
    const at = `${path}.provisions[${i}]`;
    if ('quote' in provision) quoted(provision.quote, `${at}.quote`);
    const conditions = conditionsOf(provision);
    const before = faults.length;
    for (const [key, condition] of conditions) faults.push(...checkCondition(condition, `${at}.${key}`, names));
    checkReferences(regulation, article, provision, at, fault);
    if (faults.length > before || cycle) return;
    for (const [key, condition] of conditions)
      for (const name of mixedPolarity(
        condition,
        (name) => sound[name],
        (term) => conditionOf(regulation, term),
      ))
        fault('rule/mixed-polarity', `${at}.${key}`, { value: name });
  });
  // Quotes can be read only where the conditions hold together.
  if (faults.length === 0)
    for (const line of ledgerOf(article, regulation.connectives))
      for (const words of unaccountedIn(line))
        fault('rule/unaccounted-words', `${path}.${pathOfPlace(line.place)}`, { value: words });
  return faults;
}
