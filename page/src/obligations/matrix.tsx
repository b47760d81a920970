import { useRef, useState } from 'preact/hooks';
import type { Obligation, ObligationStatus } from 'zerenzhi';
import { dutyTold } from 'zerenzhi/report';
import { REPORT } from '../../../src/messages/report.js';
import type { State } from '../state.js';
import { SIGN, STATUSES, Standing, worstOf } from '../ui/standing.js';
import { OBLIGATIONS_VIEW } from '../words/obligations.js';
import { type Filed, look } from './unit-files.js';

interface Row {
  readonly provision: string;
  readonly place: string;
  readonly action: string;
  /** For each unit how its duties stand: several, where it is owed for each system. */
  readonly cells: readonly (readonly ObligationStatus[])[];
}

/** The duties of all units: one column for each, and what needs attention first in each cell. */
export function Matrix({ state, filed }: { readonly state: State; readonly filed: readonly Filed[] }) {
  const { lang } = state;
  const say = OBLIGATIONS_VIEW[lang];
  const rows = rowsOf(filed, lang);
  const table = useRef<HTMLTableElement>(null);
  // One cell is reached by Tab, the others from there by arrows.
  const [[row, column], setAt] = useState<readonly [number, number]>([0, 0]);
  const go = (to: readonly [number, number]) => {
    const [r, c] = [clamped(to[0], rows.length), clamped(to[1], filed.length)];
    setAt([r, c]);
    table.current?.tBodies[0]?.rows[r]?.querySelectorAll('button')[c]?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const to = MOVES[event.key]?.(row, column);
    if (!to) return;
    event.preventDefault();
    go(to);
  };
  return (
    <>
      <p class="legend">
        {STATUSES.map((status) => (
          <Standing key={status} status={status} lang={lang} />
        ))}
      </p>
      <section class="matrix" aria-label={say.matrix}>
        {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: its cells are pressed, and it is moved in by arrows. */}
        <table ref={table} role="grid" aria-label={say.school} onKeyDown={onKeyDown}>
          <thead>
            <tr>
              <th scope="col" class="corner">
                {say.duty}
              </th>
              {filed.map(({ key, name }) => (
                <th scope="col" key={key}>
                  <span>{name}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ provision, place, action, cells }, r) => (
              <tr key={provision}>
                <th scope="row">
                  <span class="dim">{place}</span> {action}
                </th>
                {cells.map((statuses, c) => (
                  <td key={filed[c]?.key} class={worstOf(statuses)}>
                    <button
                      type="button"
                      tabIndex={r === row && c === column ? 0 : -1}
                      onFocus={() => setAt([r, c])}
                      onClick={() => look(state, { of: filed[c]?.key, duty: provision, status: undefined })}
                    >
                      <span aria-hidden="true">
                        {SIGN[worstOf(statuses)]}
                        {statuses.length > 1 && <sub>{statuses.length}</sub>}
                      </span>
                      <span class="spoken">
                        {say.cell(filed[c]?.name ?? '', REPORT[lang].obligation[worstOf(statuses)])}
                        {statuses.length > 1 && REPORT[lang].inBrackets(say.several(statuses.length))}
                      </span>
                    </button>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

const clamped = (number: number, count: number): number => Math.max(0, Math.min(count - 1, number));

type Move = (row: number, column: number) => readonly [number, number];
const MOVES: { readonly [key: string]: Move } = {
  ArrowUp: (row, column) => [row - 1, column],
  ArrowDown: (row, column) => [row + 1, column],
  ArrowLeft: (row, column) => [row, column - 1],
  ArrowRight: (row, column) => [row, column + 1],
  Home: (row) => [row, 0],
  End: (row) => [row, Number.POSITIVE_INFINITY],
};

/** The duties that apply to some unit, in the order of the text. */
function rowsOf(filed: readonly Filed[], lang: State['lang']): readonly Row[] {
  const first = new Map<string, { readonly duty: Obligation; readonly of: Filed }>();
  const standing = filed.map(({ report }) => {
    const by = new Map<string, ObligationStatus[]>();
    for (const { provision, status } of report.obligations) by.set(provision, [...(by.get(provision) ?? []), status]);
    return by;
  });
  for (const of of filed)
    for (const duty of of.report.obligations) if (!first.has(duty.provision)) first.set(duty.provision, { duty, of });
  const order = Object.keys(filed[0]?.report.citations ?? {});
  return [...first.values()]
    .map(({ duty, of }): Row => {
      const { place } = dutyTold(of.report, duty, { lang });
      const cells = standing.map((by) => by.get(duty.provision) ?? []);
      return { provision: duty.provision, place, action: duty.action[lang], cells };
    })
    .filter(({ cells }) => cells.some((statuses) => worstOf(statuses) !== 'not-applicable'))
    .sort((a, b) => order.indexOf(a.provision) - order.indexOf(b.provision));
}
