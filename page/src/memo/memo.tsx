import { useId } from 'preact/hooks';
import { renderDocx } from 'zerenzhi/documents';
import { memoPage, personNames } from 'zerenzhi/report';
import { assessmentOf, policyOf } from '../derive.js';
import type { MemoHead, Rules, State } from '../state.js';
import { change } from '../store.js';
import { download } from '../ui/download.js';
import { Paper } from '../ui/paper.js';
import { printPage } from '../ui/print-page.js';
import { useLater } from '../use-shown.js';
import { MEMO } from '../words/memo.js';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The assessment as a report that is filed: on the sheet as it is printed, and as a document. */
export function Memo({ state, rules }: { readonly state: State; readonly rules: Rules }) {
  const { lang, memo, incident, organization } = state;
  const say = MEMO[lang];
  const now = assessmentOf(state, rules);
  const { made: page, isCurrent } = useLater(
    () =>
      memoPage(now, { ...memo, lang, policy: policyOf(state, rules), persons: personNames(organization, incident) }),
    [now, memo, lang, organization, incident],
  );
  const save = async () => {
    if (page) download(`${incident.title ?? say.file}.docx`, await renderDocx(page), WORD);
  };
  return (
    <div class="memo">
      <form class="card head" onSubmit={(event) => event.preventDefault()}>
        {(['to', 'from', 'date'] as const).map((field) => (
          <Field key={field} field={field} label={say[field]} memo={memo} />
        ))}
        <div class="choices">
          <button
            type="button"
            disabled={!isCurrent}
            onClick={() => page && printPage(page, incident.title ?? say.file)}
          >
            {say.print}
          </button>
          <button type="button" disabled={!isCurrent} onClick={() => void save()}>
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
