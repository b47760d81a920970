import type { IncidentAssessment, Regulation } from 'zerenzhi';
import { assessmentPage, type Block } from 'zerenzhi/report';
import { REPORT } from '../../../src/messages/report.js';
import { chineseDate } from '../../../src/messages/times.js';
import { interviewOf, policyOf, regulationIn } from '../derive.js';
import type { Rules, State } from '../state.js';
import { Paper, within } from '../ui/paper.js';
import { useLater, usePosition } from '../use-shown.js';
import { ASSESS } from '../words/assess.js';
import { nameOfUnit } from './articles.js';

interface Props {
  readonly state: State;
  readonly rules: Rules;
  readonly now: IncidentAssessment;
  /** Asks for a question to be put next. */
  readonly onWanted: (id: string) => void;
}

/** Things that the outcome turns on, as many as are told. */
const POINTS = 3;
/** Responses that are over come after those that are not. */
const ORDER = ['overdue', 'awaiting', 'breached', 'late', 'undetermined', 'in-time'];

/** How it comes out, on what that turns and whose that is, and what is due. */
export function Outcome(props: Props) {
  const { state, rules, now } = props;
  const { lang } = state;
  const say = ASSESS[lang];
  const { made: page, isCurrent } = useLater(
    () => assessmentPage(now, { lang, policy: policyOf(state, rules) }),
    [now, lang],
  );
  if (!page) return null;
  // The head of the assessment, down to where its parts begin; what its signs mean stands above the articles.
  const end = page.blocks.findIndex((block, i) => i > 0 && block.kind !== 'paragraph');
  const isLegend = (block: Block) => block.kind === 'paragraph' && block.line[0] === REPORT[lang].legend;
  const head = page.blocks.slice(1, end < 0 ? undefined : end).filter((block) => !isLegend(block));
  return (
    <section class={`outcome ${now.accountability.status}`} aria-busy={!isCurrent}>
      <div aria-live="polite">
        <Paper page={{ lang, blocks: head }} />
      </div>
      <div class="aside">
        <TurnsOn {...props} />
        <Deadlines now={now} regulation={regulationIn(rules)} lang={lang} />
      </div>
      <details>
        <summary>{say.full}</summary>
        <Paper page={within(page)} />
      </details>
    </section>
  );
}

/** The points that are expected to settle most, whoever settles them. */
function TurnsOn({ state, rules, onWanted }: Props) {
  const { lang } = state;
  const say = ASSESS[lang];
  const position = usePosition(state, rules);
  const points = [...(position?.questions ?? []), ...(position?.beyond ?? [])]
    .sort((a, b) => b.settles - a.settles)
    .slice(0, POINTS);
  const answerable = new Set(interviewOf(state, rules).inputs.map((input) => input.id));
  if (points.length === 0) return null;
  return (
    <div>
      <h3>{say.turnsOn}</h3>
      <ul class="points">
        {points.map(({ id, ask, settledBy }) => (
          <li key={id}>
            {answerable.has(id) ? (
              <button type="button" class="link" onClick={() => onWanted(id)}>
                {ask[lang]}
              </button>
            ) : (
              ask[lang]
            )}{' '}
            <span class="dim">{say.settledBy(settledBy.label[lang])}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What is to be reported and handled, and by when: what runs first. */
function Deadlines({
  now,
  regulation,
  lang,
}: {
  readonly now: IncidentAssessment;
  readonly regulation: Regulation;
  readonly lang: State['lang'];
}) {
  const say = ASSESS[lang];
  const owed = now.responses
    .filter(({ status, due }) => status !== 'not-required' && (due.length > 0 || status !== 'undetermined'))
    .sort((a, b) => ORDER.indexOf(a.status) - ORDER.indexOf(b.status));
  return (
    <div>
      <h3>{say.deadlines}</h3>
      {owed.length === 0 ? (
        <p class="dim">{say.noDeadline}</p>
      ) : (
        <ul class="points">
          {owed.map(({ provision, unit, action, status, due }) => (
            <li key={`${provision} ${unit}`}>
              {[nameOfUnit(now, unit), action[lang]].filter(Boolean).join(REPORT[lang].gap)}{' '}
              <span class={`status ${status}`}>{REPORT[lang].response[status]}</span>
              {due.map(({ at, term, question, reading }) => (
                <time key={`${term} ${reading}`} dateTime={at}>
                  {dayAndTime(at, lang)}
                  {question !== undefined && reading !== undefined && (
                    <span class="dim">{readingText(regulation, question, reading, lang)}</span>
                  )}
                </time>
              ))}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Under which reading a time is due, where no ruling says from when it runs. */
const readingText = ({ questions }: Regulation, question: string, reading: string, lang: State['lang']): string =>
  REPORT[lang].inBrackets(questions[question]?.readings[reading]?.[lang] ?? reading);

/** To the minute, as it is written in the zone of the rules. */
function dayAndTime(at: string, lang: State['lang']): string {
  const text = at.slice(0, 'YYYY-MM-DDThh:mm'.length).replace('T', ' ');
  return lang === 'zh' ? chineseDate(text) : text;
}
