import type { Command, Option } from 'commander';
import { assessIncident, regulation } from 'zerenzhi';

// The scripts only ask: what fits is worked out here, from the commands themselves. Where nothing fits, a shell offers
// its files.

/** What makes a shell ask the command, by the name of the shell. */
export const SCRIPTS = {
  bash: `_zerenzhi() {
  local IFS=$'\\n'
  COMPREPLY=($(zerenzhi complete -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null))
}
complete -o default -F _zerenzhi zerenzhi
`,
  zsh: `#compdef zerenzhi
_zerenzhi() {
  local -a found
  found=("\${(@f)$(zerenzhi complete -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}")
  if [[ -n "\${found[1]}" ]]; then compadd -- "\${found[@]}"; else _files; fi
}
compdef _zerenzhi zerenzhi
`,
  fish: `complete -c zerenzhi -a '(zerenzhi complete -- (commandline -opc)[2..-1] (commandline -ct) 2>/dev/null)'
`,
  // Older ones drop an empty word, so that it is told apart.
  powershell: `Register-ArgumentCompleter -Native -CommandName zerenzhi -ScriptBlock {
  param($word, $ast, $cursor)
  $words = @($ast.CommandElements | Select-Object -Skip 1 | ForEach-Object { $_.ToString() })
  $next = @(if ($word -eq '') { '--next' })
  zerenzhi complete @next -- @words 2>$null | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
  }
}
`,
} as const;
export type Shell = keyof typeof SCRIPTS;
export const SHELLS = Object.keys(SCRIPTS) as readonly Shell[];

/** What the last of some words may become; nothing where a file is to be named. */
export function completions(program: Command, words: readonly string[]): readonly string[] {
  const typed = words.at(-1) ?? '';
  const before = words.slice(0, -1);
  const command = commandIn(program, before);
  const options = [...(command?.options ?? []), ...program.options];
  const waiting = options.find(({ required, long, short }) => required && [long, short].includes(before.at(-1) ?? ''));
  if (waiting) return valuesOf(waiting, typed).filter((value) => value.startsWith(typed));
  const names = options.flatMap(({ long }) => long ?? []);
  const choices =
    command && command.commands.length === 0
      ? command.registeredArguments.flatMap(({ argChoices = [] }) => argChoices)
      : commandsOf(command ?? program);
  return [...new Set(typed.startsWith('-') ? [...names, '--help'] : choices)].filter((name) => name.startsWith(typed));
}

/** The command that some words name, be it one of another. */
function commandIn(program: Command, words: readonly string[]): Command | undefined {
  const found = program.commands.find((one) => words.includes(one.name()));
  return found && (commandIn(found, words) ?? found);
}

const commandsOf = (program: Command): string[] =>
  program
    .createHelp()
    .visibleCommands(program)
    .map((command) => command.name());

function valuesOf(option: Option, typed: string): readonly string[] {
  switch (option.attributeName()) {
    case 'profile':
      return Object.keys(regulation.profiles);
    case 'question':
      return Object.keys(regulation.questions);
    case 'provision': {
      const named = typed.slice(0, typed.lastIndexOf(',') + 1);
      const { findings, responses } = assessIncident({});
      return [...findings, ...responses].map(({ provision }) => `${named}${provision}`);
    }
  }
  return option.argChoices ?? [];
}
