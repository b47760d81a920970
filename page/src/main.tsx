import { render } from 'preact';
import { App } from './app.js';
import { begin } from './store.js';
import { PAGE } from './words/page.js';

begin(PAGE.zh.unreadableLink);
const root = document.getElementById('app');
if (root) render(<App />, root);
