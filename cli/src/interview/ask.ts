import { numberIn, type Question, type TypedTime, timeIn } from 'zerenzhi/inquiry';
import { unitText, visible } from 'zerenzhi/report';
import type { Move, Prompts } from './terminal.js';

/** What a person answered: a value, or null, that nobody knows. */
export interface Answer {
  readonly value: TypedTime | number | boolean | readonly string[] | null;
}
type Asked = Pick<Question, 'ask' | 'answer' | 'options' | 'unit'>;

const UNKNOWN: Answer = { value: null };

/** Asks a question of the rules in the way that its answers need. */
export async function ask({ ask, answer, options = {}, unit }: Asked, prompts: Prompts): Promise<Answer | Move> {
  const { lang, say, choose, tick, type } = prompts;
  const message = visible(ask[lang]);
  const unknown = { name: say.unknown, value: UNKNOWN };
  const named = Object.entries(options).map(([value, label]) => ({ name: label[lang], value: { value } }));
  switch (answer) {
    case 'boolean': {
      const plain = [
        { name: say.yes, value: { value: true } },
        { name: say.no, value: { value: false } },
      ];
      return choose<Answer>(message, [...plain, ...named, unknown]);
    }
    case 'enum':
      return choose<Answer>(message, [...named, unknown]);
    case 'set': {
      const first = await choose<Answer | 'some'>(message, [{ name: say.choose, value: 'some' }, unknown]);
      if (first !== 'some') return first;
      return { value: (await tick(message, named)).map(({ value }) => value) };
    }
    case 'number': {
      const isFit = (text: string) => text.trim() === '' || numberIn(text) !== undefined || say.notANumber;
      const typed = await type(message, say.number(unit && visible(unitText(unit, lang))), isFit);
      return typeof typed === 'string' ? typed : { value: numberIn(typed.text) ?? null };
    }
    default: {
      const typed = await type(message, say.time);
      return typeof typed === 'string' ? typed : { value: typed.text === '' ? null : timeIn(typed.text, lang) };
    }
  }
}
