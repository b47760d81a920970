import { FORMAT, type Regulation } from 'zerenzhi';
import { fileDiagnostic } from 'zerenzhi/authoring';
import { visible } from 'zerenzhi/report';
import { endsAs } from '../ending.js';
import { refuse } from '../faults.js';
import { described, indented, sections } from '../init/lines.js';
import { NEW } from '../messages/new.js';
import type { Lang } from '../messages.js';
import { type Cli, ofRegulation, type Spoken, spoken, writing } from '../options.js';
import { put } from '../output.js';
import { regulationFrom, ruleFilesIn } from '../regulation.js';
import { targetOf } from '../whole-file.js';
import { scalar, today } from './yaml.js';

interface RulingOptions extends Spoken {
  readonly regulation?: string;
  readonly question: string;
  readonly output?: string;
  readonly force?: true;
}

/** `new ruling`: a policy with a ruling on one question, which is read as it is. */
export function addRuling(cli: Cli): void {
  const say = NEW[cli.lang].ruling;
  const ruling = writing(
    cli,
    ofRegulation(cli, spoken(cli, cli.program.command('ruling').description(say.describe))),
  ).requiredOption('--question <id>', say.question);
  ruling.action(({ regulation: folder, question, output, force, lang }: RulingOptions) => {
    endsAs(ruling, cli, output, 'yaml');
    const regulation = regulationFrom(folder);
    const among = Object.keys(regulation.questions);
    if (!among.includes(question))
      refuse([
        { ...fileDiagnostic('policy/unknown-question', 'question', { value: question, among }), document: 'options' },
      ]);
    const target = output === undefined ? undefined : targetOf(output, ruleFilesIn(folder), force);
    put(rulingOn(regulation, question, lang), target);
  });
}

/** The day on which it is written stands where a day has to. */
function rulingOn(regulation: Regulation, question: string, lang: Lang): string {
  const say = NEW[lang].ruling;
  const { ask, readings } = regulation.questions[question] as Regulation['questions'][string];
  const { interpreter, bodies, parties } = regulation;
  const choices = Object.entries(readings).map(([id, label]) => `  ${id}  ${visible(label[lang])}`);
  const [first = ''] = Object.keys(readings);
  const by = { ...parties, ...bodies }[interpreter]?.label[lang] ?? interpreter;
  const entry = [
    `- reading: ${scalar(first)}`,
    ...indented([
      ...described(say.by(visible(by))),
      `by: ${scalar(interpreter)}`,
      ...described(say.made),
      `made: '${today()}'`,
      ...described(say.source),
      `source: { title: ${scalar(say.title)} }`,
      ...described(say.from),
      `from: '${today()}'`,
      ...described(say.until, 'until: YYYY-MM-DD'),
    ]),
  ];
  return sections([
    described(say.head, visible(ask[lang]), say.choose, ...choices),
    [`format: ${FORMAT}`, 'rulings:', `  ${scalar(question)}:`, ...indented(entry, '    ')],
  ]);
}
