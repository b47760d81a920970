import { render } from 'preact';
import { App } from './app.js';
import { keepNow, open } from './store.js';

open();
addEventListener('hashchange', open);
addEventListener('pagehide', keepNow);
const root = document.getElementById('app');
if (root) render(<App />, root);
