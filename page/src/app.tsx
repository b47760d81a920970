import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { FORMAT } from 'zerenzhi';
import { Assess } from './assess/assess.js';
import { Authors } from './authors/authors.js';
import { regulationIn } from './derive.js';
import { importFiles } from './import-files.js';
import { Memo } from './memo/memo.js';
import { Obligations } from './obligations/obligations.js';
import { Responsibility } from './responsibility/responsibility.js';
import { EMPTY, type State, VIEWS } from './state.js';
import { canRedo, canUndo, change, current, keepNow, type Shown, step, takeFiles, tell } from './store.js';
import { download } from './ui/download.js';
import { droppedFiles } from './ui/dropped-files.js';
import { Faults } from './ui/faults.js';
import { useShown } from './use-shown.js';
import { PAGE } from './words/page.js';

/** The whole page. */
export function App() {
  const shown = useShown();
  const { state } = shown;
  const { lang, theme, view } = state;
  const systemTheme = useSystemTheme();
  useEffect(() => {
    document.documentElement.lang = lang === 'zh' ? 'zh-CN' : 'en';
    document.title = PAGE[lang].title;
    document.documentElement.dataset.theme = theme ?? systemTheme;
  }, [lang, theme, systemTheme]);
  return (
    <Dropping lang={lang}>
      <Head {...shown} />
      <Told {...shown} />
      <OtherRules {...shown} />
      <main id="main" tabIndex={-1} data-view={view}>
        <View {...shown} />
      </main>
      <footer>{PAGE[lang].local}</footer>
    </Dropping>
  );
}

/** The system's choice of light or dark, as it is now. */
function useSystemTheme(): 'light' | 'dark' {
  const [isDark, setDark] = useState(DARK.matches);
  useEffect(() => {
    const follow = () => setDark(DARK.matches);
    DARK.addEventListener('change', follow);
    return () => DARK.removeEventListener('change', follow);
  }, []);
  return isDark ? 'dark' : 'light';
}
const DARK = matchMedia('(prefers-color-scheme: dark)');

function View(shown: Shown) {
  const { state, rules } = shown;
  switch (state.view) {
    case 'authors':
      return <Authors {...shown} />;
    case 'memo':
      return <Memo state={state} rules={rules} />;
    case 'obligations':
      return <Obligations state={state} rules={rules} />;
    case 'responsibility':
      return <Responsibility state={state} rules={rules} />;
    default:
      return <Assess state={state} rules={rules} />;
  }
}

