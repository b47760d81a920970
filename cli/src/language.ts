import type { Lang } from './messages.js';

/**
 * The language, before the options are read: help and faults of usage speak it too. The last `--lang` counts, before or
 * after the command; without one, the locale.
 */
export function languageOf(args: readonly string[], locale = localeOf()): Lang {
  const options = args.includes('--') ? args.slice(0, args.indexOf('--')) : args;
  const given = options
    .flatMap((arg, i) =>
      arg === '--lang' ? [options[i + 1]] : arg.startsWith('--lang=') ? [arg.slice('--lang='.length)] : [],
    )
    .at(-1);
  if (given === 'zh' || given === 'en') return given;
  return NO_LANGUAGE.test(locale) || /^zh\b|^zh_|^chinese/i.test(locale) ? 'zh' : 'en';
}

/** Whoever reads this regulation reads Chinese, unless their system says another language. */
const NO_LANGUAGE = /^$|^(?:C|POSIX)(?:$|[.@])/i;

/** As POSIX reads its variables, of which an empty one is none; Windows has none of them. */
export function localeOf(
  { LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv = process.env,
  isWindows = process.platform === 'win32',
): string {
  return LC_ALL || LC_MESSAGES || LANG || (isWindows ? Intl.DateTimeFormat().resolvedOptions().locale : '');
}
