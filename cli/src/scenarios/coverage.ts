import { assessIncident, createPolicy, formatPlace, type Policy, type Regulation, ZerenzhiError } from 'zerenzhi';
import { type Coverage, coverageOf, type Exercise, hasPassed, type Tested } from 'zerenzhi/authoring';
import { documents } from '../input.js';
import { SCENARIOS } from '../messages/scenarios.js';
import type { Lang } from '../messages.js';

/**
 * What is exercised of each regulation that scenarios were held to: by them, and by incidents of one's own, which are
 * judged by the bare text.
 */
export async function coveragesOf(tested: readonly Tested[], cases: readonly string[]): Promise<Coverage[]> {
  const incidents: unknown[] = [];
  for await (const document of documents(cases)) {
    if ('faults' in document) throw new ZerenzhiError(document.faults);
    incidents.push(document.value);
  }
  // What is at fault has no scenarios that were run.
  const ran = tested.filter(({ outcomes }) => outcomes.length > 0);
  return [...new Set(ran.map(({ regulation }) => regulation))].map((regulation) => {
    const outcomes = tested
      .filter((each) => each.regulation === regulation)
      .flatMap((each) => each.outcomes.filter(hasPassed));
    return coverageOf([...outcomes, ...incidents.map((incident) => exercise(incident, regulation))], regulation);
  });
}

function exercise(incident: unknown, regulation: Regulation): Exercise {
  const policy = createPolicy({ regulation }) as Policy;
  return { assessment: assessIncident(incident, { policy }), policy };
}

/** Coverage in lines: how much of each kind, then what is left. */
export function coverageLines(
  { counts, provisions, conditions, readings, terms, words }: Coverage,
  lang: Lang,
): string[] {
  const say = SCENARIOS[lang];
  return [
    say.covered(counts),
    ...provisions.map(
      ({ provision, never }) => `  ${provision}  ${say.never(never.map((way) => say.ways[way] ?? way))}`,
    ),
    ...conditions.map(
      ({ provision, condition, place, quote, never }) =>
        `  ${[provision, condition, ...(place === undefined ? [] : [formatPlace(place, lang), `“${quote}”`]), say.never(never.map((way) => say.ways[way] ?? way))].join('  ')}`,
    ),
    ...readings.map(({ question, reading }) => `  ${say.reading(question, reading)}`),
    ...terms.map((term) => `  ${say.term(term)}`),
    ...words.map(({ place, quote }) => `  ${say.words(formatPlace(place, lang), quote)}`),
  ];
}
