import type { Diagnostic, Organization } from 'zerenzhi';
import { regulationIn } from '../derive.js';
import type { Rules, State } from '../state.js';
import { tryChange } from '../store.js';
import type { Told } from '../ui/faults.js';
import { FAULTS, faultWords } from '../words/faults.js';
import { RESPONSIBILITY } from '../words/responsibility.js';
import { columnsOf, KINDS, type Kind, rolesIn } from './columns.js';
import { nameIn, namesOf, postsOf } from './names.js';

interface Label {
  readonly zh: string;
  readonly en: string;
}

/** The register, or the one that is begun. */
export const registerOf = ({ organization, lang }: State): Organization =>
  organization ?? { name: RESPONSIBILITY[lang].newName };

/** Takes a register as it is to be, or tells in plain words what is wrong with it, and in which row. */
export function take(state: State, rules: Rules, next: object): readonly Told[] {
  const organization = next as Organization;
  return tryChange({ organization }).map((fault) => ({ ...fault, plain: plainly(fault, state, rules, organization) }));
}

/** What the entries of a kind are called, in their order. */
export function labelsOf(kind: Kind, organization: Organization, state: State, rules: Rules): readonly string[] {
  const posts = postsOf(organization, rolesIn(rules, state.lang));
  if (kind === 'posts') return posts.map(([, label]) => label);
  if (kind !== 'appointments') return namesOf(organization[kind]).map(([, label]) => label);
  return (organization.appointments ?? []).map(({ post, person }) =>
    [nameIn(posts, post), person].filter(Boolean).join(' '),
  );
}

/** A place in a register: the list, which of its entries, and what of that. */
const PLACE = /^(\w+)(?:\[(\d+)\])?(?:\.(\w+))?/;

function plainly(fault: Diagnostic, state: State, rules: Rules, next: Organization): string {
  const { lang, organization = {} } = state;
  const say = FAULTS[lang];
  const { column, one, name } = RESPONSIBILITY[lang];
  const [, list = '', at, key = ''] = PLACE.exec(fault.path) ?? [];
  const words = faultWords(fault, lang);
  if (fault.document === 'incident') {
    const id = String(fault.value ?? '');
    return say.of(say.inIncident(one[list === 'systems' ? 'systems' : 'units'], id), words);
  }
  if (fault.document === 'unit') return say.of(say.inUnitFile, words);
  const kind = KINDS.find((each) => each === list);
  // What something refers to that is about to go is known until then.
  const gone = [...namesOf(organization.units), ...postsOf(organization, rolesIn(rules, lang))].find(
    ([id]) => fault.code.startsWith('organization/unknown-') && id === fault.value,
  );
  const told = gone ? say.stillUsed(gone[1]) : words;
  if (!kind) {
    const { [key]: body } = regulationIn(rules).bodies as { readonly [id: string]: { readonly label: Label } };
    return say.of(list === 'name' ? name : (body?.label[lang] ?? ''), told);
  }
  // A row is called what it is called on the screen, where what it refers to is still there.
  const shown = {
    ...next,
    units: withOld(next.units, organization.units),
    posts: withOld(next.posts, organization.posts),
  };
  const label = at === undefined ? '' : (labelsOf(kind, shown, state, rules)[Number(at)] ?? '');
  const heads: { readonly [key: string]: string } = column;
  const head = columnsOf(kind, state, rules).find((each) => each.key === key)?.label ?? heads[key] ?? '';
  return say.of(say.row(one[kind], label, head), told);
}

/** Those of a list, and behind them those that it had. */
const withOld = <Entry extends { readonly id: string }>(
  list: readonly Entry[] = [],
  old: readonly Entry[] = [],
): readonly Entry[] => [...list, ...old.filter(({ id }) => !list.some((each) => each.id === id))];
