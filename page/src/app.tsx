import { useEffect } from 'preact/hooks';
import { Assess } from './assess/assess.js';
import { Authors } from './authors/authors.js';
import { Dropping } from './frame/dropping.js';
import { Head } from './frame/head.js';
import { OtherRules, Told } from './frame/notices.js';
import { useSystemTheme } from './frame/system-theme.js';
import { Memo } from './memo/memo.js';
import { Obligations } from './obligations/obligations.js';
import { Responsibility } from './responsibility/responsibility.js';
import type { Shown } from './store.js';
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
