import type { Diagnostic, Organization, Overlay, UnitFile } from 'zerenzhi';
import { decodeText, parseYaml } from 'zerenzhi/authoring';
import { type Kind, kindOf } from './kind-of.js';
import { type Chosen, type State, soundState } from './state.js';
import { change, current, tell } from './store.js';
import { PAGE } from './words/page.js';

/** More than any document has. */
const LARGEST = 5_000_000;

/** Takes files whole, all of them or none; what could be an incident too is of the kind that was asked for. */
export async function importFiles(files: readonly File[], asked: Kind = 'incident'): Promise<void> {
  const { lang } = current().state;
  const say = PAGE[lang];
  const faults: Diagnostic[] = [];
  const owners: string[] = [];
  let part: Partial<State> = {};
  for (const file of files) {
    if (file.size > LARGEST) return tell({ text: say.unreadableFile(file.name) });
    const text = decodeText(new Uint8Array(await file.arrayBuffer()), file.name);
    const read = 'faults' in text ? text : parseYaml(text.text, file.name);
    if ('faults' in read) {
      faults.push(...read.faults);
      continue;
    }
    const kind = kindOf(read.value);
    if (!kind || (kind === 'all' && !soundState(read.value))) return tell({ text: say.unknownFile(file.name) });
    if (kind === 'overlay') owners.push((read.value as Overlay).unit);
    part = taken(kind === 'incident' ? asked : kind, read.value, part);
  }
  if (faults.length > 0) return tell({ faults });
  if (!change(part)) return;
  const { organization, units } = current().state;
  const known = [...(organization?.units ?? []), ...units];
  // Whose rules they are is an id: of a unit that nobody knows they would change nothing.
  const whose = owners.map((unit) => {
    const found = known.find(({ id }) => id === unit);
    return say.overlayOf(found?.name ?? unit, found !== undefined);
  });
  tell({ text: [say.taken(files.map(({ name }) => name)), ...new Set(whose)].join('') });
}

/** What is entered once a document is taken. A unit of the same id is replaced. */
export function taken(kind: Kind, value: unknown, part: Partial<State> = {}): Partial<State> {
  const { state } = current();
  switch (kind) {
    case 'all': {
      const { lang: _, theme: __, view: ___, ...entered } = soundState(value) ?? state;
      return { ...part, ...entered };
    }
    case 'incident':
      return { ...part, incident: value as State['incident'], unit: undefined };
    case 'organization':
      return { ...part, organization: value as Organization };
    case 'policy': {
      const { overlays = [], ...chosen } = value as Chosen & { readonly overlays?: readonly Overlay[] };
      const before = part.chosen ?? state.chosen;
      // Several files go together; of one term or question the last says.
      const terms = { ...before.terms, ...chosen.terms };
      const rulings = { ...before.rulings, ...chosen.rulings };
      return {
        ...part,
        chosen: { ...before, ...chosen, terms, rulings },
        ...(overlays.length > 0 && { overlays: replaced(part.overlays ?? state.overlays, overlays) }),
      };
    }
    case 'unit': {
      const given = value as UnitFile;
      // Tables and links know a unit by its id: one without is known by its name.
      const unit = given.id === undefined && given.name !== undefined ? { ...given, id: given.name } : given;
      const others = (part.units ?? state.units).filter(({ id }) => id !== unit.id);
      return { ...part, units: [...others, unit] };
    }
    case 'overlay':
      return { ...part, overlays: replaced(part.overlays ?? state.overlays, [value as Overlay]) };
  }
}

/** Of one unit and one document the last file says. */
const replaced = (before: readonly Overlay[], after: readonly Overlay[]): readonly Overlay[] => [
  ...before.filter((old) => !after.some(({ unit, document }) => unit === old.unit && document === old.document)),
  ...after,
];
