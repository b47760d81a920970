import { type AssessOptions, assessIncident, formatPlace, type Regulation } from 'zerenzhi';
import type { InterviewState } from 'zerenzhi/inquiry';
import { explainFinding, visible } from 'zerenzhi/report';
import { INTERVIEW } from '../messages/interview.js';
import type { Lang } from '../messages.js';

/** By what an incident is judged, and what its facts are called. */
export interface Law {
  readonly setting: AssessOptions;
  readonly regulation: Regulation;
}

/**
 * Why the interview ends, how the incident comes out, on what that rests, what is still open and whose it is, and what
 * would reopen it.
 */
export function conclusion(state: InterviewState, law: Law | undefined, lang: Lang): string {
  const say = INTERVIEW[lang];
  const { status, questions, presumed, beyond } = state;
  const waiting = beyond.map(({ ask, settledBy }) => say.waiting(ask[lang], settledBy.label[lang]));
  const ends =
    questions.length > 0
      ? say.stopped(questions.length)
      : presumed.length > 0
        ? say.presumedLeft(presumed.length)
        : say.done;
  const lines = [
    ends,
    say.status[status],
    ...(law ? grounds(state, law, lang) : []),
    ...(waiting.length > 0 ? [say.beyond, ...waiting] : []),
    say.reopen,
  ];
  return `\n${lines.map(visible).join('\n')}`;
}

/** Each provision that is met with what decides it, and what is taken not to be so. */
function grounds({ incident }: InterviewState, { setting, regulation }: Law, lang: Lang): string[] {
  const say = INTERVIEW[lang];
  const assessment = assessIncident(incident, setting);
  const { policy } = setting;
  const met = assessment.accountability.by.flatMap((id) => {
    const { label, citation, grounds } = explainFinding(assessment, id, { policy });
    return [
      say.met(label[lang], formatPlace(citation.place, lang)),
      ...grounds.map(({ said }) => say.ground(said[lang])),
    ];
  });
  const presumptions = assessment.presumptions.map(({ because, facts }) =>
    say.presumed(
      facts.map((id) => regulation.facts[id]?.label[lang] ?? id),
      because[lang],
    ),
  );
  return [...met, ...presumptions];
}
