import { type Condition, conditionsIn } from '../logic/condition.js';
import type { Article, Provision } from '../regulation/schema.js';

/** The conditions of a provision, each with the key it stands under. */
export function conditionsOf(provision: Provision): [string, Condition][] {
  const found: [string, Condition][] = [];
  if ('when' in provision && provision.when !== undefined) found.push(['when', provision.when]);
  if (provision.kind === 'accountability')
    provision.limbs?.forEach(({ when }, i) => {
      found.push([`limbs[${i}].when`, when]);
    });
  if (provision.kind === 'power')
    for (const [id, when] of Object.entries(provision.about?.unless ?? {})) found.push([`about.unless.${id}`, when]);
  if ('standard' in provision && provision.standard !== undefined) found.push(['standard', provision.standard]);
  return found;
}

/** The same with all that stands in them, what named conditions mean too. */
export const allConditionsOf = (provision: Provision, { conditions }: Article): Condition[] =>
  conditionsOf(provision).flatMap(([, condition]) => conditionsIn(condition, (name) => conditions?.[name]));

/** The words that conditions quote. */
export const quotesIn = (conditions: readonly Condition[]): string[] =>
  conditions.flatMap((each) => ('quote' in each && each.quote !== undefined ? [each.quote] : []));
