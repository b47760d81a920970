import { useEffect, useState } from 'preact/hooks';

/** The system's choice of light or dark, as it is now. */
export function useSystemTheme(): 'light' | 'dark' {
  const [isDark, setDark] = useState(DARK.matches);
  useEffect(() => {
    const follow = () => setDark(DARK.matches);
    DARK.addEventListener('change', follow);
    return () => DARK.removeEventListener('change', follow);
  }, []);
  return isDark ? 'dark' : 'light';
}
const DARK = matchMedia('(prefers-color-scheme: dark)');
