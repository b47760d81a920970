import { type Page, renderHtml } from 'zerenzhi/report';

/** A page of the library as it renders pages: everything in it that could be read as markup is escaped there. */
export function Paper({ page, class: name }: { readonly page: Page; readonly class?: string }) {
  return <div class={`paper ${name ?? ''}`} dangerouslySetInnerHTML={{ __html: renderHtml(page) }} />;
}
