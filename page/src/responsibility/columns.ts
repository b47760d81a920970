import { regulationIn } from '../derive.js';
import type { Rules, State } from '../state.js';
import type { Column, Options } from '../ui/entry.js';
import { RESPONSIBILITY } from '../words/responsibility.js';
import { namesOf, postsOf } from './names.js';

export type Kind = 'units' | 'posts' | 'appointments' | 'systems';
export const KINDS: readonly Kind[] = ['units', 'posts', 'appointments', 'systems'];

/** What the regulation calls the roles of posts. */
export const rolesIn = (rules: Rules, lang: State['lang']): Options =>
  Object.entries(regulationIn(rules).roles).map(([id, { label }]) => [id, label[lang]]);

/** The columns of each kind of entry, but for its id; kinds and roles as the regulation calls them. */
export function columnsOf(kind: Kind, state: State, rules: Rules): readonly Column[] {
  const { lang, organization = {} } = state;
  const { column } = RESPONSIBILITY[lang];
  const { unitKinds, facts } = regulationIn(rules);
  const labelled = (of: {
    readonly [id: string]: { readonly label: { readonly [each in typeof lang]: string } };
  }): Options => Object.entries(of).map(([id, { label }]) => [id, label[lang]]);
  const systemKinds = Object.values(facts).find(({ source }) => source === 'system.kind')?.options ?? {};
  const units = namesOf(organization.units);
  const text = (key: 'name' | 'title' | 'person'): Column => ({ key, label: column[key], type: 'text' });
  const check = (key: 'principal' | 'acting' | 'schoolLevel'): Column => ({ key, label: column[key], type: 'check' });
  const unit = (key: 'unit' | 'parent'): Column => ({ key, label: column[key], type: 'reference', options: units });
  const days: readonly Column[] = (['from', 'until'] as const).map((key) => ({
    key,
    label: column[key],
    type: 'date',
  }));
  switch (kind) {
    case 'units':
      return [
        text('name'),
        { key: 'kind', label: column.kind, type: 'choice', options: labelled(unitKinds) },
        unit('parent'),
        ...days,
      ];
    case 'posts':
      return [
        unit('unit'),
        { key: 'role', label: column.role, type: 'choice', options: rolesIn(rules, lang), isRequired: true },
        text('title'),
        check('principal'),
        ...days,
      ];
    case 'appointments':
      return [
        {
          key: 'post',
          label: column.post,
          type: 'choice',
          options: postsOf(organization, rolesIn(rules, lang)),
          isRequired: true,
        },
        { ...text('person'), isRequired: true },
        check('acting'),
        { key: 'from', label: column.from, type: 'date', isRequired: true },
        { key: 'until', label: column.until, type: 'date' },
      ];
    case 'systems':
      return [
        text('name'),
        {
          key: 'kind',
          label: column.kind,
          type: 'choice',
          options: Object.entries(systemKinds).map(([id, label]) => [id, label[lang]]),
        },
        { key: 'level', label: column.level, type: 'number' },
        check('schoolLevel'),
        ...days,
      ];
  }
}
