import type { Diagnostic, FileCode } from '../diagnostics/diagnostics.js';
import { fileDiagnostic } from '../diagnostics/file-diagnostics.js';
import { type Condition, conditionsIn } from '../logic/condition.js';
import { checkCondition, mixedPolarity } from '../regulation/check-condition.js';
import { passages, placeOf } from '../regulation/citation.js';
import { dateFault } from '../regulation/date-fault.js';
import { isLocalDate } from '../regulation/dates.js';
import { OF_INCIDENT, timesIn } from '../regulation/governing.js';
import { impliedTermFaults } from '../regulation/implied-terms.js';
import { callOf, intervalOf } from '../regulation/rhythm.js';
import {
  type Article,
  type Provision,
  type Regulation,
  regulationSchema,
  type TermDefinition,
} from '../regulation/schema.js';
import { checkTermValues } from '../regulation/term-value.js';
import { optionsOf, settlers, vocabulary } from '../regulation/vocabulary.js';
import { checkEditions } from './check-editions.js';
import { ruleShapeFaults } from './check-rule-shape.js';
import { ledgerOf } from './ledger.js';

type Fault = (code: FileCode, path: string, details?: Parameters<typeof fileDiagnostic>[2]) => void;

/** Every fault of a regulation: its shape first; then the names, quotes, dates and sentences in it. */
export function checkRegulation(value: unknown): Diagnostic[] {
  const shape = ruleShapeFaults(regulationSchema, value);
  if (shape.length > 0) return shape;
  const regulation = value as Regulation;
  const faults: Diagnostic[] = [];
  const fault: Fault = (code, path, details) => faults.push(fileDiagnostic(code, path, details));
  faults.push(...checkDays(regulation), ...checkEditions(regulation));
  checkNames(regulation, fault);
  checkNamespace(regulation, fault);
  checkFactNames(regulation, fault);
  checkFacts(regulation, fault);
  checkIds(regulation, fault);
  faults.push(...checkBearers(regulation), ...checkTerms(regulation, fault));
  for (const [name, profile] of Object.entries(regulation.profiles))
    for (const check of [checkTermValues, impliedTermFaults])
      faults.push(...check(regulation, profile.terms, `profiles.${name}.terms`));
  regulation.articles.forEach((article, i) => {
    faults.push(...checkArticle(regulation, article, `articles[${i}]`));
  });
  return faults;
}

/** Days that exist: of issue, of effect, and those of what is referred to. A year alone is told by its first day. */
function checkDays({ issued, effective, articles }: Regulation): Diagnostic[] {
  const refers = articles.flatMap(({ provisions }, i) =>
    provisions.flatMap((provision, j) =>
      (provision.kind === 'reference' ? provision.refers : []).flatMap(({ from, until }, k) => {
        const path = `articles[${i}].provisions[${j}].refers[${k}]`;
        return [[`${path}.from`, from] as const, [`${path}.until`, until] as const];
      }),
    ),
  );
  const days = [['issued', issued.length === 4 ? `${issued}-01-01` : issued], ['effective', effective], ...refers];
  return days.flatMap(([path = '', day]) =>
    day === undefined || day === 'on-issue' || isLocalDate(day) ? [] : [dateFault(path, day)],
  );
}

function checkNames(regulation: Regulation, fault: Fault): void {
  const known = (name: string | undefined, among: readonly string[], path: string) => {
    if (name !== undefined && !among.includes(name)) fault('rule/unknown-name', path, { value: name, among });
  };
  const provisions = regulation.articles.flatMap(({ provisions }) => provisions);
  const ids = provisions.map(({ id }) => id);
  known(regulation.interpreter, settlers(regulation), 'interpreter');
  known(
    regulation.commencement,
    provisions.filter(({ kind }) => kind === 'commencement').map(({ id }) => id),
    'commencement',
  );
  for (const [name, body] of Object.entries(regulation.bodies)) known(body.provision, ids, `bodies.${name}.provision`);
  for (const time of ['occurredAt', 'discoveredAt'])
    if (!Object.hasOwn(regulation.facts, time)) fault('rule/unknown-fact', 'facts', { value: time });
}

