import { useEffect, useState } from 'preact/hooks';
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
