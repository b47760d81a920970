import { describe, expect, test } from 'vitest';
import { chainMermaid, chainSvg, timelineMermaid, timelineSvg } from '../../src/report/index.js';
import { assessed, shown, systemChain } from '../support/pictures.js';
import { readFlowchart } from './mermaid.js';
import { crosses, overlap, readSvg, within } from './svg.js';

const pictures = (['zh', 'en'] as const).flatMap((lang) => [
  ...shown.flatMap((one) => [
    {
      name: `${one.name}.chain.${lang}`,
      svg: () => chainSvg(assessed(one), { lang }),
      mmd: () => chainMermaid(assessed(one), { lang }),
    },
    {
      name: `${one.name}.timeline.${lang}`,
      svg: () => timelineSvg(assessed(one), { lang }),
      mmd: () => timelineMermaid(assessed(one), { lang }),
    },
  ]),
  {
    name: `college-site.chain.${lang}`,
    svg: () => chainSvg(systemChain(), { lang }),
    mmd: () => chainMermaid(systemChain(), { lang }),
  },
]);

describe.each(pictures)('$name', ({ name, svg, mmd }) => {
  test('is as it was read and kept', async () => {
    await expect(svg()).toMatchFileSnapshot(`./golden/pictures/${name}.svg`);
    await expect(mmd()).toMatchFileSnapshot(`./golden/pictures/${name}.mmd`);
  });

  test('is the same when it is drawn again', () => {
    expect(svg()).toBe(svg());
  });

  test('is a document of its own that says in words what it shows', () => {
    const { root, names, attributes, title, description, words, onlyText } = readSvg(svg());
    expect(root.getAttribute('role')).toBe('img');
    expect(
      [...names].filter((element) => !['title', 'desc', 'rect', 'text', 'path', 'circle'].includes(element)),
    ).toEqual([]);
    expect(
      attributes.filter(
        ({ name, value }) => /^on|href|style/.test(name) || (/url\(|:\/\//.test(value) && name !== 'xmlns'),
      ),
    ).toEqual([]);
    expect(onlyText).toBe(true);
    expect(words[0]?.text).toBe(title);
    expect(description.length).toBeGreaterThan(20);
  });

  test('has every word in its box, no box on another, and no arrow through one', () => {
    const { page, boxes, frames, words, shafts } = readSvg(svg());
    expect(boxes.length).toBeGreaterThan(0);
    expect([...boxes, ...frames].filter((one) => !within(one, page))).toEqual([]);
    for (const one of words) {
      expect(within(one, page), one.text).toBe(true);
      for (const around of [...boxes, ...frames])
        expect(!overlap(one, around) || within(one, around), one.text).toBe(true);
    }
    const pairs = <T>(all: readonly T[]) =>
      all.flatMap((one, i) => all.slice(i + 1).map((other) => [one, other] as const));
    for (const [one, other] of [...pairs(boxes), ...pairs(frames), ...pairs(words)])
      expect(overlap(one, other), JSON.stringify([one, other])).toBe(false);
    for (const box of boxes) for (const frame of frames) expect(!overlap(box, frame) || within(box, frame)).toBe(true);
    for (const line of shafts) expect(boxes.filter((box) => crosses(line, box))).toEqual([]);
  });

  test('is a flowchart to Mermaid itself', async () => {
    const { diagramType, nodes } = await readFlowchart(mmd());
    expect(diagramType).toBe('flowchart-v2');
    expect(nodes.length).toBeGreaterThan(1);
  });
});

test('picture and flowchart have the same words', async () => {
  for (const { svg, mmd } of pictures) {
    const { nodes, groups, edges } = await readFlowchart(mmd());
    const drawn = readSvg(svg())
      .words.map(({ text }) => text)
      .join('')
      .replaceAll(/\s/g, '');
    for (const line of [...[...nodes, ...groups].flatMap(({ lines }) => lines), ...edges.map(({ text }) => text)])
      expect(drawn).toContain(line.replaceAll(/\s/g, ''));
  }
});
