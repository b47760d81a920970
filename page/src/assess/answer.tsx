import { useId, useState } from 'preact/hooks';
import type { Diagnostic } from 'zerenzhi';
import { numberIn, type Question, timeIn } from 'zerenzhi/inquiry';
import { unitText } from 'zerenzhi/report';
import type { State } from '../state.js';
import { ASSESS } from '../words/assess.js';

/** What can be answered: as it stands in an incident; null, that nobody knows. */
export type Given = Parameters<typeof numberIn>[0] | number | boolean | readonly string[] | object | null;
export type Asked = Pick<Question, 'id' | 'ask' | 'answer' | 'options' | 'unit'>;

interface Props {
  readonly asked: Asked;
  readonly lang: State['lang'];
  /** What was answered before. */
  readonly value?: unknown;
  /** Takes an answer, or gives what is wrong with it. */
  readonly onAnswer: (value: Given) => readonly Diagnostic[];
}

interface Ways extends Omit<Props, 'onAnswer'> {
  readonly onAnswer: (value: Given) => void;
}

/** The ways in which a question can be answered; what is wrong with an answer is told below it. */
export function Answer({ onAnswer, ...props }: Props) {
  const [faults, setFaults] = useState<readonly Diagnostic[]>([]);
  const ways = { ...props, onAnswer: (value: Given) => setFaults(onAnswer(value)) };
  return (
    <>
      {wayOf(ways)}
      {faults.length > 0 && (
        <div class="refused" role="alert">
          {faults.map(({ code, path, message }) => (
            <p key={`${code} ${path}`}>{message[props.lang]}</p>
          ))}
        </div>
      )}
    </>
  );
}

function wayOf(ways: Ways) {
  switch (ways.asked.answer) {
    case 'boolean':
    case 'enum':
      return <Choices {...ways} />;
    case 'set':
      return <Several {...ways} />;
    default:
      return <Typed {...ways} />;
  }
}

/** One of some answers: a press answers. */
function Choices({ asked: { ask, answer, options = {} }, lang, value, onAnswer }: Ways) {
  const say = ASSESS[lang];
  const plain: readonly (readonly [Given, string])[] =
    answer === 'boolean'
      ? [
          [true, say.yes],
          [false, say.no],
        ]
      : [];
  const named = Object.entries(options).map(([option, label]) => [option, label[lang]] as const);
  const choices: readonly (readonly [Given, string])[] = [...plain, ...named, [null, say.unknown]];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for entries of a form; these are buttons.
    <div class="choices" role="group" aria-label={ask[lang]}>
      {choices.map(([choice, label]) => (
        <button
          type="button"
          key={String(choice)}
          class={choice === null ? 'quiet' : ''}
          aria-pressed={value === choice}
          onClick={() => onAnswer(choice)}
        >
          {label}
        </button>
      ))}
    </div>
  );
}

/** Some of several options, or none of them. */
function Several({ asked: { ask, options = {} }, lang, value, onAnswer }: Ways) {
  const say = ASSESS[lang];
  const [chosen, setChosen] = useState<readonly string[]>(Array.isArray(value) ? value : []);
  return (
    <fieldset class="several">
      <legend class="spoken">{ask[lang]}</legend>
      {Object.entries(options).map(([option, label]) => (
        <label key={option}>
          <input
            type="checkbox"
            checked={chosen.includes(option)}
            onChange={({ currentTarget }) =>
              setChosen(currentTarget.checked ? [...chosen, option] : chosen.filter((each) => each !== option))
            }
          />
          {label[lang]}
        </label>
      ))}
      <div class="choices">
        <button type="button" onClick={() => onAnswer(chosen)}>
          {chosen.length === 0 ? say.none : say.confirm}
        </button>
        <button type="button" class="quiet" aria-pressed={value === null} onClick={() => onAnswer(null)}>
          {say.unknown}
        </button>
      </div>
    </fieldset>
  );
}

/** A number or a time, as people write them. */
function Typed({ asked: { ask, answer, unit }, lang, value, onAnswer }: Ways) {
  const say = ASSESS[lang];
  const id = useId();
  const isNumber = answer === 'number';
  const [text, setText] = useState(typeof value === 'string' || typeof value === 'number' ? String(value) : '');
  const [isWrong, setWrong] = useState(false);
  const submit = (event: Event) => {
    event.preventDefault();
    const read = isNumber ? numberIn(text) : timeIn(text.trim(), lang);
    setWrong(read === undefined || read === '');
    if (read !== undefined && read !== '') onAnswer(read);
  };
  const hint = isNumber ? say.number(unit === undefined ? '' : unitText(unit, lang)) : say.time;
  return (
    <form class="typed" onSubmit={submit}>
      <input
        aria-label={ask[lang]}
        aria-describedby={id}
        aria-invalid={isWrong}
        inputMode={isNumber ? 'decimal' : 'text'}
        autocomplete="off"
        value={text}
        onInput={({ currentTarget }) => setText(currentTarget.value)}
      />
      <div class="choices">
        <button type="submit">{say.confirm}</button>
        <button type="button" class="quiet" aria-pressed={value === null} onClick={() => onAnswer(null)}>
          {say.unknown}
        </button>
      </div>
      <p id={id} class={isWrong ? 'hint wrong' : 'hint'} role={isWrong ? 'alert' : undefined}>
        {isWrong && isNumber ? say.notANumber : hint}
      </p>
    </form>
  );
}
