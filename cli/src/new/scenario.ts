import type { Regulation } from 'zerenzhi';
import { endsAs } from '../ending.js';
import { described, indented, sections } from '../init/lines.js';
import { NEW } from '../messages/new.js';
import type { Lang } from '../messages.js';
import { type Cli, ofRegulation, type Spoken, spoken, writing } from '../options.js';
import { put } from '../output.js';
import { regulationFrom, ruleFilesIn } from '../regulation.js';
import { targetOf } from '../whole-file.js';
import { scalar, today } from './yaml.js';

interface ScenarioOptions extends Spoken {
  readonly regulation?: string;
  readonly output?: string;
  readonly force?: true;
}

/** `new scenario`: a table with one row, which passes as it is. */
export function addScenario(cli: Cli): void {
  const say = NEW[cli.lang].scenario;
  const command = cli.program.command('scenario').description(say.describe);
  const scenario = writing(cli, ofRegulation(cli, spoken(cli, command)));
  scenario.action(({ regulation: folder, output, force, lang }: ScenarioOptions) => {
    endsAs(scenario, cli, output, 'yaml');
    const target = output === undefined ? undefined : targetOf(output, ruleFilesIn(folder), force);
    put(tableFor(regulationFrom(folder), lang), target);
  });
}

function tableFor({ articles }: Regulation, lang: Lang): string {
  const say = NEW[lang].scenario;
  const judged = articles.find(({ provisions }) => provisions.some(({ kind }) => kind === 'accountability'));
  const words = (judged ?? articles[0])?.paragraphs[0]?.text ?? '';
  return sections([
    described(say.head),
    [
      `- name: ${scalar(say.name)}`,
      ...indented([
        ...described(say.basis),
        `basis: ${scalar(words)}`,
        ...described(say.because),
        `because: ${scalar(say.reason)}`,
        ...described(say.given),
        'incident:',
        `  occurredAt: '${today()}'`,
        `asOf: '${today()}'`,
        ...described(say.expect),
        'expect:',
        '  findings: { rest: silent }',
      ]),
    ],
  ]);
}
