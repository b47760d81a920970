import { type FactFormula, type Formula, operands } from '../src/logic/formula.js';
import { MET, not, OPEN, truthValue, UNMET, type Value } from '../src/logic/truth.js';
import { type Epoch, epochsOf, placedProvisions } from '../src/policy/law.js';
import type { Regulation } from '../src/regulation/schema.js';

/**
 * The verdicts of a regulation in force, with nothing settled of what it leaves open, as the source of a module: straight-line code that
 * runs where a content security policy forbids making code from strings. Everything else about a verdict stays with the formula.
 */
export function verdictModuleOf(regulation: Regulation): string {
  const epoch = epochsOf({ regulation, terms: {}, rulings: {} }).at(-1) as Epoch;
  const provisions = placedProvisions(regulation).map(({ provision }) => provision);
  const applying = provisions.filter(
    (provision) => provision.kind === 'accountability' || (provision.kind === 'duty' && provision.response),
  );
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
    "import type { Verdicts } from '../../src/policy/law.js';",
    '',
    'export const verdicts: Verdicts = {',
    ...(['applies', 'standard'] as const).flatMap((part) => [`  ${part}: {`, ...lines(part), '  },']),
    '};',
    '',
  ].join('\n');
}

/** A part of a verdict as code; with its value, where that is the same in every case. */
interface Part {
  readonly code: string;
  readonly value?: Value;
}
const constant = (value: Value): Part => ({ code: `(${value} as number)`, value });

function functionOf({ facts }: Regulation, formula: Formula): string {
  let temporaries = 0;
  const { code } = expression(formula);
  const names = Array.from({ length: temporaries + 1 }, (_, i) => `t${i}`);
  return `({ values: v, findings: f }: Case): Value => {\n      let ${names.join(', ')};\n      return (${code}) as Value;\n    }`;

  // One temporary serves every group, as its value is read before the rest of the group is worked out.
  function expression(part: Formula): Part {
    const inner = operands(part).map(expression);
    switch (part.kind) {
      case 'all':
        return group(inner, UNMET, MET, '&');
      case 'any':
        return group(inner, MET, UNMET, '|');
      case 'not': {
        const { code, value } = inner[0] as Part;
        return value === undefined
          ? { code: `((t0 = ${code}) === ${OPEN} ? ${OPEN} : ${MET} - t0)` }
          : constant(not(value));
      }
      case 'condition':
        return inner[0] as Part;
      case 'term':
        return {
          code: `(f[${part.index}] === undefined ? ${inner[0]?.code ?? OPEN} : f[${part.index}] ? ${MET} : ${UNMET})`,
        };
      case 'question':
      case 'epochs':
        return agreed(inner);
      case 'literal':
      case 'commencement':
        return constant(truthValue(part.truth));
      case 'fact':
        return leaf(part);
    }
  }

  /** Parts of which one that is decisive decides; those that never count are left out. */
  function group(parts: readonly Part[], decisive: Value, neutral: Value, sign: '&' | '|'): Part {
    if (parts.some(({ value }) => value === decisive)) return constant(decisive);
    const counting = parts.filter(({ value }) => value !== neutral);
    const varying = counting.filter(({ value }) => value === undefined).map(({ code }) => code);
    if (varying.length === 0) return constant(counting.length === 0 ? neutral : OPEN);
    const open = varying.length < counting.length;
    const code = varying.reduceRight(
      (rest, first) => `((t0 = ${first}) === ${decisive} ? ${decisive} : t0 ${sign} ${rest})`,
    );
    return { code: open ? `(${code} === ${decisive} ? ${decisive} : (${OPEN} as number))` : code };
  }

  /** What all readings come to, and open where they differ. */
  function agreed(parts: readonly Part[]): Part {
    const [known, ...others] = [...new Set(parts.flatMap(({ value }) => (value === undefined ? [] : [value])))];
    if (known === OPEN || others.length > 0) return constant(OPEN);
    const varying = [...new Set(parts.filter(({ value }) => value === undefined).map(({ code }) => code))];
    const [first, ...rest] = varying;
    if (first === undefined) return constant(known as Value);
    if (known !== undefined)
      return {
        code: `(${varying.map((code) => `${code} === ${known}`).join(' && ')} ? ${known} : (${OPEN} as number))`,
      };
    if (rest.length === 0) return { code: first };
    const kept = `t${++temporaries}`;
    return {
      code: `((${kept} = ${first}) === ${OPEN} || ${rest.map((other) => `${other} !== ${kept}`).join(' || ')} ? ${OPEN} : ${kept})`,
    };
  }

  function leaf({ fact, index, operator, expected }: FactFormula): Part {
    if (expected === undefined) return constant(OPEN);
    const value = `v[${index}]`;
    const type = facts[fact]?.type;
    const wanted = (Array.isArray(expected) ? expected : [expected])
      .map((one) => `${value} === ${JSON.stringify(one)}`)
      .join(' || ');
    const positive = operator === 'equal' || operator === 'in';
    if ((type === 'boolean' || type === 'enum') && (positive || operator === 'notEqual' || operator === 'notIn')) {
      const other = type === 'enum' ? `typeof ${value} === 'string'` : `typeof ${value} === 'boolean'`;
      return { code: `(${wanted} ? ${positive ? MET : UNMET} : ${other} ? ${positive ? UNMET : MET} : ${OPEN})` };
    }
    const applied = `applyOperator('${operator}', ${value}, ${JSON.stringify(expected)})`;
    // Sets that are known whole are told by the thousand; the rest takes the long way.
    if (type !== 'set' || operator !== 'contains') return { code: applied };
    return {
      code: `(Array.isArray(${value}) ? (${value}.includes(${JSON.stringify(expected)}) ? ${MET} : ${UNMET}) : ${applied})`,
    };
  }
}
