import { createRequire } from 'node:module';
import { regulation } from 'zerenzhi';
import type { Lang } from './messages.js';

const require = createRequire(import.meta.url);
const versionOf = (name: string): string => (require(name) as { readonly version: string }).version;

export const VERSION = versionOf('../package.json');

/** What runs here, package by package, and the regulation that it applies. */
export const versions = (lang: Lang): string =>
  [
    `zerenzhi-cli ${VERSION}`,
    `zerenzhi ${versionOf('zerenzhi/package.json')}`,
    `${regulation.number} ${regulation.title[lang]}`,
  ].join('\n');
