import { expect, test } from 'vitest';
import { assessIncident, createPolicy, formatPlace, regulation, type Truth } from '../../src/index.js';
import { agreement, allOf, anyOf, nameOf, not, truthValue, type Value } from '../../src/logic/truth.js';
import { EXPLAIN } from '../../src/messages/explain.js';
import { MARK } from '../../src/messages/report.js';
import { passages } from '../../src/regulation/citation.js';
import {
  explainFinding,
  explanationPage,
  type Page,
  renderHtml,
  renderMarkdown,
  renderText,
} from '../../src/report/index.js';
import { randomIncident, repaired, seeded } from '../support/incidents.js';
import { sized } from '../support/size.js';

// Law 4 for what people read: a proof is read back from its rendered form, worked out again from its leaves, and its quotes looked up.

type Lang = 'zh' | 'en';
interface Read {
  readonly sign: Truth;
  readonly words: string;
  readonly of: Read[];
}
const SIGNS = new Map(Object.entries(MARK).map(([truth, sign]) => [sign as string, truth as Truth]));

const FORMATS: {
  [format: string]: { render: (page: Page) => string; lines: (rendered: string) => { depth: number; words: string }[] };
} = {
  text: {
    render: (page) => renderText(page),
    lines: (rendered) =>
      rendered
        .split('\n')
        .flatMap((line) => (/^ +[●○◐] /.test(line) ? [{ depth: line.search(/\S/), words: line.trim() }] : [])),
  },
  Markdown: {
    render: renderMarkdown,
    lines: (rendered) =>
      rendered
        .split('\n')
        .flatMap((line) =>
          /^ *- /.test(line) ? [{ depth: line.search(/\S/), words: unescaped(line.trim().slice(2)) }] : [],
        ),
  },
  HTML: {
    render: (page) => renderHtml(page),
    lines: (rendered) => {
      let depth = 0;
      return rendered.split('\n').flatMap((line) => {
        if (/^<[ou]l>/.test(line)) depth++;
        if (/<\/[ou]l>/.test(line)) depth--;
        const item = line.startsWith('<li>')
          ? line.replaceAll(/<span class="spoken">[^<]*<\/span>|<[^>]*>/g, '').replace('\u00a0', ' ')
          : undefined;
        return item === undefined ? [] : [{ depth, words: unescaped(item) }];
      });
    },
  },
};

const unescaped = (text: string): string =>
  text
    .replaceAll(/\\([\\`*_{}[\]#|~!])/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

function readBack(lines: readonly { depth: number; words: string }[]): Read {
  const [first, ...rest] = lines;
  if (!first) throw new Error('nothing rendered');
  const children: { depth: number; words: string }[][] = [];
  for (const line of rest) {
    if (line.depth === rest[0]?.depth) children.push([]);
    children.at(-1)?.push(line);
  }
  return { sign: SIGNS.get(first.words[0] ?? '') as Truth, words: first.words.slice(2), of: children.map(readBack) };
}

function workedOut({ sign, words, of }: Read, lang: Lang): Value {
  const { nodes, epochs } = EXPLAIN[lang];
  const inner = of.map((part) => workedOut(part, lang));
  if (of.length === 0) return truthValue(sign);
  if (words.startsWith(nodes.all)) return allOf(inner);
  if (words.startsWith(nodes.any)) return anyOf(inner);
  if (words.startsWith(nodes.not)) return not(inner[0] as Value);
  if (words.startsWith(nodes.agree) || words.startsWith(epochs('').slice(0, 20))) return agreement(inner);
  expect(inner).toHaveLength(1);
  return inner[0] as Value;
}

/** 第九条第二款第（一）项 → the text of that passage. */
const texts = (lang: Lang) =>
  new Map(regulation.articles.flatMap(passages).map(({ place, text }) => [formatPlace(place, lang), text]));
const CITED = { zh: /(第\S+?[条款项])“(.+)”$/, en: /(Art\. \d+(?: ¶\d+)?(?: \(\d+\))?) “(.+)”$/ };

function everyQuote(read: Read, lang: Lang, found: string[] = []): string[] {
  const match = CITED[lang].exec(read.words);
  if (match) {
    expect(texts(lang).get(match[1] as string), read.words).toContain(match[2]);
    found.push(match[2] as string);
  }
  for (const part of read.of) everyQuote(part, lang, found);
  return found;
}

test.each(Object.entries(FORMATS))(
  'a proof read back from %s gives its verdict again, and every quote stands where it says',
  (_, { render, lines }) => {
    const random = seeded(31);
    const policies = [
      createPolicy(),
      createPolicy({
        profile: 'national-analogy',
        rulings: { 'art2.units': 'alike', 'art9.p2.i5.consequence': 'third-limb' },
      }),
    ];
    const seen = { met: 0, unmet: 0, undetermined: 0 };
    let quotes = 0;
    for (let run = 0; run < sized(16, 60); run++) {
      const policy = policies[run % 2] as (typeof policies)[number];
      const { result } = repaired(randomIncident(random), (incident) =>
        assessIncident(incident, { policy, asOf: '2024-06-30' }),
      );
      for (const finding of result.findings)
        for (const lang of ['zh', 'en'] as const) {
          const explanation = explainFinding(result, finding.provision);
          const blocks = explanationPage(explanation, { lang, proof: true }).blocks.slice(-1);
          const read = readBack(lines(render({ lang, blocks })));
          expect(read.sign).toBe(finding.status);
          expect(nameOf(workedOut(read, lang))).toBe(finding.status);
          quotes += everyQuote(read, lang).length;
          seen[finding.status]++;
        }
    }
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(sized(5, 30));
    expect(quotes).toBeGreaterThan(sized(400, 2_000));
  },
);
