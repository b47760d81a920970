import { useId } from 'preact/hooks';
import { renderDocx } from 'zerenzhi/documents';
import { memoPage, type Page, personNames } from 'zerenzhi/report';
import { assessmentOf, policyOf } from '../derive.js';
import type { MemoHead, Rules, State } from '../state.js';
import { change, current } from '../store.js';
import { download } from '../ui/download.js';
import { Paper } from '../ui/paper.js';
import { printPage } from '../ui/print-page.js';
import { useLater } from '../use-shown.js';
import { MEMO } from '../words/memo.js';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The memo of what is entered. */
function memoOf(state: State, rules: Rules): Page {
  const { lang, memo, incident, organization } = state;
  const persons = personNames(organization, incident);
  return memoPage(assessmentOf(state, rules), { ...memo, lang, policy: policyOf(state, rules), persons });
}

/** The assessment as a report that is filed: on the sheet as it is printed, and as a document. */
export function Memo({ state, rules }: { readonly state: State; readonly rules: Rules }) {
  const { lang, memo, incident, organization } = state;
  const say = MEMO[lang];
  const now = assessmentOf(state, rules);
  const { made: page } = useLater(() => memoOf(state, rules), [now, memo, lang, organization, incident]);
  // A press takes what was typed a moment before, and not what the sheet still shows.
  const latest = () => {
    const shown = current();
    return { page: memoOf(shown.state, shown.rules), title: shown.state.incident.title ?? say.file };
  };
  const print = () => {
    const { page, title } = latest();
    printPage(page, title);
  };
  const save = async () => {
    const { page, title } = latest();
    download(`${title}.docx`, await renderDocx(page), WORD);
  };
  return (
    <div class="memo">
      <form class="card head" onSubmit={(event) => event.preventDefault()}>
        {(['to', 'from', 'date'] as const).map((field) => (
          <Field key={field} field={field} label={say[field]} memo={memo} />
        ))}
        <div class="choices">
          <button type="button" onClick={print}>
            {say.print}
          </button>
          <button type="button" onClick={() => void save()}>
            {say.word}
          </button>
        </div>
        <p class="hint">{say.hint}</p>
      </form>
      {page && <Paper class="sheet" page={page} />}
    </div>
  );
}

function Field({
  field,
  label,
  memo,
}: {
  readonly field: keyof MemoHead;
  readonly label: string;
  readonly memo: MemoHead;
}) {
  const id = useId();
  const entry = {
    id,
    autocomplete: 'off',
    value: memo[field] ?? '',
    onChange: ({ currentTarget: { value } }: { readonly currentTarget: HTMLInputElement }) => {
      const { [field]: _, ...rest } = memo;
      change({ memo: value.trim() === '' ? rest : { ...rest, [field]: value.trim() } });
    },
  } as const;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {field === 'date' ? <input type="date" {...entry} /> : <input {...entry} />}
    </div>
  );
}
