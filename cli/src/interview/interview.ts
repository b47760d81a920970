import { formatDiagnostic, type Incident, type Truth, ZerenzhiError } from 'zerenzhi';
import type { Interview } from 'zerenzhi/inquiry';
import { visible } from 'zerenzhi/report';
import { incidentWriter } from '../incident-document.js';
import { INTERVIEW } from '../messages/interview.js';
import type { Lang } from '../messages.js';
import { isSameFile, sameTarget, type Target, targetOf, writeWhole } from '../whole-file.js';
import { conclusion, type Law } from './conclusion.js';
import { promptsIn, type Terminal } from './terminal.js';
import { nextTopic, type Position } from './topic.js';

interface Asking {
  readonly lang: Lang;
  /** Where the document goes: after each answer, so that nothing is lost. */
  readonly output: string;
  /** The document it started from, by its name and its text: this one alone may be written over. */
  readonly from?: { readonly file: string; readonly text: string };
  /** What else it was started with. */
  readonly read?: readonly string[];
  /** By what the interview judges: its register is asked from, and its end says on what the outcome rests. */
  readonly law?: Law;
  /** The unit it is asked about. */
  readonly unit?: string;
}

/**
 * Asks in the terminal what the incident is, what can still change the outcome and what is only presumed, until nothing
 * is left or the person stops; answers the status reached.
 */
export async function runInterview(
  interview: Pick<Interview, 'start' | 'answer'>,
  given: Incident,
  asking: Asking,
  terminal: Terminal = { input: process.stdin, output: process.stderr },
): Promise<Truth> {
  const { lang, output, from, law, unit } = asking;
  const say = INTERVIEW[lang];
  const tell = (text: string) => terminal.output.write(`${text}\n`);
  const subject = { organization: law?.setting.organization, unit, facts: law?.regulation.facts };
  const textOf = incidentWriter(from?.text, output);
  // Each answer adds a position, and going back takes the last away.
  const path: [Position, ...Position[]] = [{ state: interview.start(given), passed: [] }];
  const here = () => path[path.length - 1] as Position;
  const target = begun(textOf(here().state.incident), asking);
  for (;;) {
    const { passed } = here();
    const topic = nextTopic(here(), interview, subject);
    if (!topic) break;
    const prompts = promptsIn(terminal, lang, path.length === 1);
    tell(`\n${say.question(path.length, topic.heading(prompts))}`);
    const answered = await topic.ask(prompts).catch(stopped);
    if (answered === 'finish') break;
    if (answered === 'back') path.pop();
    else
      try {
        path.push({ state: answered(), passed: [...passed, topic.id] });
      } catch (error) {
        // What contradicts what was said before is told, and the question asked again.
        if (!(error instanceof ZerenzhiError)) throw error;
        tell(say.refused);
        for (const fault of error.diagnostics) tell(formatDiagnostic(fault, lang));
        continue;
      }
    writeWhole(target, textOf(here().state.incident));
  }
  const { state } = here();
  tell(conclusion(state, law, lang));
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
