import type { Diagnostic, Organization, Overlay, PolicyOptions } from 'zerenzhi';
import { fileDiagnostic, type Source } from 'zerenzhi/authoring';
import { readDocument } from './document.js';

/** Overlays in files of their own. */
export interface Overlays {
  /** With those of the policy before them. */
  readonly given: Pick<PolicyOptions, 'overlays'>;
  /** A fault of one of these files at its place in it; nothing of what stands elsewhere. */
  locate(fault: Diagnostic): Diagnostic | undefined;
}

export async function readOverlays(
  files: readonly string[] | undefined,
  policy: PolicyOptions | undefined,
): Promise<Overlays> {
  const sources: Source[] = [];
  for (const file of files ?? []) sources.push(await readDocument(file));
  const before = policy?.overlays ?? [];
  // What of a policy is no list is told as such.
  if (sources.length === 0 || !Array.isArray(before)) return { given: {}, locate: () => undefined };
  const placed = (fault: Diagnostic): Diagnostic | undefined => {
    const source = sources[Number(PATH.exec(fault.path)?.[1]) - before.length];
    return source && byId(source, source.locate({ ...fault, path: fault.path.replace(PATH, '') }));
  };
  return {
    given: { overlays: [...before, ...sources.map(({ value }) => value as Overlay)] },
    locate: (fault) => {
      const found = placed(fault);
      const first = fault.first && placed({ ...fault, ...fault.first });
      return found && { ...found, ...(first && { first }) };
    },
  };
}

const PATH = /^overlays\[(\d+)\]\.?/;

/** A duty by its id, as its author names it, and not by where it stands in the list. */
function byId({ value }: Source, fault: Diagnostic): Diagnostic {
  const { duties } = value as { readonly duties?: unknown };
  const [whole = '', i] = /^duties\[(\d+)\]/.exec(fault.path) ?? [];
  const id = Array.isArray(duties)
    ? (duties[Number(i)] as { readonly id?: unknown } | null | undefined)?.id
    : undefined;
  return typeof id === 'string' && whole !== '' ? { ...fault, path: `${id}${fault.path.slice(whole.length)}` } : fault;
}

/** Overlays of units that the register does not have: nobody would be told of them. */
export const ofNoUnit = (overlays: PolicyOptions['overlays'], organization: Organization | undefined): Diagnostic[] => {
  const among = organization?.units;
  return (overlays ?? []).flatMap(({ unit: value }, i) =>
    among && !among.some(({ id }) => id === value)
      ? [
          {
            ...fileDiagnostic('organization/unknown-unit', `overlays[${i}].unit`, { value, among }),
            document: 'policy',
          },
        ]
      : [],
  );
};
