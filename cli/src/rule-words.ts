import { type Bilingual, type Regulation, regulation } from 'zerenzhi';

export type Fact = Regulation['facts'][string];

/** The options of a fact with their labels, wherever the rules list them. */
export function optionsOf({ options = {} }: Fact): readonly (readonly [id: string, label: Bilingual])[] {
  if (typeof options !== 'string') return Object.entries(options);
  return Object.entries(regulation[options]).map(([id, { label }]) => [id, label]);
}

/** What may be said of conduct that is alleged, beside yes and no. */
export const allegationsOf = ({ alleged }: Fact): readonly (readonly [value: string, label: Bilingual])[] =>
  alleged
    ? [
        ['alleged', alleged.open],
        ['none-alleged', alleged.none],
      ]
    : [];
