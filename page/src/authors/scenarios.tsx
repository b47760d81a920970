import { useState } from 'preact/hooks';
import { formatPlace, type Regulation } from 'zerenzhi';
import {
  type Coverage,
  coverageOf,
  type Files,
  hasPassed,
  scenarioPage,
  type Tested,
  testScenarios,
} from 'zerenzhi/authoring';
import { REPORT } from '../../../src/messages/report.js';
import type { State } from '../state.js';
import { Paper } from '../ui/paper.js';
import { useLater } from '../use-shown.js';
import { AUTHORS } from '../words/authors.js';
import { Diagnostics } from './diagnostics.js';

interface Props {
  /** A folder of rules, or a table of scenarios. */
  readonly path: string;
  readonly regulation: Regulation;
  readonly files: Files;
  readonly lang: State['lang'];
}

/** Scenarios, run once somebody asks for it: those that fail with their proof, and what none of them turns on. */
export function Scenarios(props: Props) {
  const [isRun, setRun] = useState(false);
  const say = AUTHORS[props.lang];
  if (isRun) return <Run {...props} />;
  return (
    <button type="button" onClick={() => setRun(true)}>
      {say.run}
    </button>
  );
}

function Run({ path, regulation, files, lang }: Props) {
  const say = AUTHORS[lang];
  const { made } = useLater(() => {
    const tested = testScenarios(path, regulation, files);
    return { tested, coverage: coverageOf(tested.outcomes.filter(hasPassed), tested.regulation) };
  }, [path, regulation, files]);
  if (!made) return <p class="dim">{say.running}</p>;
  const { tested, coverage } = made;
  return (
    <>
      <Outcomes tested={tested} files={files} lang={lang} />
      {tested.outcomes.length > 0 && <Covered coverage={coverage} lang={lang} />}
    </>
  );
}

function Outcomes({
  tested: { outcomes, faults },
  files,
  lang,
}: Pick<Props, 'files' | 'lang'> & { readonly tested: Tested }) {
  const say = AUTHORS[lang];
  const failed = outcomes.filter((outcome) => !hasPassed(outcome));
  if (outcomes.length + faults.length === 0) return <p class="dim">{say.none}</p>;
  return (
    <>
      <p role="status">
        {say.passed(outcomes.length - failed.length)}
        {failed.length > 0 && <strong class="wrong"> {say.failed(failed.length)}</strong>}
      </p>
      <Diagnostics faults={faults} kind="fault" files={files} lang={lang} />
      {failed.map((outcome) => (
        <details key={`${outcome.scenario.file} ${outcome.scenario.row.name}`} class="failed">
          <summary>{outcome.scenario.row.name}</summary>
          <Paper page={scenarioPage(outcome, { lang })} />
        </details>
      ))}
    </>
  );
}

function Covered({ coverage, lang }: { readonly coverage: Coverage; readonly lang: State['lang'] }) {
  const say = AUTHORS[lang];
  const { counts, provisions, conditions, readings, terms, words } = coverage;
  const left = [
    ...provisions.map(({ provision, never }) => `${provision}（${never.join(REPORT[lang].and)}）`),
    ...conditions.map(({ provision, condition, quote, never }) =>
      [provision, condition, quote, never.join(REPORT[lang].and)].filter(Boolean).join('　'),
    ),
    ...readings.map(({ question, reading }) => `${question}: ${reading}`),
    ...terms,
    ...words.map(({ place, quote }) => `${formatPlace(place, lang)} “${quote}”`),
  ];
  return (
    <>
      <dl class="counts">
        {say.counts(counts).map(([name, count]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
      <details>
        <summary>
          {say.coverage}
          {REPORT[lang].inBrackets(left.length)}
        </summary>
        {left.length === 0 ? (
          <p class="dim">{say.whole}</p>
        ) : (
          <ul>
            {left.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        )}
      </details>
    </>
  );
}