/** The name of the rules, where one can go, and what can be done with what was entered. */
function Head({ state, rules }: Shown) {
  const { lang, view } = state;
  const say = PAGE[lang];
  const { title } = regulationIn(rules);
  const file = useRef<HTMLInputElement>(null);
  const menu = useRef<HTMLDetailsElement>(null);
  const shut = () => {
    if (menu.current) menu.current.open = false;
  };
  useEffect(() => {
    // A choice closes it, and so does anything else that is pressed.
    const pressed = ({ target }: Event) => (target as Element | null)?.closest?.('.menu > summary') || shut();
    const left = ({ key }: KeyboardEvent) => key === 'Escape' && shut();
    addEventListener('click', pressed);
    addEventListener('keydown', left);
    return () => {
      removeEventListener('click', pressed);
      removeEventListener('keydown', left);
    };
  }, []);
  const systemTheme = useSystemTheme();
  const isDark = (state.theme ?? systemTheme) === 'dark';
  const copy = () => {
    // The link is kept up to date a moment later than what is entered.
    keepNow();
    return navigator.clipboard.writeText(location.href).then(
      () => tell({ text: say.linkCopied }),
      () => tell({ text: say.linkNotCopied }),
    );
  };
  return (
    <header>
      <button type="button" class="skip" onClick={() => document.getElementById('main')?.focus()}>
        {say.skip}
      </button>
      <p class="mark">
        <span class="word">{say.title}</span>
        <span class="of" lang="zh-CN">
          {title.zh}
        </span>
      </p>
      <nav aria-label={say.title}>
        {VIEWS.map((each) => (
          <button
            type="button"
            key={each}
            aria-current={each === view ? 'page' : undefined}
            onClick={() => change({ view: each })}
          >
            {say.views[each]}
          </button>
        ))}
      </nav>
      <div class="tools">
        <button type="button" class="quiet" disabled={!canUndo()} onClick={() => step('past')}>
          {say.undo}
        </button>
        <button type="button" class="quiet" disabled={!canRedo()} onClick={() => step('future')}>
          {say.redo}
        </button>
        <details class="menu" ref={menu}>
          <summary>{say.menu}</summary>
          <div>
            <button type="button" onClick={() => file.current?.click()}>
              {say.import}
            </button>
            <button type="button" onClick={() => download('incident.json', jsonOf(state.incident), 'application/json')}>
              {say.export}
            </button>
            <button
              type="button"
              onClick={() => download('zerenzhi.json', jsonOf(enteredIn(state)), 'application/json')}
            >
              {say.exportAll}
            </button>
            <button type="button" onClick={copy}>
              {say.link}
            </button>
            <button
              type="button"
              onClick={() => change({ ...EMPTY, lang, theme: state.theme, view }, { rules: undefined })}
            >
              {say.new}
            </button>
          </div>
        </details>
        <input
          ref={file}
          type="file"
          multiple
          hidden
          accept=".yaml,.yml,.json"
          onChange={({ currentTarget }) => {
            void importFiles([...(currentTarget.files ?? [])]);
            currentTarget.value = '';
          }}
        />
        <button type="button" class="quiet" onClick={() => change({ theme: isDark ? 'light' : 'dark' })}>
          {say.theme[isDark ? 'light' : 'dark']}
        </button>
        <button
          type="button"
          class="quiet"
          lang={lang === 'zh' ? 'en' : 'zh-CN'}
          onClick={() => change({ lang: lang === 'zh' ? 'en' : 'zh' })}
        >
          {say.other}
        </button>
      </div>
    </header>
  );
}

const jsonOf = (value: object): string => `${JSON.stringify({ format: FORMAT, ...value }, undefined, 2)}\n`;
const enteredIn = ({ incident, chosen, organization, units, overlays, asOf, memo }: State) => ({
  incident,
  chosen,
  organization,
  units,
  overlays,
  asOf,
  memo,
});

/** That other rules are in use than those the page came with, and the way back. */
function OtherRules({ state: { lang }, rules }: Shown) {
  const say = PAGE[lang];
  if (!rules) return null;
  return (
    <div class="notice" role="status">
      <p>
        {say.otherRules} <span lang="zh-CN">{rules.title.zh}</span>
      </p>
      <button
        type="button"
        class="quiet"
        onClick={() => change({ incident: {}, chosen: {}, overlays: [], units: [] }, { rules: undefined })}
      >
        {say.shippedRules}
      </button>
    </div>
  );
}

/** What is told above everything else, until it is closed or something else is. */
function Told({ notice, state: { lang } }: Shown) {
  const say = PAGE[lang];
  if (!notice) return null;
  return (
    <div class={notice.faults ? 'notice fault' : 'notice'} role={notice.faults ? 'alert' : 'status'}>
      {notice.text && <p>{notice.text}</p>}
      {notice.says && <p>{say[notice.says]}</p>}
      {notice.faults && (
        <>
          <p>{say.notTaken}</p>
          <Faults faults={notice.faults} lang={lang} />
        </>
      )}
      <button type="button" class="quiet" onClick={() => tell(undefined)}>
        {say.close}
      </button>
    </div>
  );
}

/** Files may be dropped anywhere. */
function Dropping({ lang, children }: { readonly lang: State['lang']; readonly children: ComponentChildren }) {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const over = (event: DragEvent) => {
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      const { state, files } = current();
      if (!event.dataTransfer) return;
      if (state.view !== 'authors') void importFiles([...event.dataTransfer.files]);
      else void droppedFiles(event.dataTransfer).then((dropped) => takeFiles({ ...files, ...dropped }));
    };
    addEventListener('dragover', over);
    addEventListener('dragleave', leave);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('dragover', over);
      removeEventListener('dragleave', leave);
      removeEventListener('drop', drop);
    };
  }, []);
  return (
    <>
      {children}
      {isOver && <div class="drop">{PAGE[lang].drop}</div>}
    </>
  );
}