/** What is open is referred to by its name alone: facts, terms, questions and duties share one set of names. */
function checkNamespace({ facts, terms, questions, articles }: Regulation, fault: Fault): void {
  const duties = articles.flatMap(({ provisions }) => provisions.filter(({ kind }) => kind === 'duty'));
  const owners = new Map<string, string>([
    ...Object.keys(facts).map((name) => [name, 'facts'] as const),
    ...duties.map(({ id }) => [id, 'articles'] as const),
  ]);
  for (const [kind, named] of Object.entries({ terms, questions }))
    for (const name of Object.keys(named)) {
      if (owners.has(name)) fault('rule/duplicate-id', `${kind}.${name}`, { value: name });
      owners.set(name, kind);
    }
}

/** What an incident says besides facts; of this, what it also says of each unit and system. */
const OWN_KEYS = ['format', 'title', 'source', 'units', 'systems', 'parties', 'id', 'findings'];
const SAID_OF_EACH = ['id', 'findings'];
/** Whose facts stand side by side. */
const BESIDE = [
  ['incident', 'unit', 'concerned'],
  ['incident', 'system'],
];

/** Facts are said under the parts of their names, where nothing else can stand: neither another fact nor a key. */
function checkFactNames({ facts }: Regulation, fault: Fault): void {
  const taken = new Map<string, string>();
  for (const group of BESIDE) {
    const names = Object.keys(facts).filter((name) => group.includes(facts[name]?.of ?? ''));
    const said = (name: string) => (facts[name]?.of === 'incident' ? name : name.slice(name.indexOf('.') + 1));
    const above = new Map(names.flatMap((name) => partsAbove(said(name)).map((part) => [part, name] as const)));
    for (const name of names) {
      const [first = ''] = said(name).split('.');
      const own = (facts[name]?.of === 'incident' ? OWN_KEYS : SAID_OF_EACH).find((key) => key === first);
      const other = own ?? above.get(said(name));
      if (other !== undefined) taken.set(name, other);
    }
  }
  for (const [name, expected] of taken) fault('rule/taken-name', `facts.${name}`, { value: name, expected });
  const circle = circleOf(Object.keys(facts), (name) => [facts[name]?.notBefore ?? []].flat());
  if (circle) fault('rule/recursive-fact', `facts.${circle[0]}`, { value: circle.join(' → ') });
}

/** `a` and `a.b` of `a.b.c`. */
const partsAbove = (name: string): string[] =>
  name
    .split('.')
    .slice(0, -1)
    .map((_, i, parts) => parts.slice(0, i + 1).join('.'));

function checkFacts(regulation: Regulation, fault: Fault): void {
  const { facts } = regulation;
  for (const [name, fact] of Object.entries(facts)) {
    const path = `facts.${name}`;
    const among = Object.keys(facts);
    const refers = [
      ...(fact.implied ?? []).map(({ by }) => by),
      ...Object.keys(fact.absent?.unless ?? {}),
      fact.notBefore,
      fact.otherwise,
      fact.timeOf,
      fact.derive?.hours.from,
      fact.derive?.hours.to,
      fact.derive?.hours.status,
    ];
    for (const other of refers)
      if (other !== undefined && !among.includes(other)) fault('rule/unknown-fact', path, { value: other, among });
    if (fact.of !== 'incident' && !name.startsWith(`${fact.of}.`))
      fault('rule/unknown-name', path, { value: name, among: [`${fact.of}.${name}`] });
    const options = optionsOf(regulation, fact);
    const chosen = [
      fact.pending,
      ...(fact.type === 'enum' ? (fact.implied ?? []).map(({ value }) => value) : []),
    ].filter((value) => value !== undefined);
    for (const option of chosen)
      if (!options.includes(String(option)))
        fault('rule/wrong-value', path, { value: option, among: options, expected: options.join(', ') });
    if (fact.settledBy !== undefined && !settlers(regulation).includes(fact.settledBy))
      fault('rule/unknown-name', `${path}.settledBy`, { value: fact.settledBy, among: settlers(regulation) });
    const { breachOf } = fact;
    if (breachOf !== undefined && !Object.hasOwn(regulation.bearers, breachOf))
      fault('rule/unknown-bearer', `${path}.breachOf`, { value: breachOf, among: Object.keys(regulation.bearers) });
    if (fact.derive === undefined && (fact.ask === undefined || fact.settledBy === undefined))
      fault('input/missing-key', path, { expected: 'ask, settledBy' });
  }
}

