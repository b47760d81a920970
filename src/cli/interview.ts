import { writeFileSync } from 'node:fs';
import { checkbox, input, select } from '@inquirer/prompts';
import { stringify } from 'yaml';
import type { Incident } from '../index.js';
import { formatDiagnostic, ZerenzhiError } from '../index.js';
import type { Truth } from '../logic/truth.js';
import { type Lang, REPORT } from '../messages/report.js';
import { SETTLE } from '../messages/settle.js';
import type { Interview, InterviewState, Question } from '../report/index.js';
import { visible } from '../report/inert.js';

interface Asking {
  readonly lang: Lang;
  /** Where the document goes: after each answer, so that nothing is lost. */
  readonly output: string;
}
/** What a person answered: a value, that nobody knows, or that it is enough for now. */
type Answer = { readonly value: string | number | boolean | readonly string[] | null } | 'finish';

/** Asks in the terminal what can still change the outcome, until nothing can or the person stops; answers the status reached. */
export async function runInterview({ start, answer }: Interview, given: Incident, asking: Asking): Promise<Truth> {
  const say = SETTLE[asking.lang];
  let state = start(given);
  for (let number = 1; state.question; number++) {
    const { question } = state;
    process.stderr.write(
      `\n${say.question(number)}${REPORT[asking.lang].inBrackets(REPORT[asking.lang].labelled(REPORT[asking.lang].settledBy, question.settledBy.label[asking.lang]))}\n`,
    );
    const given = await ask(question, asking.lang);
    if (given === 'finish') break;
    state = attempt(() => answer(state, question.id, given.value), state, asking.lang);
    writeFileSync(asking.output, stringify(state.incident));
  }
  conclude(state, asking);
  return state.status;
}

/** An answer that contradicts what was said before is told, and the question asked again. */
function attempt(work: () => InterviewState, before: InterviewState, lang: Lang): InterviewState {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof ZerenzhiError)) throw error;
    for (const fault of error.diagnostics) process.stderr.write(`${formatDiagnostic(fault, lang)}\n`);
    return before;
  }
}

function conclude({ status, question, beyond }: InterviewState, { lang, output }: Asking): void {
  const say = SETTLE[lang];
  const waiting = beyond.map(
    ({ ask, settledBy }) => `  ${ask[lang]}${REPORT[lang].gap}${REPORT[lang].labelled(REPORT[lang].settledBy, settledBy.label[lang])}`,
  );
  const lines = [...(question ? [] : [say.done]), say.status[status], ...(waiting.length > 0 ? [say.beyond, ...waiting] : []), say.saved(output)];
  process.stderr.write(`\n${lines.map(visible).join('\n')}\n`);
}

async function ask({ ask: words, answer, options = {}, unit }: Question, lang: Lang): Promise<Answer> {
  const say = SETTLE[lang];
  const message = visible(words[lang]);
  const others = [
    { name: say.unknown, value: 'unknown' as const },
    { name: say.finish, value: 'finish' as const },
  ];
  const named = Object.entries(options).map(([option, label]) => ({ name: label[lang], value: option }));
  switch (answer) {
    case 'boolean': {
      const chosen = await select({ message, choices: [{ name: say.yes, value: 'yes' as const }, { name: say.no, value: 'no' as const }, ...others] });
      return chosen === 'finish' ? chosen : { value: chosen === 'unknown' ? null : chosen === 'yes' };
    }
    case 'enum': {
      // The names of options are a regulation's own: those of the two other answers are kept apart from them.
      const choices = [
        ...named.map(({ name, value }) => ({ name, value: { value } })),
        { name: say.unknown, value: { value: null } },
        { name: say.finish, value: 'finish' as const },
      ];
      return select<Answer>({ message, choices });
    }
    case 'set': {
      const first = await select({ message, choices: [{ name: say.choose, value: 'choose' as const }, ...others] });
      if (first !== 'choose') return first === 'finish' ? first : { value: null };
      return { value: await checkbox({ message, choices: named }) };
    }
    default: {
      const hint = answer === 'number' ? say.numberHint(unit) : say.timeHint;
      const text = (await input({ message: `${message}${hint}` })).trim();
      return { value: text === '' ? null : answer === 'number' ? Number(text) : text };
    }
  }
}
