import { useState } from 'preact/hooks';
import type { ObligationReport } from 'zerenzhi';
import { obligationsPage } from 'zerenzhi/report';
import type { State } from '../state.js';
import { Paper, within } from '../ui/paper.js';
import { OBLIGATIONS_VIEW } from '../words/obligations.js';

/** The report on some units as it is filed, with what is open and whose that is to settle. */
export function Whole({
  reports,
  lang,
}: {
  readonly reports: readonly ObligationReport[];
  readonly lang: State['lang'];
}) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details class="card" open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{OBLIGATIONS_VIEW[lang].report}</summary>
      {isOpen && <Paper page={within(obligationsPage(reports, { lang }))} />}
    </details>
  );
}