/** Articles are counted from one; a provision's name recurs only in another version of its article, as the same kind. */
function checkIds(regulation: Regulation, fault: Fault): void {
  const seen = new Map<string, { readonly article: number; readonly kind: Provision['kind'] }>();
  const numbers = new Set(regulation.articles.map(({ article }) => article));
  regulation.articles.forEach((whole, i) => {
    const { article, provisions } = whole;
    // An only paragraph may be counted or not.
    const places = passages(whole).flatMap(({ place }) => [place, `${article}.1`]);
    const missing = [...Array(article - 1).keys()].map((n) => n + 1).find((n) => !numbers.has(n));
    if (missing !== undefined)
      return fault('rule/missing-article', `articles[${i}].article`, { value: article, expected: String(missing) });
    const own = new Set<string>();
    provisions.forEach(({ id, kind }, j) => {
      const path = `articles[${i}].provisions[${j}].id`;
      const place = placeOf(id);
      const before = seen.get(id);
      if (own.has(id) || (before && (before.article !== article || before.kind !== kind)))
        fault('rule/duplicate-id', path, { value: id });
      else if (place !== undefined && !places.includes(place))
        fault('rule/no-such-place', path, { value: id, expected: String(article) });
      own.add(id);
      seen.set(id, { article, kind });
    });
  });
}

const checkBearers = (regulation: Regulation): Diagnostic[] =>
  Object.entries(regulation.bearers).flatMap(([name, { when, among }]) => [
    ...(when ? checkCondition(when, `bearers.${name}.when`, vocabulary(regulation)) : []),
    ...(among !== undefined && !Object.hasOwn(regulation.bearers, among)
      ? [
          fileDiagnostic('rule/unknown-bearer', `bearers.${name}.among`, {
            value: among,
            among: Object.keys(regulation.bearers),
          }),
        ]
      : []),
  ]);

/** The words of a term or a question stand in the article it is of, in some version of it. */
function checkTerms(regulation: Regulation, fault: Fault): Diagnostic[] {
  const stands = (words: string, number: number, path: string) => {
    const versions = regulation.articles.filter(({ article }) => article === number);
    if (versions.length === 0) fault('rule/missing-article', path, { expected: String(number) });
    else if (!versions.flatMap(passages).some(({ text }) => text.includes(words)))
      fault('rule/quote-not-found', path, { value: words, expected: String(number) });
  };
  for (const [name, { words, article }] of Object.entries(regulation.questions))
    stands(words, article, `questions.${name}.words`);
  const circle = circleOf(Object.keys(regulation.terms), (name) => termsNamedBy(regulation.terms[name]));
  if (circle) fault('rule/recursive-condition', `terms.${circle[0]}`, { value: circle.join(' → ') });
  for (const [kind, named] of [
    ['terms', regulation.terms],
    ['bearers', regulation.bearers],
  ] as const)
    for (const [name, { settledBy }] of Object.entries(named))
      if (settledBy !== undefined && !settlers(regulation).includes(settledBy))
        fault('rule/unknown-name', `${kind}.${name}.settledBy`, { value: settledBy, among: settlers(regulation) });
  return Object.entries(regulation.terms).flatMap(([name, term]) => {
    stands(term.words, term.article, `terms.${name}.words`);
    const names = vocabulary(regulation, undefined, { thresholds: Object.keys(term.thresholds ?? {}) });
    const plain = vocabulary(regulation, undefined);
    return [
      ...(term.condition ? checkCondition(term.condition, `terms.${name}.condition`, names) : []),
      ...Object.entries(term.floors ?? {}).flatMap(([side, floor]) =>
        floor ? checkCondition(floor, `terms.${name}.floors.${side}`, plain) : [],
      ),
    ];
  });
}

