import { useLayoutEffect, useRef } from 'preact/hooks';
import { type Page, renderHtml } from 'zerenzhi/report';

/** A page that stands within another, under its heading. */
export const within = (page: Page): Page => ({
  ...page,
  blocks: page.blocks.map((block) => (block.kind === 'heading' && block.level === 1 ? { ...block, level: 2 } : block)),
});

/** A page of the library as it renders pages: everything in it that could be read as markup is escaped there. */
export function Paper({ page, class: name }: { readonly page: Page; readonly class?: string }) {
  const paper = useRef<HTMLDivElement>(null);
  const html = renderHtml(page);
  // What scrolls has to be reached by the keyboard; what does not is no stop.
  useLayoutEffect(() => {
    const wide = [...(paper.current?.querySelectorAll<HTMLElement>('.wide') ?? [])];
    const watched = new ResizeObserver(() => {
      for (const each of wide) {
        if (each.scrollWidth > each.clientWidth) each.tabIndex = 0;
        else each.removeAttribute('tabindex');
      }
    });
    for (const each of wide) watched.observe(each);
    return () => watched.disconnect();
  }, [html]);
  return (
    <div
      ref={paper}
      class={`paper ${name ?? ''}`}
      dangerouslySetInnerHTML={{
        __html: html.replaceAll('<table>', '<div class="wide"><table>').replaceAll('</table>', '</table></div>'),
      }}
    />
  );
}
