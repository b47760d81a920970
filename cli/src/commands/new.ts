import { NEW } from '../messages/new.js';
import { addOverlay } from '../new/overlay.js';
import { addRegulation } from '../new/regulation.js';
import { addRuling } from '../new/ruling.js';
import { addScenario } from '../new/scenario.js';
import type { Cli } from '../options.js';

/** The kinds of file that authors of rules begin with, each a command of its own. */
const KINDS: readonly ((cli: Cli) => void)[] = [addRegulation, addRuling, addScenario, addOverlay];

/** `new`: a file or a folder for authors of rules to begin with, which passes as it is. */
export function addNew(cli: Cli): void {
  const program = cli.program.command('new').description(NEW[cli.lang].describe).helpCommand(false);
  for (const add of KINDS) add({ ...cli, program });
}