/** The terms by which a term is settled. */
const termsNamedBy = ({ condition, floors }: Partial<TermDefinition> = {}): string[] =>
  [condition, floors?.needs, floors?.suffices].flatMap((part) =>
    conditionsIn(part).flatMap((inner) => ('term' in inner ? [inner.term] : [])),
  );

function checkArticle(regulation: Regulation, article: Article, path: string): Diagnostic[] {
  const faults: Diagnostic[] = [];
  const fault: Fault = (code, at, details) => faults.push(fileDiagnostic(code, at, details));
  const names = vocabulary(regulation, article);
  const quoted = (quote: string, at: string) => {
    if (!names.quotable?.has(quote))
      fault('rule/quote-not-found', at, { value: quote, expected: String(article.article) });
  };
  for (const [name, condition] of Object.entries(article.conditions ?? {}))
    faults.push(...checkCondition(condition, `${path}.conditions.${name}`, names));
  // What is no condition cannot be walked.
  const sound = Object.fromEntries(
    Object.entries(article.conditions ?? {}).filter(
      ([, condition]) => checkCondition(condition, '', names).length === 0,
    ),
  );
  const cycle = circleOf(Object.keys(sound), (name) =>
    conditionsIn(sound[name]).flatMap((inner) => ('condition' in inner ? [inner.condition] : [])),
  );
  if (cycle) fault('rule/recursive-condition', `${path}.conditions.${cycle[0]}`, { value: cycle.join(' → ') });
  for (const [name, consequence] of Object.entries(article.consequences ?? {}))
    quoted(consequence.quote, `${path}.consequences.${name}.quote`);
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
        (name) => article.conditions?.[name],
        (term) => regulation.terms[term]?.condition,
      ))
        fault('rule/mixed-polarity', `${at}.${key}`, { value: name });
  });
  // Quotes can be read only where the conditions hold together.
  if (faults.length === 0)
    for (const line of ledgerOf(article))
      if (line.provisions.length + line.entries.length === 0)
        fault('rule/unaccounted-sentence', path, { value: line.sentence });
  return faults;
}

function conditionsOf(provision: Provision): [string, Condition][] {
  const found: [string, Condition][] = [];
  if ('when' in provision && provision.when) found.push(['when', provision.when]);
  if (provision.kind === 'accountability')
    provision.limbs?.forEach(({ when }, i) => {
      found.push([`limbs[${i}].when`, when]);
    });
  if (provision.kind === 'power')
    for (const [id, when] of Object.entries(provision.about?.unless ?? {})) found.push([`about.unless.${id}`, when]);
  if ('standard' in provision && provision.standard) found.push(['standard', provision.standard]);
  return found;
}

function checkReferences(
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
      ['governedBy', provision.governedBy ?? OF_INCIDENT] as const,
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

/** The names of a circle, if there is one: each stands in what the one before it means. */
function circleOf(names: readonly string[], inside: (name: string) => readonly string[]): string[] | undefined {
  const clear = new Set<string>();
  const from = (name: string, above: readonly string[]): string[] | undefined => {
    if (above.includes(name)) return [...above.slice(above.indexOf(name)), name];
    if (clear.has(name)) return undefined;
    for (const inner of inside(name)) {
      const found = from(inner, [...above, name]);
      if (found) return found;
    }
    clear.add(name);
    return undefined;
  };
  for (const name of names) {
    const found = from(name, []);
    if (found) return found;
  }
  return undefined;
}
