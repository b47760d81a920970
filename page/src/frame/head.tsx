import { useEffect, useRef } from 'preact/hooks';
import { FORMAT } from 'zerenzhi';
import { regulationIn } from '../derive.js';
import { importFiles } from '../import-files.js';
import { EMPTY, type State, VIEWS } from '../state.js';
import { canRedo, canUndo, change, keepNow, type Shown, step, tell } from '../store.js';
import { download } from '../ui/download.js';
import { FileButton } from '../ui/file-button.js';
import { PAGE } from '../words/page.js';
import { useSystemTheme } from './system-theme.js';

/** The name of the rules, where one can go, and what can be done with what was entered. */
export function Head({ state, rules }: Shown) {
  const { lang, view } = state;
  const say = PAGE[lang];
  const { title } = regulationIn(rules);
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
            <FileButton label={say.import} accept=".yaml,.yml,.json" onFiles={(files) => void importFiles(files)} />
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
