import type { Regulation } from 'zerenzhi';
import type { Checked, Files } from 'zerenzhi/authoring';
import type { State } from '../state.js';
import { change } from '../store.js';
import { AUTHORS } from '../words/authors.js';
import { Amendment, type Version } from './amendment.js';
import { Diagnostics } from './diagnostics.js';
import { Ledger } from './ledger.js';
import { Scenarios } from './scenarios.js';

/** A folder of rules: what is wrong with it, whose each word is, what its scenarios say, what it changes. */
export function Folder({
  folder,
  checked: { regulation, faults, notes },
  others,
  files,
  lang,
}: {
  readonly folder: string;
  readonly checked: Checked;
  readonly others: readonly Version[];
  readonly files: Files;
  readonly lang: State['lang'];
}) {
  const say = AUTHORS[lang];
  return (
    <section class="card folder">
      <h2>{folder === '.' ? say.title : folder}</h2>
      {regulation && <p lang="zh-CN">{regulation.title.zh}</p>}
      <p role="status">
        {faults.length === 0 ? say.sound : <strong class="wrong">{say.faults(faults.length)}</strong>}
        {notes.length > 0 && ` · ${say.notes(notes.length)}`}
      </p>
      <Diagnostics faults={faults} kind="fault" files={files} folder={folder} lang={lang} />
      {notes.length > 0 && (
        <details>
          <summary>{say.notes(notes.length)}</summary>
          <Diagnostics faults={notes} kind="note" files={files} folder={folder} lang={lang} />
        </details>
      )}
      {regulation && <Sound folder={folder} regulation={regulation} others={others} files={files} lang={lang} />}
    </section>
  );
}

function Sound({
  folder,
  regulation,
  others,
  files,
  lang,
}: Omit<Parameters<typeof Folder>[0], 'checked'> & { readonly regulation: Regulation }) {
  const say = AUTHORS[lang];
  return (
    <>
      <div class="choices">
        <button
          type="button"
          onClick={() =>
            change(
              { incident: {}, chosen: {}, overlays: [], units: [], organization: undefined, view: 'assess' },
              { rules: regulation },
            )
          }
        >
          {say.assess}
        </button>
      </div>
      <details>
        <summary>{say.compare}</summary>
        <Amendment after={{ name: folder, regulation }} others={others} lang={lang} />
      </details>
      <details>
        <summary>{say.scenarios}</summary>
        <Scenarios path={folder} regulation={regulation} files={files} lang={lang} />
      </details>
      <details>
        <summary>{say.ledger}</summary>
        <Ledger regulation={regulation} lang={lang} />
      </details>
    </>
  );
}
