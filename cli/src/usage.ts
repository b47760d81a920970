import type { Command, HelpConfiguration, Option } from 'commander';
import stringWidth from 'string-width';
import { visible } from 'zerenzhi/report';
import { USAGE } from './messages/usage.js';
import type { Lang } from './messages.js';
import { toStandardOutput } from './output.js';

/** Help and faults of usage in a language: commander itself speaks English only. */
export function speaking(program: Command, lang: Lang): Command {
  const say = USAGE[lang];
  return program
    .configureHelp(helpIn(lang))
    .helpOption('-h, --help', say.help)
    .helpCommand('help [command]', say.helpOf)
    .configureOutput({
      writeOut: toStandardOutput,
      outputError: (text, tell) => tell(`${visible(faultText(text.trimEnd(), lang))}\n`),
    });
}

function helpIn(lang: Lang): HelpConfiguration {
  const say = USAGE[lang];
  const termed = (term: string) => placed(term, say);
  const usageOf = (command: Command): string => termed(command.usage());
  return {
    displayWidth: stringWidth,
    styleTitle: (title) => say.titles[title as keyof typeof say.titles] ?? title,
    commandUsage: (command) => `${pathOf(command)} ${usageOf(command)}`,
    subcommandTerm: (command) => `${command.name()} ${usageOf(command)}`,
    optionTerm: ({ flags }) => termed(flags),
    argumentDescription: ({ description, argChoices }) =>
      argChoices ? say.beside(description, [say.choices(argChoices)]) : description,
    argumentTerm: (argument) => say.places[argument.name()] ?? argument.name(),
    optionDescription: (option) => optionText(option, lang),
  };
}

/** A command with those that it is one of. */
const pathOf = (command: Command): string =>
  command.parent ? `${pathOf(command.parent)} ${command.name()}` : command.name();

function optionText({ description, argChoices, defaultValue, negate }: Option, lang: Lang): string {
  const say = USAGE[lang];
  const more = [
    ...(argChoices ? [say.choices(argChoices)] : []),
    ...(defaultValue === undefined || negate ? [] : [say.byDefault(String(defaultValue))]),
  ];
  return more.length === 0 ? description : say.beside(description, more);
}

type Say = (typeof USAGE)[Lang];
/** `--output <file>` with the word in brackets in the language. */
const placed = (term: string, { places }: Say): string =>
  term.replaceAll(/(?<=[<[])\w+/g, (name) => places[name] ?? name);

const NEAR = '(?:\\n\\(Did you mean (?:one of )?(.*)\\?\\))?$';
/** The sentences of commander with what they name. What is none of them is said by the commands, and stands. */
const FAULTS: readonly [RegExp, (say: Say, ...named: string[]) => string][] = [
  [new RegExp(`^unknown option '(.*?)'${NEAR}`, 's'), (say, flag = '', near) => say.unknownOption(flag, near)],
  [new RegExp(`^unknown command '(.*?)'${NEAR}`, 's'), (say, name = '', near) => say.unknownCommand(name, near)],
  [/^missing required argument '(.*)'$/, (say, name = '') => say.missingArgument(say.places[name] ?? name)],
  [/^option '(.*)' argument missing$/, (say, flags = '') => say.optionMissingArgument(placed(flags, say))],
  [/^required option '(.*)' not specified$/, (say, flags = '') => say.missingOption(placed(flags, say))],
  [
    /^too many arguments.*Expected (\d+) arguments? but got (\d+)\.$/,
    (say, most = '', got = '') => say.tooMany(most, got),
  ],
  [
    /^option '(.*)' argument '(.*)' is invalid\. (?:Allowed choices are )?(.*?)\.?$/s,
    (say, flags = '', value = '', right = '') => say.wrongOption(placed(flags, say), value, right),
  ],
  [
    /^command-argument value '(.*)' is invalid for argument '(.*)'\. (?:Allowed choices are )?(.*?)\.?$/s,
    (say, value = '', name = '', right = '') => say.wrongArgument(value, say.places[name] ?? name, right),
  ],
];

function faultText(text: string, lang: Lang): string {
  const say = USAGE[lang];
  const words = text.replace(/^error: /, '');
  for (const [form, sentence] of FAULTS) {
    const named = form.exec(words);
    if (named) return sentence(say, ...named.slice(1));
  }
  return words;
}
