import { type Page, renderHtml } from 'zerenzhi/report';

/** Prints a page as the library lays paper out: in a frame of its own, which is taken away again. */
export function printPage(page: Page, title: string): void {
  const frame = document.createElement('iframe');
  frame.className = 'printed';
  frame.title = title;
  frame.addEventListener('load', () => {
    frame.contentWindow?.addEventListener('afterprint', () => frame.remove());
    frame.contentWindow?.print();
  });
  frame.srcdoc = renderHtml(page, { title });
  document.body.append(frame);
}
