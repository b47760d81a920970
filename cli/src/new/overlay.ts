import { FORMAT, type Regulation } from 'zerenzhi';
import { endsAs } from '../ending.js';
import { described, indented, sections } from '../init/lines.js';
import { NEW } from '../messages/new.js';
import type { Lang } from '../messages.js';
import { type Cli, ofRegulation, type Spoken, spoken, writing } from '../options.js';
import { put } from '../output.js';
import { regulationFrom, ruleFilesIn } from '../regulation.js';
import { targetOf } from '../whole-file.js';
import { scalar, today } from './yaml.js';

interface OverlayOptions extends Spoken {
  readonly regulation?: string;
  readonly unit: string;
  readonly output?: string;
  readonly force?: true;
}

/** `new overlay`: a unit's own rules with one duty, which pass as they are. */
export function addOverlay(cli: Cli): void {
  const say = NEW[cli.lang].overlay;
  const command = cli.program.command('overlay').description(say.describe);
  const overlay = writing(cli, ofRegulation(cli, spoken(cli, command))).requiredOption('--unit <id>', say.unit);
  overlay.action(({ regulation: folder, unit, output, force, lang }: OverlayOptions) => {
    endsAs(overlay, cli, output, 'yaml');
    const target = output === undefined ? undefined : targetOf(output, ruleFilesIn(folder), force);
    put(overlayOf(regulationFrom(folder), unit, lang), target);
  });
}

function overlayOf({ terms }: Regulation, unit: string, lang: Lang): string {
  const say = NEW[lang].overlay;
  const [term = 'term', measure = 'hours'] = Object.entries(terms).flatMap(([id, { thresholds }]) =>
    thresholds ? [id, ...Object.keys(thresholds)] : [],
  );
  return sections([
    described(say.head),
    [
      `format: ${FORMAT}`,
      `unit: ${scalar(unit)}`,
      ...described(say.title),
      `document: { title: ${scalar(say.title)} }`,
      ...described(say.made),
      `made: '${today()}'`,
      ...described(say.from),
      `from: '${today()}'`,
    ],
    [
      ...described(say.duties),
      'duties:',
      '  - id: own.duty-1',
      ...indented(
        [
          `quote: ${scalar(say.quote)}`,
          `bearer: { zh: ${scalar(NEW.zh.overlay.bearer)}, en: ${scalar(NEW.en.overlay.bearer)} }`,
          `action: { zh: ${scalar(NEW.zh.overlay.action)}, en: ${scalar(NEW.en.overlay.action)} }`,
          'rhythm: standing',
        ],
        '    ',
      ),
    ],
    described(say.terms, 'terms:', `  ${term}: { quote: ${scalar(say.quote)}, ${measure}: 1 }`),
  ]);
}
