import { render } from 'preact';
import { App } from './app.js';
import { keepNow, open } from './store.js';
import { PAGE } from './words/page.js';

const fromLink = () => open(PAGE.zh.unreadableLink);
fromLink();
addEventListener('hashchange', fromLink);
addEventListener('pagehide', keepNow);
const root = document.getElementById('app');
if (root) render(<App />, root);
