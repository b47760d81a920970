import { type Command, Option } from 'commander';
import {
  type AccountabilityId,
  type AssessOptions,
  assessIncident,
  type Diagnostic,
  formatPlace,
  type IncidentAssessment,
  type ResponseId,
} from 'zerenzhi';
import { fileDiagnostic } from 'zerenzhi/authoring';
import { refuse } from './faults.js';

/** A command that looks at some provisions only: named with commas between them, or one by one. */
export const ofProvisions = (command: Command, words: string): Command =>
  command.addOption(
    new Option('--provision <id>', words).argParser((typed, before: readonly string[] = []) => [
      ...before,
      ...typed.split(/[,，、;；]/).map((one) => one.trim()),
    ]),
  );

type Settings = Pick<AssessOptions, 'policy' | 'organization' | 'asOf'>;

/** The provisions on accountability that were named, in the order of the text; nothing where none was. */
export const accountabilitiesNamed = (
  typed: readonly string[] | undefined,
  settings: Settings,
): readonly AccountabilityId[] | undefined => named(typed, settings, ({ findings }) => findings);

/** The same with the duties that an incident calls up. */
export const explainedNamed = (
  typed: readonly string[] | undefined,
  settings: Settings,
): readonly (AccountabilityId | ResponseId)[] | undefined =>
  named(typed, settings, ({ findings, responses }) => [...findings, ...responses]);

/** An assessment of nothing has each provision that may be asked about, whatever the regulation. */
function named<Id extends string>(
  typed: readonly string[] | undefined,
  settings: Settings,
  among: (silent: IncidentAssessment) => readonly { readonly provision: Id }[],
): readonly Id[] | undefined {
  if (!typed) return undefined;
  const silent: IncidentAssessment = assessIncident({}, settings);
  const known = [...new Set(among(silent).map(({ provision }) => provision))].map((id) => ({
    id,
    place: (silent.citations as { readonly [id: string]: { readonly place: string } | undefined })[id]?.place ?? '',
  }));
  const faults: Diagnostic[] = [];
  const meant = new Set(
    typed.flatMap((one) => {
      const ids = provisionsAt(one, known);
      if (ids.length === 0) faults.push(unknown(one, known));
      return ids;
    }),
  );
  refuse(faults);
  return known.map(({ id }) => id).filter((id) => meant.has(id));
}

interface Placed<Id extends string> {
  readonly id: Id;
  /** `9.2.3` */
  readonly place: string;
}

/** Those that an id, a place of the text in numbers (`9.2.3`) or in words (`第九条第二款`, `Art. 9 ¶2`) stands for. */
export function provisionsAt<Id extends string>(typed: string, known: readonly Placed<Id>[]): readonly Id[] {
  const exact = known.find(({ id }) => id === typed);
  if (exact) return [exact.id];
  const meant = known.flatMap(({ place }) => prefixes(place)).find((place) => spellings(place).includes(plain(typed)));
  if (meant === undefined) return [];
  return known.filter(({ place }) => prefixes(place).includes(meant)).map(({ id }) => id);
}

const prefixes = (place: string): string[] => place.split('.').map((_, i, parts) => parts.slice(0, i + 1).join('.'));
const spellings = (place: string): string[] => [place, formatPlace(place, 'zh'), formatPlace(place, 'en')].map(plain);
/** Without what people write in many ways: brackets and spaces. */
const plain = (text: string): string => text.replaceAll(/[\s()（）]/g, '').toLowerCase();

const unknown = (value: string, known: readonly Placed<string>[]): Diagnostic => ({
  ...fileDiagnostic('assessment/unknown-provision', 'provision', {
    value,
    among: [...known.map(({ id }) => id), ...known.flatMap(({ place }) => prefixes(place))],
  }),
  document: 'options',
});
