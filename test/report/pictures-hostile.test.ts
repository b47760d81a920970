import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assessIncident, type Incident, type Organization, resolveResponsibilityChain } from '../../src/index.js';
import { chainMermaid, chainSvg, timelineMermaid, timelineSvg } from '../../src/report/index.js';
import { visible } from '../../src/report/inert.js';
import { label } from '../../src/report/pictures/mermaid.js';
import { sized } from '../support/size.js';
import { readFlowchart } from './mermaid.js';
import { overlap, readSvg, within } from './svg.js';

// Names that would be more than names if any format read them.
const NAMES: readonly string[] = [
  '"] --> x["y',
  '"]; click n1 "javascript:alert(1)"',
  'end',
  'end\n  subgraph x',
  '%%{init: {"theme":"forest","securityLevel":"loose"}}%%',
  '%% comment',
  '---\ntitle: x\n---',
  '`**bold** _x_ [link](http://example.org)`',
  '1. one',
  '1) one',
  '- one',
  '+ one',
  '> one',
  '#quot;#lt;script#gt;',
  '&lt;img src=x onerror=alert(1)&gt;',
  '<script>alert(1)</script>',
  '<img src="http://example.org/x.png" onerror="alert(1)">',
  ']]></text><script xlink:href="x"/>',
  "' onload='alert(1)",
  'style a:9:9#;x;',
  'classDef a:9:9#;x;',
  'fa:fa-skull',
  '$$\\frac{1}{2}$$',
  'ﬂ°°60¶ßscriptﬂ°°62¶ß',
  ':::open',
  '@{ shape: circle }',
  'a | b || c {{d}} ((e)) ([f]) >g]',
  'left \u202e right \u2066 hidden \u200b \ufeff',
  '\u001b[31mred\u0007\u0000',
  '\r\nBEGIN:VEVENT\r\n',
  '=HYPERLINK("http://example.org")',
  'W'.repeat(200),
  '长'.repeat(200),
  '（'.repeat(60),
  `${'a b '.repeat(60)}\ud800`,
  '   ',
  '',
];

const incident: Incident = {
  id: 'x',
  discoveredAt: '2024-03-01T10:00:00+08:00',
  units: [{ id: 'college' }],
  incident: { occurred: true },
};
const organizationOf = (name: string): Organization => ({
  units: [{ id: 'college', name, kind: 'college' }],
  posts: [{ id: 'head', unit: 'college', role: 'unit-head', title: name }],
  appointments: [{ post: 'head', person: 'p-001', from: '2020-01-01' }],
});
const chainOf = (name: string) =>
  resolveResponsibilityChain({ unit: 'college' }, { organization: organizationOf(name), asOf: '2024-06-30' });
const timelineFor = (title: string) => assessIncident({ ...incident, title }, { asOf: '2024-06-30' });
const skeleton = ({ nodes, edges, groups, config }: Awaited<ReturnType<typeof readFlowchart>>) => ({
  nodes: nodes.map(({ id, type }) => [id, type]),
  edges: edges.map(({ start, end, stroke, type }) => [start, end, stroke, type]),
  groups: groups.map(({ id, nodes }) => [id, nodes]),
  config,
});
const squeezed = (text: string) => text.replaceAll(/\s/g, '');

describe.each(NAMES.filter((_, i) => i % sized(3, 1) === 0).map((name) => [name]))('%j', (name) => {
  test('is words and nothing else in SVG', () => {
    for (const svg of [chainSvg(chainOf(name)), timelineSvg(timelineFor(name))]) {
      const { names, attributes, words, onlyText, page, boxes, frames } = readSvg(svg);
      expect(
        [...names].filter((element) => !['title', 'desc', 'rect', 'text', 'path', 'circle'].includes(element)),
      ).toEqual([]);
      expect(attributes.filter(({ name }) => /^on|href|style|^xmlns:/.test(name))).toEqual([]);
      expect(onlyText).toBe(true);
      expect(squeezed(words.map(({ text }) => text).join(''))).toContain(squeezed(visible(name)));
      for (const one of words) {
        expect(within(one, page), one.text).toBe(true);
        for (const around of [...boxes, ...frames])
          expect(!overlap(one, around) || within(one, around), one.text).toBe(true);
      }
    }
  });

  test('is words and nothing else in Mermaid', async () => {
    const [chain, timeline] = [
      await readFlowchart(chainMermaid(chainOf(name))),
      await readFlowchart(timelineMermaid(timelineFor(name))),
    ];
    expect(skeleton(chain)).toEqual(skeleton(await readFlowchart(chainMermaid(chainOf('药学院')))));
    expect(skeleton(timeline)).toEqual(skeleton(await readFlowchart(timelineMermaid(timelineFor('药学院')))));
    expect(chain.config).toEqual({});
    expect(squeezed(chain.groups[0]?.lines.join('') ?? '')).toContain(squeezed(visible(name)));
    expect(squeezed(timeline.nodes[0]?.lines.join('') ?? '')).toContain(squeezed(visible(name)));
  });
});

test('whatever the words, a label is read back as them, and no sign of any format stands in it as itself', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (words) => {
      const written = label([words]);
      expect(written).toMatch(/^"(?:[\p{L}\p{M}\p{N} ,().:\-●○◐（）“”，。、；：·　]|#\d+;)*"$/u);
      const { nodes, edges } = await readFlowchart(`flowchart TB\n  n0[${written}]\n  n0 --> n1\n`);
      expect([nodes.length, edges.length]).toEqual([2, 1]);
      if (squeezed(visible(words)) !== '')
        expect(nodes[0]?.lines.join('\n')).toBe(visible(words).replaceAll(/ +/g, ' ').trim());
    }),
    { numRuns: sized(30, 150), seed: 7 },
  );
});
