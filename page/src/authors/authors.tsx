import { regulation } from 'zerenzhi';
import { checkFolder } from 'zerenzhi/authoring';
import { regulationIn } from '../derive.js';
import { taken } from '../import-files.js';
import { change, type Shown, takeFiles, tell } from '../store.js';
import { filesOf } from '../ui/dropped-files.js';
import { FileButton } from '../ui/file-button.js';
import { useLater } from '../use-shown.js';
import { AUTHORS } from '../words/authors.js';
import { PAGE } from '../words/page.js';
import type { Version } from './amendment.js';
import { Diagnostics } from './diagnostics.js';
import { Folder } from './folder.js';
import { Ledger } from './ledger.js';
import { Scenarios } from './scenarios.js';
import { foldersIn, type Loose, looseIn } from './sources.js';

/** For those who write rules: whatever is dropped in, checked, laid out and compared. */
export function Authors({ state: { lang }, rules, files }: Shown) {
  const say = AUTHORS[lang];
  const shipped: Version = { name: say.shipped, regulation };
  const used = regulationIn(rules);
  const { made, isCurrent } = useLater(() => {
    const folders = foldersIn(files);
    const checked = folders.map((folder) => ({ folder, checked: checkFolder(folder, files) }));
    return { checked, loose: looseIn(files, folders, used) };
  }, [files, used]);
  const take = async (list: readonly File[]) => {
    takeFiles({ ...files, ...(await filesOf(list)) });
  };
  const isEmpty = Object.keys(files).length === 0;
  const sound = (made?.checked ?? []).flatMap(({ folder, checked: { regulation } }): Version[] =>
    regulation ? [{ name: folder, regulation }] : [],
  );
  return (
    <div class="authors">
      <h1 class="spoken">{PAGE[lang].views.authors}</h1>
      <section class="card">
        <h2>{say.title}</h2>
        <p class="hint">{say.intro}</p>
        <div class="choices">
          <FileButton label={say.folder} takes="folder" onFiles={(list) => void take(list)} />
          <FileButton label={say.files} takes="files" onFiles={(list) => void take(list)} />
          {!isEmpty && (
            <button type="button" class="quiet" onClick={() => takeFiles({})}>
              {say.clear}
            </button>
          )}
        </div>
      </section>
      {!isEmpty && !isCurrent && <p role="status">{say.working}</p>}
      {made?.loose.map((loose) => (
        <LooseFile key={loose.path} loose={loose} lang={lang} files={files} rules={rules} />
      ))}
      {made?.checked.map(({ folder, checked }) => (
        <Folder
          key={folder}
          folder={folder}
          checked={checked}
          others={[...sound.filter(({ name }) => name !== folder), shipped]}
          files={files}
          lang={lang}
        />
      ))}
      {isEmpty && (
        <section class="card">
          <h2>{say.ledger}</h2>
          <Ledger regulation={shipped.regulation} lang={lang} />
        </section>
      )}
    </div>
  );
}

/** A file that stands in no folder of rules. */
function LooseFile({
  loose: { path, kind, value, faults },
  lang,
  files,
  rules,
}: {
  readonly loose: Loose;
  readonly lang: Shown['state']['lang'];
} & Pick<Shown, 'files' | 'rules'>) {
  const say = AUTHORS[lang];
  const apply = () => {
    if (kind && kind !== 'scenarios' && change(taken(kind, value))) tell({ text: say.applied(path) });
  };
  return (
    <section class="card folder">
      <h2>{path}</h2>
      <p role="status">
        {kind ? say.kinds[kind] : faults.length === 0 && say.unknownKind} ·{' '}
        {faults.length === 0 ? say.sound : <strong class="wrong">{say.faults(faults.length)}</strong>}
      </p>
      <Diagnostics faults={faults} kind="fault" files={files} lang={lang} />
      {faults.length === 0 && (kind === 'overlay' || kind === 'policy') && (
        <button type="button" onClick={apply}>
          {say.apply}
        </button>
      )}
      {faults.length === 0 && kind === 'scenarios' && (
        <Scenarios path={path} regulation={regulationIn(rules)} files={files} lang={lang} />
      )}
    </section>
  );
}
