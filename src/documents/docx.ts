import { AlignmentType, Document, Footer, Packer, PageNumber, Paragraph, TextRun } from 'docx';
import { asRefusal, reading, withoutHoles } from '../diagnostics/reading.js';
import type { Lang } from '../language.js';
import { escapeHtml } from '../report/inert.js';
import { LAYOUT, SHEET } from '../report/layout.js';
import { type Block, type Line, type Page, runOf } from '../report/page.js';
import { blockOf } from './docx-blocks.js';
import { numberingOf } from './numbering.js';
import { repack } from './repack.js';
import { STYLE, stylesOf, twips, twipsOf } from './styles.js';

/** A page as a Word document, as `renderDocx` gives it. */
export async function docxOf(page: Page): Promise<Uint8Array> {
  const { document, core } = reading(() => ({
    document: documentOf(withoutHoles(page)),
    core: properties(titleOf(page.blocks), page.lang),
  }));
  try {
    const file = await Packer.toArrayBuffer(document, false, [{ path: 'docProps/core.xml', data: core }]);
    return repack(new Uint8Array(file));
  } catch (error) {
    throw asRefusal(error);
  }
}

function documentOf({ lang, blocks }: Page): Document {
  const { outer } = LAYOUT[lang];
  let lists = 0;
  return new Document({
    styles: stylesOf(lang),
    numbering: numberingOf(lang),
    evenAndOddHeaderAndFooters: outer,
    sections: [
      {
        properties: { page: { size: A4, margin: marginsOf(lang) } },
        footers: outer
          ? { default: footer(lang, AlignmentType.RIGHT), even: footer(lang, AlignmentType.LEFT) }
          : { default: footer(lang, AlignmentType.CENTER) },
        children: blocks.flatMap((block, i) =>
          blockOf(
            block,
            { before: blocks[i - 1]?.kind, after: blocks[i + 1]?.kind, closing: isClosing(blocks[i + 1]) },
            lang,
            () => ++lists,
          ),
        ),
      },
    ],
  });
}

/** Nobody signs a page of its own: what stands above the closing lines stays with them. */
const isClosing = (after: Block | undefined): boolean => after?.kind === 'paragraph' && after.as === 'closing';

const A4 = { width: twipsOf(SHEET.width), height: twipsOf(SHEET.height) };

function marginsOf(lang: Lang) {
  const { top, right, bottom, left, footer } = LAYOUT[lang].margin;
  return {
    top: twipsOf(top),
    right: twipsOf(right),
    bottom: twipsOf(bottom),
    left: twipsOf(left),
    footer: twipsOf(footer),
  };
}

function footer(lang: Lang, alignment: (typeof AlignmentType)[keyof typeof AlignmentType]): Footer {
  const { around, size } = LAYOUT[lang];
  const edge = around === '' ? '' : ' ';
  const children = [`${around}${edge}`, PageNumber.CURRENT, `${edge}${around}`];
  // One character in from the edge.
  const indent = { left: twips(size.number), right: twips(size.number) };
  return new Footer({
    children: [new Paragraph({ style: STYLE.pageNumber, alignment, indent, children: [new TextRun({ children })] })],
  });
}

const titleOf = (blocks: readonly Block[]): Line => blocks.find((block) => block.kind === 'heading')?.line ?? [];

/** The title and the language, and no name or time of anyone. */
function properties(title: Line, lang: Lang): string {
  const words = title.map((part) => runOf(part).text).join('');
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">',
    `<dc:title>${escapeHtml(words)}</dc:title><dc:language>${LAYOUT[lang].tag}</dc:language>`,
    '</cp:coreProperties>',
  ].join('');
}
