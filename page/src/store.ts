import type { Diagnostic } from 'zerenzhi';
import type { Files } from 'zerenzhi/authoring';
import { assessmentOf, reportsOf, tick } from './derive.js';
import { fragmentOf, stateIn } from './fragment.js';
import { EMPTY, type Rules, type State } from './state.js';
import { tried } from './tried.js';

/** What is told above everything else: what was not taken and why, or what was done. */
export interface Notice {
  readonly faults?: readonly Diagnostic[];
  readonly text?: string;
  /** A sentence of the page's own, in whichever language it is read. */
  readonly says?: 'unreadableLink' | 'unreadableLinkKept';
}

/** What the page shows: what was entered, by which rules, and what there is to tell. */
export interface Shown {
  readonly state: State;
  readonly rules: Rules;
  /** What an author has dropped in, by its path. It is too large for a link. */
  readonly files: Files;
  readonly notice?: Notice | undefined;
}

let shown: Shown = { state: EMPTY, rules: undefined, files: {} };
/** What was entered before, with the rules it was entered by. */
type Step = Pick<Shown, 'state' | 'rules'>;
const past: Step[] = [];
const future: Step[] = [];
const listeners = new Set<(shown: Shown) => void>();

export const current = (): Shown => shown;
export const canUndo = (): boolean => past.length > 0;
export const canRedo = (): boolean => future.length > 0;

/** Tells a listener of every change, until it is taken back. */
export function subscribe(listener: (shown: Shown) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function show(next: Shown): void {
  shown = next;
  for (const listener of listeners) listener(shown);
  keep();
}

/**
 * Takes a change whole, or gives what is wrong with it and leaves everything as it was. What can be taken back is what
 * was entered, not where one looks.
 */
export function tryChange(part: Partial<State>, { rules }: { readonly rules: Rules } = shown): readonly Diagnostic[] {
  const { state } = shown;
  const next = { ...state, ...part };
  const faults = faultsIn(next, rules);
  if (faults.length > 0) return faults;
  const isEntered = Object.keys(part).some((key) => !['view', 'lang', 'theme', 'unit', 'look'].includes(key));
  if (isEntered) {
    past.push({ state, rules: shown.rules });
    future.length = 0;
  }
  show({ files: shown.files, state: next, rules });
  return [];
}

/** The same, with what is wrong told above everything else; whether it was taken. */
export function change(part: Partial<State>, by: { readonly rules: Rules } = shown): boolean {
  const faults = tryChange(part, by);
  if (faults.length > 0) tell({ faults });
  return faults.length === 0;
}

export const takeFiles = (files: Files): void => show({ ...shown, notice: undefined, files });

export const tell = (notice: Notice | undefined): void => show({ ...shown, notice });

/** Goes back a step, or forth again; where and how one looks stays as it is. */
export function step(from: 'past' | 'future'): void {
  const [of, to] = from === 'past' ? [past, future] : [future, past];
  const next = of.pop();
  if (!next) return;
  to.push({ state: shown.state, rules: shown.rules });
  const { view, lang, theme, look } = shown.state;
  show({ ...shown, notice: undefined, rules: next.rules, state: { ...next.state, view, lang, look, theme } });
}

/** What is wrong with what was entered, by the library's own words. */
export const faultsIn = (state: State, rules: Rules): readonly Diagnostic[] =>
  tried(() => [assessmentOf(state, rules), reportsOf(state, rules)]).faults;

/**
 * Shows what the link holds. A link that holds nothing readable is left in its place until something is entered, and
 * what was entered before stays.
 */
export function open(): void {
  const fragment = location.hash.slice(1);
  if (fragment === kept) return;
  const isFirst = kept === undefined;
  const state = stateIn(fragment);
  if (!state) return told({ says: isFirst ? 'unreadableLink' : 'unreadableLinkKept' });
  const faults = faultsIn(state, undefined);
  if (faults.length > 0) return told({ faults });
  if (!isFirst) {
    past.push({ state: shown.state, rules: shown.rules });
    future.length = 0;
  }
  shown = { ...shown, state, rules: undefined };
  kept = fragment;
  told(undefined);
}

function told(notice: Notice | undefined): void {
  shown = { ...shown, notice };
  for (const listener of listeners) listener(shown);
}

/** What the link was last seen to hold. */
let kept: string | undefined;
// What is judged as of now is judged anew as time goes on.
const goOn = () => {
  if (shown.state.asOf === undefined && tick()) told(shown.notice);
};
setInterval(goOn, 60 * 1000);
document.addEventListener('visibilitychange', goOn);

let keeping: ReturnType<typeof setTimeout> | undefined;

/** Keeps the link up to date, so that a page that is loaded anew shows what it showed. */
function keep(): void {
  clearTimeout(keeping);
  keeping = setTimeout(keepNow, 150);
}

export function keepNow(): void {
  if (keeping === undefined) return;
  clearTimeout(keeping);
  keeping = undefined;
  kept = fragmentOf(shown.state);
  history.replaceState(undefined, '', `#${kept}`);
}
