import { useState } from 'preact/hooks';
import { assessIncident, formatPlace, type IncidentAssessment } from 'zerenzhi';
import type { Input, Question } from 'zerenzhi/inquiry';
import { REPORT } from '../../../src/messages/report.js';
import { interviewOf, settingOf } from '../derive.js';
import type { Rules, State } from '../state.js';
import { tried } from '../tried.js';
import { useLater } from '../use-shown.js';
import { ASSESS } from '../words/assess.js';

/** What differs between two assessments, by provision. */
export function changesBetween(now: IncidentAssessment, then: IncidentAssessment, lang: State['lang']): string[] {
  const say = ASSESS[lang];
  const outcome =
    now.accountability.status === then.accountability.status ? [] : [REPORT[lang].status[then.accountability.status]];
  const findings = then.findings.flatMap(({ provision, status }, i) =>
    status === now.findings[i]?.status
      ? []
      : [say.becomes(formatPlace(then.citations[provision].place, lang), REPORT[lang].truth[status])],
  );
  return [...outcome, ...findings];
}

/** What each answer to a question would do: worked out only once somebody asks for it. */
export function Effects({
  question,
  state,
  rules,
  now,
}: {
  readonly question: Question | Input;
  readonly state: State;
  readonly rules: Rules;
  readonly now: IncidentAssessment;
}) {
  const [isOpen, setOpen] = useState(false);
  const say = ASSESS[state.lang];
  const isListed = question.answer === 'boolean' || question.answer === 'enum' || question.answer === 'set';
  if (!isListed) return null;
  return (
    <details class="effects" open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{say.effects}</summary>
      {isOpen && <Table question={question} state={state} rules={rules} now={now} />}
    </details>
  );
}

function Table({ question, state, rules, now }: Parameters<typeof Effects>[0]) {
  const { lang } = state;
  const say = ASSESS[lang];
  const { made, isCurrent } = useLater(() => {
    const { tell } = interviewOf(state, rules);
    const setting = settingOf(state, rules);
    const named = Object.entries(question.options ?? {}).map(([value, label]) => [value, label[lang]] as const);
    const answers: readonly (readonly [boolean | string | readonly string[], string])[] =
      question.answer === 'boolean'
        ? [[true, say.yes], [false, say.no], ...named]
        : question.answer === 'set'
          ? [[[], say.none], ...named.map(([value, label]) => [[value], label] as const)]
          : named;
    return answers.map(([value, label]) => {
      // An answer that contradicts the rest cannot be given.
      const { made: then } = tried(() => assessIncident(tell(state, question.id, value), setting));
      return { label, changes: then && changesBetween(now, then as IncidentAssessment, lang) };
    });
  }, [question, state.incident, now, lang]);
  if (!made) return <p class="dim">{say.waiting}</p>;
  return (
    <dl aria-busy={!isCurrent}>
      {made.map(({ label, changes }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{changes === undefined ? '—' : changes.length === 0 ? say.noEffect : changes.join(REPORT[lang].then)}</dd>
        </div>
      ))}
    </dl>
  );
}
