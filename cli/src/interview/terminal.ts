import { checkbox, input, Separator, search, select } from '@inquirer/prompts';
import { visible } from 'zerenzhi/report';
import { INTERVIEW } from '../messages/interview.js';
import type { Lang } from '../messages.js';

/** Where questions are asked; by default in the terminal, so that standard output stays free. */
export interface Terminal {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
}
/** What a person may do instead of answering. */
export type Move = 'back' | 'finish';
export interface Choice<T> {
  readonly name: string;
  readonly value: T;
}
/** The ways in which something is asked: every one of them also lets go back, but for the first question, and stop. */
export interface Prompts {
  readonly lang: Lang;
  readonly say: (typeof INTERVIEW)[Lang];
  choose<T>(message: string, choices: readonly Choice<T>[]): Promise<T | Move>;
  /** From a long list, by its words; `others` stand below it whatever is typed. */
  find<T>(message: string, list: readonly Choice<T>[], others: readonly Choice<T>[]): Promise<T | Move>;
  /** Some of a list; it cannot be left but by choosing, so something else has to be asked before. */
  tick<T>(message: string, choices: readonly Choice<T>[]): Promise<readonly T[]>;
  type(message: string, hint: string, validate?: (text: string) => true | string): Promise<{ text: string } | Move>;
}

/** So many lines of choices are seen at once; of a long list so few that what stands below it is among them. */
const PAGE = 13;
const MATCHES = 7;

export function promptsIn(terminal: Terminal, lang: Lang, isFirst: boolean): Prompts {
  const say = INTERVIEW[lang];
  const { keys } = say;
  /** Which keys do what, in the language of the rest. */
  const keysHelp = (...tips: string[]) => ({ style: { keysHelpTip: () => tips.join('　') } });
  const shown = <T>(choices: readonly Choice<T>[]) =>
    choices.map(({ name, value }) => ({ name: visible(name), value }));
  const moves: Choice<Move>[] = [
    ...(isFirst ? [] : [{ name: say.back, value: 'back' as const }]),
    { name: say.finish, value: 'finish' },
  ];
  const moveIn = (text: string): Move | undefined => {
    const word = text.trim().toLowerCase();
    return word === say.stopWord ? 'finish' : word === say.backWord && !isFirst ? 'back' : undefined;
  };
  return {
    lang,
    say,
    choose: <T>(message: string, choices: readonly Choice<T>[]) =>
      select<T | Move>(
        { message, choices: [...shown(choices), ...moves], pageSize: PAGE, theme: keysHelp(keys.move, keys.enter) },
        terminal,
      ),
    find: <T>(message: string, list: readonly Choice<T>[], others: readonly Choice<T>[]) =>
      search<T | Move>(
        {
          message,
          source: (term = '') => {
            const word = term.trim().toLowerCase();
            const found = shown(list).filter(({ name }) => name.toLowerCase().includes(word));
            const hidden = found.length - MATCHES;
            return [
              ...found.slice(0, MATCHES),
              ...(hidden > 0 ? [new Separator(say.more(hidden))] : []),
              ...shown(others),
              ...moves,
            ];
          },
          pageSize: PAGE,
          theme: keysHelp(keys.type, keys.move, keys.enter),
        },
        terminal,
      ),
    tick: <T>(message: string, choices: readonly Choice<T>[]) =>
      checkbox<T>(
        {
          message,
          choices: shown(choices),
          pageSize: PAGE,
          theme: keysHelp(keys.move, keys.tick, keys.enter),
          shortcuts: { all: null, invert: null },
        },
        terminal,
      ),
    type: async (message, hint, validate = () => true) => {
      // Above the question, which is drawn again at every key.
      terminal.output.write(`${say.hint(hint, isFirst)}\n`);
      const text = await input(
        { message, validate: (typed) => moveIn(typed) !== undefined || validate(typed) },
        terminal,
      );
      return moveIn(text) ?? { text: text.trim() };
    },
  };
}
