import { type FactFormula, type Formula, operands } from '../src/logic/formula.js';
import { MET, OPEN, truthValue, UNMET } from '../src/logic/truth.js';
import { type Epoch, epochsOf, placedProvisions } from '../src/regulation/law.js';
import type { Regulation } from '../src/regulation/schema.js';

/**
 * The verdicts of a regulation in force, with nothing settled of what it leaves open, as the source of a module: straight-line code that
 * runs where a content security policy forbids making code from strings. Everything else about a verdict stays with the formula.
 */
export function verdictModuleOf(regulation: Regulation): string {
  const epoch = epochsOf({ regulation, terms: {}, rulings: {} }).at(-1) as Epoch;
  const provisions = placedProvisions(regulation).map(({ provision }) => provision);
  const applying = provisions.filter((provision) => provision.kind === 'accountability' || (provision.kind === 'duty' && provision.response));
  const lines = (part: 'applies' | 'standard') =>
    applying.flatMap(({ id }) => {
      const formula = epoch[part](id);
      return formula ? [`    ${JSON.stringify(id)}: ${functionOf(regulation, formula)},`] : [];
    });
  return [
    '// Generated from the rule files. Edit those.',
    "import type { Case } from '../../src/logic/compile.js';",
    "import { applyOperator } from '../../src/logic/operators.js';",
    "import type { Value } from '../../src/logic/truth.js';",
    "import type { Verdicts } from '../../src/regulation/law.js';",
    '',
    'export const verdicts: Verdicts = {',
    ...(['applies', 'standard'] as const).flatMap((part) => [`  ${part}: {`, ...lines(part), '  },']),
    '};',
    '',
  ].join('\n');
}

function functionOf({ facts }: Regulation, formula: Formula): string {
  let temporaries = 0;
  const body = expression(formula);
  const names = Array.from({ length: temporaries + 1 }, (_, i) => `t${i}`);
  return `({ values: v, findings: f }: Case): Value => {\n      let ${names.join(', ')};\n      return (${body}) as Value;\n    }`;

  // One temporary serves every group, as its value is read before the rest of the group is worked out.
  function expression(part: Formula): string {
    const inner = operands(part).map(expression);
    switch (part.kind) {
      case 'all':
        return inner.reduceRight((rest, first) => `((t0 = ${first}) === ${UNMET} ? ${UNMET} : t0 & ${rest})`);
      case 'any':
        return inner.reduceRight((rest, first) => `((t0 = ${first}) === ${MET} ? ${MET} : t0 | ${rest})`);
      case 'not':
        return `((t0 = ${inner[0]}) === ${OPEN} ? ${OPEN} : ${MET} - t0)`;
      case 'condition':
        return inner[0] as string;
      case 'term':
        return `(f[${part.index}] === undefined ? ${inner[0] ?? `(${OPEN} as number)`} : f[${part.index}] ? ${MET} : ${UNMET})`;
      case 'question':
      case 'epochs': {
        const [first, ...others] = inner;
        if (others.length === 0) return first as string;
        const kept = `t${++temporaries}`;
        const differs = others.map((other) => `${other} !== ${kept}`).join(' || ');
        return `((${kept} = ${first}) === ${OPEN} || ${differs} ? ${OPEN} : ${kept})`;
      }
      case 'literal':
      case 'commencement':
        return `(${truthValue(part.truth)} as number)`;
      case 'fact':
        return leaf(part);
    }
  }

  function leaf({ fact, index, operator, expected }: FactFormula): string {
    if (expected === undefined) return `(${OPEN} as number)`;
    const value = `v[${index}]`;
    const type = facts[fact]?.type;
    const wanted = (Array.isArray(expected) ? expected : [expected]).map((one) => `${value} === ${JSON.stringify(one)}`).join(' || ');
    const positive = operator === 'equal' || operator === 'in';
    if ((type === 'boolean' || type === 'enum') && (positive || operator === 'notEqual' || operator === 'notIn'))
      return `(${wanted} ? ${positive ? MET : UNMET} : typeof ${value} === '${type === 'enum' ? 'string' : type}' ? ${positive ? UNMET : MET} : ${OPEN})`;
    return `applyOperator('${operator}', ${value}, ${JSON.stringify(expected)})`;
  }
}
