import { shapeFaults } from '../../diagnostics/check-shape.js';
import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostics.js';
import { isMapping } from '../../diagnostics/plain-data.js';
import { daysOf, type Overlay, type OwnDuty, type OwnTerm, overlaySchema } from '../../model/overlay.js';

/** What can be read of an overlay, with where it stands: a part with a fault of its shape hides nothing of the rest. */
export interface ReadOverlay {
  readonly path: string;
  /** What its document is called. */
  readonly title: string;
  readonly unit?: string;
  readonly made?: string;
  readonly days?: ReturnType<typeof daysOf>;
  readonly duties: readonly { readonly path: string; readonly duty: Partial<OwnDuty> }[];
  readonly terms: readonly { readonly path: string; readonly term: string; readonly value: OwnTerm }[];
}

/** Overlays as they were given, and the faults of their shape. */
export function readOverlays(given: unknown): {
  readonly overlays: readonly ReadOverlay[];
  readonly faults: readonly Diagnostic[];
} {
  if (given === undefined) return { overlays: [], faults: [] };
  if (!Array.isArray(given))
    return {
      overlays: [],
      faults: [diagnostic('input/invalid-type', 'overlays', { value: given, expected: 'array' })],
    };
  const read = given.map((one: unknown, i) => {
    const path = `overlays[${i}]`;
    const faults = shapeFaults(overlaySchema(), one, path);
    return { overlay: soundPart(one, path, faults), faults };
  });
  return { overlays: read.map(({ overlay }) => overlay), faults: read.flatMap(({ faults }) => faults) };
}

function soundPart(given: unknown, path: string, faults: readonly Diagnostic[]): ReadOverlay {
  // A key too many makes nothing unreadable.
  const told = faults.filter(({ code }) => code !== 'input/unknown-key').map((fault) => fault.path);
  const isSound = (at: string) =>
    !told.some((each) => each === at || (/^[.[]/.test(each.slice(at.length)) && each.startsWith(at)));
  const { unit, document, made, from, until, duties, terms } = (isMapping(given) ? given : {}) as Partial<Overlay>;
  const isDated = ['made', 'from', 'until'].every((key) => isSound(`${path}.${key}`));
  const soundIn = (at: string, part: unknown): object =>
    isMapping(part) ? Object.fromEntries(Object.entries(part).filter(([key]) => isSound(`${at}.${key}`))) : {};
  return {
    path,
    title: isSound(`${path}.document`) ? (document?.title ?? '') : '',
    ...(unit !== undefined && isSound(`${path}.unit`) && { unit }),
    ...(made !== undefined && isSound(`${path}.made`) && { made }),
    ...(made !== undefined && isDated && { days: daysOf({ made, from, until }) }),
    duties: (Array.isArray(duties) ? duties : []).map((duty: unknown, i) => {
      const at = `${path}.duties[${i}]`;
      return { path: at, duty: soundIn(at, duty) };
    }),
    terms: Object.entries(isMapping(terms) ? terms : {}).map(([term, value]) => {
      const at = `${path}.terms.${term}`;
      return { path: at, term, value: soundIn(at, value) as OwnTerm };
    }),
  };
}
