import type { State } from '../state.js';
import { change } from '../store.js';
import { PAGE } from '../words/page.js';

/** The day of judgement: today, where none is chosen. */
export function AsOf({ state }: { readonly state: State }) {
  return (
    <label class="field">
      {PAGE[state.lang].asOf}
      <input
        type="date"
        value={state.asOf ?? ''}
        onChange={({ currentTarget: { value } }) => change({ asOf: value === '' ? undefined : value })}
      />
    </label>
  );
}
