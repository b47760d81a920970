import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { renderDocx } from '../../src/documents/index.js';
import { renderHtml, renderMarkdown } from '../../src/report/index.js';
import { CASES, KNOWN, memoOf } from '../support/memo.js';
import { partsOf, readDocx } from '../support/office.js';

const kept = [...CASES, KNOWN].flatMap((name) => (['zh', 'en'] as const).map((lang) => ({ name, lang })));

/** Only what is read: no spaces, no marks of a format. */
const bare = (text: string): string => text.replaceAll(/[\s[\]|\\#*_-]|&#39;/g, '');

describe.each(kept)('the memo of $name in $lang', ({ name, lang }) => {
  const page = memoOf(name, lang);
  const html = renderHtml(page, { title: name });
  const docx = renderDocx(page);

  test('is as it was read and kept', async () => {
    const file = `./golden/memo/${name}.${lang}`;
    await expect(renderMarkdown(page)).toMatchFileSnapshot(`${file}.md`);
    await expect(html).toMatchFileSnapshot(`${file}.html`);
    await expect(`${readDocx(partsOf(await docx)).join('\n')}\n`).toMatchFileSnapshot(`${file}.docx.txt`);
  });

  test('says the same in every format', async () => {
    const { document } = new JSDOM(renderHtml(page)).window;
    for (const spoken of document.querySelectorAll('.spoken')) spoken.remove();
    const read = bare(document.querySelector('article')?.textContent ?? '');
    expect(
      bare(
        readDocx(partsOf(await docx))
          .map((line) => line.replace(/^\w+: /, ''))
          .join(''),
      ),
    ).toBe(read);
    const markdown = renderMarkdown(page).replaceAll(/^ *(\d+\.|-) |^\| .*--- \|$/gm, '');
    expect(bare(markdown.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'))).toBe(read);
  });

  test('is the same bytes when it is made again', async () => {
    expect(Buffer.from(await renderDocx(memoOf(name, lang))).equals(Buffer.from(await docx))).toBe(true);
  });
});
