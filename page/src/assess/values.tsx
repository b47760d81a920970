import { useState } from 'preact/hooks';
import { assessIncident, formatPlace, type IncidentAssessment, type Regulation } from 'zerenzhi';
import { numberIn } from 'zerenzhi/inquiry';
import { unitText } from 'zerenzhi/report';
import { REPORT } from '../../../src/messages/report.js';
import { policyOf, regulationIn, settingOf } from '../derive.js';
import type { Rules, State } from '../state.js';
import { change } from '../store.js';
import { tried } from '../tried.js';
import { ASSESS } from '../words/assess.js';
import { changesBetween } from './effects.js';

interface Props {
  readonly state: State;
  readonly rules: Rules;
  readonly now: IncidentAssessment;
}

/** The vague words that a number can measure, each with what a number typed there would change. */
export function Values(props: Props) {
  const { state, rules } = props;
  const say = ASSESS[state.lang];
  const { terms, facts } = regulationIn(rules);
  const measured = Object.entries(terms).flatMap(([id, term]) =>
    Object.entries(term.thresholds ?? {}).map(([name, { unit }]) => ({ id, name, unit, term })),
  );
  return (
    <>
      <h3>{say.values}</h3>
      {measured.map(({ id, name, unit, term }) => (
        <Value
          key={`${id} ${name}`}
          {...props}
          id={id}
          name={name}
          unit={unit}
          article={term.article}
          label={[term.label[state.lang], ...measureOf(term, name, facts, state.lang)].join(' · ')}
        />
      ))}
    </>
  );
}

/** What a number of a term measures, where the term has several. */
function measureOf(
  { thresholds = {}, condition }: Regulation['terms'][string],
  name: string,
  facts: Regulation['facts'],
  lang: State['lang'],
): string[] {
  if (Object.keys(thresholds).length < 2) return [];
  const fact = factOf(condition, name);
  const label = fact === undefined ? undefined : facts[fact]?.label[lang];
  return label === undefined ? [] : [label];
}

/** The fact that is held against a number, wherever in a rule it stands. */
function factOf(rule: unknown, name: string): string | undefined {
  if (typeof rule !== 'object' || rule === null) return undefined;
  const { fact, threshold } = rule as { readonly fact?: unknown; readonly threshold?: unknown };
  if (threshold === name && typeof fact === 'string') return fact;
  for (const part of Object.values(rule)) {
    const found = factOf(part, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

function Value({
  id,
  name,
  unit,
  article,
  label,
  state,
  rules,
  now,
}: Props & {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly article: number;
  readonly label: string;
}) {
  const { lang } = state;
  const say = ASSESS[lang];
  const [typed, setTyped] = useState<string>();
  const entries = policyOf(state, rules).terms[id] ?? [];
  const given = entries
    .map((each) => (each as { readonly [name: string]: unknown })[name])
    .find((each) => typeof each === 'number');
  // A value that somebody made, or that holds for some days only, is no assumption to be typed over.
  const isMade = entries.some(({ by, from, until }) => (by ?? from ?? until) !== undefined);
  const found = (state.incident.findings as { readonly [term: string]: unknown } | undefined)?.[id];
  const number = typed === undefined ? undefined : numberIn(typed);
  const isWrong = typed !== undefined && typed.trim() !== '' && number === undefined;
  const effect =
    number === undefined || number === given
      ? undefined
      : effectOf({ ...state, chosen: withThreshold(state, id, name, number) }, rules, now);
  return (
    <label class="field">
      <span>
        <span class="dim">{formatPlace(String(article), lang)}</span> {label}
      </span>
      <span class="measure">
        <input
          inputMode="decimal"
          autocomplete="off"
          placeholder={say.noValue}
          value={typed ?? (given === undefined ? '' : String(given))}
          onInput={({ currentTarget: { value } }) => setTyped(value)}
          readOnly={isMade}
          aria-invalid={isWrong}
          onChange={({ currentTarget: { value } }) => {
            const typedNumber = numberIn(value);
            if (typedNumber === undefined && value.trim() !== '') return;
            if (change({ chosen: withThreshold(state, id, name, typedNumber) })) setTyped(undefined);
          }}
        />
        <span class="whole">{unitText(unit, lang)}</span>
      </span>
      {effect !== undefined && (
        <span class="hint" role="status">
          {effect.length === 0 ? say.valueNoEffect : say.valueEffect(effect.join(REPORT[lang].then))}
        </span>
      )}
      {isWrong && (
        <span class="hint wrong" role="alert">
          {say.notANumber}
        </span>
      )}
      {isMade && <span class="hint">{say.madeValue}</span>}
      {typeof found === 'boolean' && <span class="hint">{say.foundAlready}</span>}
    </label>
  );
}

/** What is chosen, with a number for a term, or without one. */
function withThreshold({ chosen }: State, id: string, name: string, number: number | undefined): State['chosen'] {
  const { [id]: before = {}, ...rest } = (chosen.terms ?? {}) as { readonly [term: string]: object };
  const { [name]: _, ...others } = before as { readonly [name: string]: unknown };
  const value = number === undefined ? others : { ...others, [name]: number };
  return { ...chosen, terms: (Object.keys(value).length === 0 ? rest : { ...rest, [id]: value }) as never };
}

/** What would change; nothing where the library refuses the number. */
function effectOf(state: State, rules: Rules, now: IncidentAssessment): string[] | undefined {
  const { made } = tried(() => assessIncident(state.incident, settingOf(state, rules)));
  return made && changesBetween(now, made as IncidentAssessment, state.lang);
}
