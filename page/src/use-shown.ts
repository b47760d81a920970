import { useEffect, useState } from 'preact/hooks';
import type { InterviewState } from 'zerenzhi/inquiry';
import { asOfIn, positionOf } from './derive.js';
import type { Rules, State } from './state.js';
import { current, type Shown, subscribe } from './store.js';

/** What the page shows, kept up to date. */
export function useShown(): Shown {
  const [shown, setShown] = useState(current());
  useEffect(() => {
    setShown(current());
    return subscribe(setShown);
  }, []);
  return shown;
}

/**
 * What takes longer than a frame, worked out once the frame has been shown; what it was until then.
 */
export function useLater<Made>(
  make: () => Made,
  on: readonly unknown[],
): { readonly made: Made | undefined; readonly isCurrent: boolean } {
  const [kept, setKept] = useState<{ readonly made: Made; readonly on: readonly unknown[] }>();
  useEffect(() => {
    const timer = setTimeout(() => setKept({ made: make(), on }), 0);
    return () => clearTimeout(timer);
  }, on);
  const isCurrent = kept?.on.every((each, i) => each === on[i]) === true;
  return { made: kept?.made, isCurrent };
}

/** Where the interview stands, for whatever is entered now. */
export const usePosition = (state: State, rules: Rules): InterviewState | undefined =>
  useLater(
    () => positionOf(state, rules),
    [state.incident, state.chosen, state.overlays, state.organization, asOfIn(state), state.unit, rules],
  ).made;
