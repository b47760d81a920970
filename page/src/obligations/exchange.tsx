import { obligationsCsv, obligationsXlsx } from 'zerenzhi/documents';
import { obligationsCalendar } from 'zerenzhi/report';
import type { Rules, State } from '../state.js';
import { AsOf } from '../ui/as-of.js';
import { download } from '../ui/download.js';
import { FileButton } from '../ui/file-button.js';
import { OBLIGATIONS_VIEW } from '../words/obligations.js';
import { blankTable } from './blank-table.js';
import { importTable } from './import-table.js';
import type { Filed } from './unit-files.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The day of judgement, and what goes in and out as files. */
export function Exchange({
  state,
  filed,
  chosen,
}: {
  readonly state: State;
  readonly rules: Rules;
  readonly filed: readonly Filed[];
  readonly chosen: Filed | undefined;
}) {
  const { lang, organization } = state;
  const say = OBLIGATIONS_VIEW[lang];
  const told = (chosen ? [chosen] : filed).map(({ report }) => report);
  const options = { lang, ...(organization && { organization }) };
  const isEmpty = told.length === 0;
  return (
    <section class="card exchange" aria-label={say.files}>
      <AsOf state={state} />
      <h2>{say.files}</h2>
      <div class="choices">
        <FileButton label={say.table} accept=".csv,.txt,.tsv,.xlsx" onFiles={(files) => void importTable(files)} />
        {chosen && (
          <button
            type="button"
            onClick={() => download('evidence.csv', blankTable(chosen, organization, lang), 'text/csv')}
          >
            {say.blank}
          </button>
        )}
      </div>
      <div class="choices">
        <button
          type="button"
          disabled={isEmpty}
          onClick={() => download('obligations.csv', obligationsCsv(told, options), 'text/csv')}
        >
          {say.csv}
        </button>
        <button
          type="button"
          disabled={isEmpty}
          onClick={async () => download('obligations.xlsx', await obligationsXlsx(told, options), XLSX)}
        >
          {say.xlsx}
        </button>
        <button
          type="button"
          disabled={isEmpty}
          onClick={() => download('obligations.ics', obligationsCalendar(told, { lang }), 'text/calendar')}
        >
          {say.ics}
        </button>
      </div>
    </section>
  );
}
