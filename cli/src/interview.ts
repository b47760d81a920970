import { checkbox, input, select } from '@inquirer/prompts';
import { formatDiagnostic, type Incident, type Truth, ZerenzhiError } from 'zerenzhi';
import type { Interview, InterviewState, Question } from 'zerenzhi/inquiry';
import { unitText, visible } from 'zerenzhi/report';
import { incidentWriter } from './incident-document.js';
import { CLI, type Lang } from './messages.js';
import { isSameFile, sameTarget, type Target, targetOf, writeWhole } from './whole-file.js';

interface Asking {
  readonly lang: Lang;
  /** Where the document goes: after each answer, so that nothing is lost. */
  readonly output: string;
  /** The document it started from, by its name and its text: this one alone may be written over. */
  readonly from?: { readonly file: string; readonly text: string };
  /** What else it was started with. */
  readonly read?: readonly string[];
}
/** Where questions are asked; by default in the terminal, so that standard output stays free. */
export interface Terminal {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
}
/** What a person answered: a value, that nobody knows, or that it is enough for now. */
type Answer = { readonly value: string | number | boolean | readonly string[] | null } | 'finish';

/**
 * Asks in the terminal what can still change the outcome, until nothing can or the person stops; answers the status
 * reached.
 */
export async function runInterview(
  { start, answer }: Interview,
  given: Incident,
  asking: Asking,
  terminal: Terminal = { input: process.stdin, output: process.stderr },
): Promise<Truth> {
  const { lang, output, from } = asking;
  const say = CLI[lang].interviewing;
  const tell = (text: string) => terminal.output.write(`${text}\n`);
  let state = start(given);
  const textOf = incidentWriter(from?.text, output);
  const target = begun(textOf(state.incident), asking);
  for (let number = 1; state.question; number++) {
    const { question } = state;
    tell(`\n${say.question(number, visible(question.settledBy.label[lang]))}`);
    const answered = await ask(question, lang, terminal).catch(stopped);
    if (answered === 'finish') break;
    try {
      state = answer(state, question.id, answered.value);
    } catch (error) {
      // What contradicts what was said before is told, and the question asked again.
      if (!(error instanceof ZerenzhiError)) throw error;
      for (const fault of error.diagnostics) tell(formatDiagnostic(fault, lang));
    }
    writeWhole(target, textOf(state.incident));
  }
  tell(conclusion(state, lang));
  tell(say.saved(visible(output)));
  return state.status;
}

/**
 * The file to be written after each answer: the very one that the interview began with, or a new one, which exists from
 * here on.
 */
function begun(content: string, { output, from, read = [] }: Omit<Asking, 'lang'>): Target {
  if (from !== undefined && isSameFile(output, from.file)) return sameTarget(output);
  writeWhole(targetOf(output, read), content);
  return { file: output, replace: true };
}

/** Who leaves the terminal stops: what was answered is kept. */
function stopped(error: unknown): 'finish' {
  if (error instanceof Error && error.name === 'ExitPromptError') return 'finish';
  throw error;
}

function conclusion({ status, question, beyond }: InterviewState, lang: Lang): string {
  const say = CLI[lang].interviewing;
  const waiting = beyond.map(({ ask, settledBy }) => say.waiting(ask[lang], settledBy.label[lang]));
  const lines = [
    ...(question ? [] : [say.done]),
    say.status[status],
    ...(waiting.length > 0 ? [say.beyond, ...waiting] : []),
  ];
  return `\n${lines.map(visible).join('\n')}`;
}

async function ask(
  { ask: words, answer, options = {}, unit }: Question,
  lang: Lang,
  terminal: Terminal,
): Promise<Answer> {
  const say = CLI[lang].interviewing;
  const message = visible(words[lang]);
  const others = [
    { name: say.unknown, value: 'unknown' as const },
    { name: say.finish, value: 'finish' as const },
  ];
  const named = Object.entries(options).map(([option, label]) => ({ name: visible(label[lang]), value: option }));
  switch (answer) {
    case 'boolean': {
      const chosen = await select(
        {
          message,
          choices: [{ name: say.yes, value: 'yes' }, { name: say.no, value: 'no' }, ...named, ...others],
        },
        terminal,
      );
      if (chosen === 'finish' || chosen === 'unknown') return chosen === 'finish' ? chosen : { value: null };
      return { value: chosen === 'yes' ? true : chosen === 'no' ? false : chosen };
    }
    case 'enum': {
      // The names of options are a regulation's own: those of the two other answers are kept apart from them.
      const choices = [
        ...named.map(({ name, value }) => ({ name, value: { value } })),
        { name: say.unknown, value: { value: null } },
        { name: say.finish, value: 'finish' as const },
      ];
      return select<Answer>({ message, choices }, terminal);
    }
    case 'set': {
      const first = await select(
        { message, choices: [{ name: say.choose, value: 'choose' as const }, ...others] },
        terminal,
      );
      if (first !== 'choose') return first === 'finish' ? first : { value: null };
      return { value: await checkbox({ message, choices: named }, terminal) };
    }
    default: {
      const numeric = answer === 'number';
      const hint = numeric
        ? say.numberHint(unit === undefined ? undefined : visible(unitText(unit, lang)))
        : say.timeHint;
      const isStop = (text: string) => text.trim().toLowerCase() === say.stop;
      const isFit = (text: string) => !numeric || isStop(text) || Number.isFinite(Number(text)) || say.notANumber;
      const text = (await input({ message: `${message}${hint}`, validate: isFit }, terminal)).trim();
      if (isStop(text)) return 'finish';
      return { value: text === '' ? null : numeric ? Number(text) : text };
    }
  }
}
