// The cost of a verdict as a regulation grows: node .bench/growth.js
import { regulation } from '../src/index.js';
import type { Valuation } from '../src/logic/rule.js';
import { epochsOf } from '../src/policy/epochs.js';
import { lawOf } from '../src/policy/law.js';
import type { Regulation } from '../src/regulation/schema.js';
import { casesOf, PROVISIONS } from './conditions.js';
import { alternately } from './measure.js';

const SIZES = [10, 100, 1_000, 10_000];

/** The shipped regulation with the provisions of Art. 9 again and again, each a rule of its own. */
function grown(size: number): { rules: ((input: Valuation) => number)[]; of: Regulation } {
  const articles = regulation.articles.map((article) => {
    if (article.article !== 9) return article;
    const provisions = Array.from({ length: size }, (_, i) => {
      const provision = article.provisions[i % PROVISIONS.length] as (typeof article.provisions)[number];
      return { ...provision, id: `${provision.id}.copy${i}` };
    });
    return { ...article, provisions };
  });
  const of: Regulation = { ...regulation, articles };
  const law = lawOf(epochsOf({ regulation: of, terms: {}, rulings: {} }).slice(-1));
  return { of, rules: (articles[8]?.provisions ?? []).map(({ id }) => law.applies(id).truth) };
}

// Few cases and short rounds, so that of many some are not interrupted: who comes between takes the caches, which is
// what is measured here.
const cases = casesOf(8);
const each = await alternately(
  SIZES.map((size) => {
    const { rules } = grown(size);
    let sum = 0;
    return {
      name: String(size),
      per: cases.length * size,
      run: () => {
        for (const { input } of cases) for (const rule of rules) sum += rule(input);
        if (sum < 0) throw new Error('never');
      },
    };
  }),
  { rounds: 60, microseconds: 5_000 },
);
console.log(JSON.stringify(Object.fromEntries([...each].map(([size, microseconds]) => [size, microseconds * 1000]))));
