import { deflateSync, Inflate, strFromU8, strToU8 } from 'fflate';
import { EMPTY, type State, soundState } from './state.js';

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

/** What a link holds; nothing where it is no such link. */
export function stateIn(fragment: string): State | undefined {
  if (fragment === '') return EMPTY;
  try {
    const packed = strToU8(atob(fragment.replaceAll('-', '+').replaceAll('_', '/')), true);
    return soundState(JSON.parse(unpacked(packed)));
  } catch {
    return undefined;
  }
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
