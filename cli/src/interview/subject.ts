import type { Organization } from 'zerenzhi';
import type { Choice, Move, Prompts } from './terminal.js';

/** Asks what the incident is called; nothing typed leaves it out. */
export async function askTitle({ say, type }: Prompts): Promise<{ readonly title?: string } | Move> {
  const typed = await type(say.title, say.titleHint);
  return typeof typed === 'string' ? typed : typed.text === '' ? {} : { title: typed.text };
}

export type Kind = 'units' | 'systems';
interface Entry {
  readonly id?: string;
}
/** The units or systems concerned, of systems none too; null where nobody knows. */
type Concerned = readonly Entry[] | null;

/**
 * Asks which units or systems it concerns: by name where a register has any, else by their identifiers.
 */
export async function askConcerned(
  kind: Kind,
  organization: Organization | undefined,
  prompts: Prompts,
): Promise<{ readonly [kind in Kind]?: Concerned } | Move> {
  const list = (organization?.[kind] ?? []) as readonly { readonly id: string; readonly name?: string }[];
  const answer = list.length > 0 ? await fromList(kind, list, prompts) : await typed(kind, prompts);
  return typeof answer === 'string' ? answer : { [kind]: answer };
}

async function typed(kind: Kind, { say, type }: Prompts): Promise<Concerned | Move> {
  const answer = await type(say[kind], say.ids[kind]);
  if (typeof answer === 'string') return answer;
  if (mayBeNone(kind) && answer.text.toLowerCase() === say.noneWord) return [];
  const ids = new Set(answer.text.split(/[\s,，、;；]+/).filter((id) => id !== ''));
  return ids.size > 0 ? [...ids].map((id) => ({ id })) : null;
}

/** Somebody had a part in every incident; a system need not have had one. */
const mayBeNone = (kind: Kind): boolean => kind === 'systems';

type Next = Entry | 'enough' | 'none' | 'unknown';

/** One after the other, since one is mostly all. What the register lacks it cannot name: an entry without identifier. */
async function fromList(
  kind: Kind,
  list: readonly { readonly id: string; readonly name?: string }[],
  { say, find }: Prompts,
): Promise<Concerned | Move> {
  const entries: readonly Choice<Entry>[] = list.map(({ id, name }) => ({
    name: name === undefined ? id : say.named(name, id),
    value: { id },
  }));
  const notListed: Choice<Entry> = { name: say.notListed, value: {} };
  const none: readonly Choice<Next>[] = mayBeNone(kind) ? [{ name: say.noSystem, value: 'none' }] : [];
  let chosen: readonly Choice<Entry>[] = [];
  for (;;) {
    const rest = (choices: readonly Choice<Entry>[]) => choices.filter((choice) => !chosen.includes(choice));
    const next =
      chosen.length === 0
        ? await find<Next>(say[kind], entries, [notListed, ...none, { name: say.unknown, value: 'unknown' }])
        : await find<Next>(
            `${say[kind]}${say.chosen(chosen.map(({ name }) => name))}`,
            [{ name: say.noMore, value: 'enough' }, ...rest(entries)],
            rest([notListed]),
          );
    if (next === 'finish') return next;
    if (next === 'enough') return chosen.map(({ value }) => value);
    if (next === 'none') return [];
    if (next === 'unknown') return null;
    if (next === 'back') {
      if (chosen.length === 0) return next;
      chosen = chosen.slice(0, -1);
    } else chosen = [...chosen, ...[...entries, notListed].filter(({ value }) => value === next)];
  }
}
