export { renderDocx } from './docx.js';
