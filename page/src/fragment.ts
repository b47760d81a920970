import { deflateSync, Inflate, strFromU8, strToU8 } from 'fflate';
import { EMPTY, type State, VIEWS } from './state.js';

// A link holds all that was entered, after its #: browsers send none of that to anybody.

/** What a link may unpack to at most. */
const LARGEST = 5_000_000;

/** What was entered, as it stands in a link; nothing where nothing was. */
export function fragmentOf(state: State): string {
  const entered = Object.fromEntries(
    Object.entries(state).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(EMPTY[key as keyof State])),
  );
  if (Object.keys(entered).length === 0) return '';
  const packed = deflateSync(strToU8(JSON.stringify(entered)), { level: 9 });
  return btoa(strFromU8(packed, true)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/**
 * What a link holds.
 *
 * @throws Error if it holds nothing of the kind
 */
export function stateIn(fragment: string): State {
  if (fragment === '') return EMPTY;
  const packed = strToU8(atob(fragment.replaceAll('-', '+').replaceAll('_', '/')), true);
  const entered: unknown = JSON.parse(unpacked(packed));
  if (typeof entered !== 'object' || entered === null || Array.isArray(entered)) throw new Error('no state');
  const state = { ...EMPTY, ...(entered as Partial<State>) };
  const isSound =
    ['zh', 'en'].includes(state.lang) &&
    VIEWS.includes(state.view) &&
    [undefined, 'light', 'dark'].includes(state.theme) &&
    [state.incident, state.chosen, state.memo, state.look].every((each) => typeof each === 'object' && each !== null) &&
    [state.memo, state.look].flatMap(Object.values).every((each) => typeof each === 'string') &&
    [state.units, state.overlays].every(Array.isArray);
  if (!isSound) throw new Error('no state');
  return state;
}

/** A small link may unpack to gigabytes: no more is unpacked than is read. */
function unpacked(packed: Uint8Array): string {
  const parts: Uint8Array[] = [];
  let length = 0;
  const inflate = new Inflate((part) => {
    length += part.length;
    if (length > LARGEST) throw new Error('too large');
    parts.push(part);
  });
  for (let at = 0; at < packed.length; at += 1024)
    inflate.push(packed.subarray(at, at + 1024), at + 1024 >= packed.length);
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return new TextDecoder('utf-8', { fatal: true }).decode(whole);
}
