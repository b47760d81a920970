import { useState } from 'preact/hooks';
import { assessIncident, formatPlace, type IncidentAssessment, type Regulation } from 'zerenzhi';
import { REPORT } from '../../../src/messages/report.js';
import { policyOf, regulationIn, settingOf } from '../derive.js';
import type { Rules, State } from '../state.js';
import { change } from '../store.js';
import { useLater, usePosition } from '../use-shown.js';
import { ASSESS } from '../words/assess.js';
import { changesBetween } from './effects.js';
import { Values } from './values.js';

interface Props {
  readonly state: State;
  readonly rules: Rules;
  readonly now: IncidentAssessment;
}

/** What the text leaves open, to be chosen as an assumption, and what would come of each choice. */
export function Points(props: Props) {
  const [isOpen, setOpen] = useState(false);
  const { state, rules } = props;
  const { lang, chosen } = state;
  const say = ASSESS[lang];
  const { profiles } = regulationIn(rules);
  return (
    <details class="card points-of-reading" open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{say.points}</summary>
      {isOpen && (
        <>
          <p class="hint">{say.pointsNote}</p>
          <label class="field">
            {say.profile}
            <select
              value={chosen.profile ?? policyOf(state, rules).profile ?? ''}
              onChange={({ currentTarget: { value } }) => change({ chosen: { ...chosen, profile: value } })}
            >
              {Object.entries(profiles).map(([id, profile]) => (
                <option key={id} value={id}>
                  {'label' in profile ? (profile.label as { zh: string; en: string })[lang] : id}
                </option>
              ))}
            </select>
          </label>
          <Questions {...props} />
          <Values {...props} />
        </>
      )}
    </details>
  );
}

/** The points of reading, those first on which this case turns. */
function Questions(props: Props) {
  const { state, rules } = props;
  const { lang } = state;
  const say = ASSESS[lang];
  const position = usePosition(state, rules);
  if (!position) return <p class="dim">{say.waiting}</p>;
  const chosen = Object.keys(policyOf(state, rules).rulings);
  const turning = new Set(position.beyond.filter(({ kind }) => kind === 'ruling').map(({ id }) => id));
  const all = Object.entries(regulationIn(rules).questions);
  const first = all.filter(([id]) => turning.has(id) || chosen.includes(id));
  const rest = all.filter(([id]) => !turning.has(id) && !chosen.includes(id));
  const list = (questions: typeof all) =>
    questions.map(([id, question]) => <Reading key={id} id={id} question={question} {...props} />);
  return (
    <>
      <h3>{say.onlyTurning}</h3>
      {list(first)}
      <details>
        <summary>
          {say.otherPoints}
          {REPORT[lang].inBrackets(rest.length)}
        </summary>
        {list(rest)}
      </details>
    </>
  );
}

function Reading({
  id,
  question,
  state,
  rules,
  now,
}: Props & { readonly id: string; readonly question: Regulation['questions'][string] }) {
  const { lang, chosen } = state;
  const say = ASSESS[lang];
  const rulings = chosen.rulings as { readonly [question: string]: unknown } | undefined;
  const current = policyOf(state, rules).rulings[id];
  const put = (reading: string | undefined) => {
    const { [id]: _, ...rest } = rulings ?? {};
    return {
      ...state,
      chosen: { ...chosen, rulings: reading === undefined ? rest : { ...rest, [id]: reading } },
    } as State;
  };
  const { made: effects } = useLater(
    () =>
      Object.keys(question.readings).map((reading) =>
        changesBetween(now, assessIncident(state.incident, settingOf(put(reading), rules)) as IncidentAssessment, lang),
      ),
    [now, lang],
  );
  return (
    <fieldset class="reading">
      <legend>
        <span class="dim">{formatPlace(String(question.article), lang)}</span> {question.ask[lang]}
      </legend>
      {Object.entries(question.readings).map(([reading, label], i) => (
        <label key={reading}>
          <input
            type="radio"
            name={id}
            checked={current?.some((each) => each.reading === reading) === true}
            onChange={() => change({ chosen: put(reading).chosen })}
          />
          <span>
            {label[lang]}
            {effects?.[i]?.map((effect) => (
              <span class="dim effect" key={effect}>
                → {effect}
              </span>
            ))}
          </span>
        </label>
      ))}
      <label>
        <input
          type="radio"
          name={id}
          checked={current === undefined || current.length === 0}
          onChange={() => change({ chosen: put(undefined).chosen })}
        />
        <span>{say.openReading}</span>
      </label>
    </fieldset>
  );
}
