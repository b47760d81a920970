import { LogicEngine } from 'json-logic-engine';
import * as z from 'zod';
import { regulation } from '../../src/index.js';
import { pathOf } from '../../src/model/fact-schema.js';
import { optionsOf } from '../../src/regulation/vocabulary.js';
import { bits, EXPRESSIONS, type Flat, flatName, type Peer } from '../conditions.js';
import { logic } from './json-logic-engine.js';

// What an app writes that has neither: a schema of the same raw incidents, every key of which is checked, its values by
// flat names, and each rule built into a function. Times are checked as ISO 8601 texts and no more.

export const ZOD_AND_JSON_LOGIC = 'zod and json-logic-engine, on raw incidents';

type Tree = { [key: string]: Tree | z.ZodType };

const FACTS = Object.entries(regulation.facts).filter(([, { of, derive }]) => of === 'incident' && !derive);
const id = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}._:/-]{0,127}$/u);
const text = z.string().max(2000);

function schema() {
  const tree: Tree = {};
  for (const [name, fact] of FACTS) {
    const keys = pathOf(name, 'incident');
    let at = tree;
    for (const key of keys.slice(0, -1)) {
      at[key] ??= {};
      at = at[key] as Tree;
    }
    const options = optionsOf(regulation, fact) as [string, ...string[]];
    at[keys.at(-1) as string] = {
      boolean: () => z.boolean(),
      number: () => z.number().min(fact.min ?? Number.NEGATIVE_INFINITY),
      enum: () => z.enum(options),
      set: () => z.array(z.enum(options)),
      instant: () => z.iso.datetime({ offset: true }),
    }[fact.type]();
  }
  const findings = Object.fromEntries(Object.keys(regulation.terms).map((term) => [term, z.boolean().nullish()]));
  return z.strictObject({
    id: id.optional(),
    title: text.optional(),
    source: text.optional(),
    units: z.array(z.strictObject({ id, part: z.boolean().nullish() })).optional(),
    systems: z.array(z.strictObject({ id })).optional(),
    parties: z.array(z.strictObject({ id })).optional(),
    findings: z.strictObject(findings).nullish(),
    ...shape(tree),
  });
}

const shape = (tree: Tree): Record<string, z.ZodType> =>
  Object.fromEntries(
    Object.entries(tree).map(([key, part]) => [
      key,
      (part instanceof z.ZodType ? part : z.strictObject(shape(part))).nullish(),
    ]),
  );

export function zodJsonLogicPeer(): Peer<number> {
  const incidents = schema();
  const engine = new LogicEngine();
  const functions = [...EXPRESSIONS.values()].map(
    (expression) => engine.build(logic(expression)) as (data: Flat) => boolean,
  );
  // What nobody says is presumed, as an app that knows the rule would fill it in: of the unit too, which had a part.
  const presumed = Object.fromEntries([
    ...Object.entries(regulation.facts).flatMap(([name, { absent }]) =>
      absent ? [[flatName(name), absent.presumed]] : [],
    ),
    [flatName('concerned.part'), true],
  ]) as { [name: string]: never };
  const paths = [
    ...FACTS.map(([name]) => [flatName(name), pathOf(name, 'incident')] as const),
    ...Object.keys(regulation.terms).map((term) => [flatName(`finding ${term}`), ['findings', term]] as const),
  ];
  return {
    name: ZOD_AND_JSON_LOGIC,
    run: ({ incident }) => {
      const read = incidents.parse(incident) as { [key: string]: never };
      const flat: { [name: string]: never } = { ...presumed };
      for (const [name, path] of paths) {
        let at: { [key: string]: never } | undefined = read;
        for (const key of path) at = at?.[key];
        if (at !== undefined) flat[name] = at as never;
      }
      let met = 0;
      for (let i = 0; i < functions.length; i++) if (functions[i]?.(flat)) met |= 1 << i;
      return met;
    },
    met: bits,
  };
}
