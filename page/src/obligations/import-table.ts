import type { Diagnostic, Evidence, UnitFile } from 'zerenzhi';
import { reportOf } from '../derive.js';
import type { State } from '../state.js';
import { change, current, tell } from '../store.js';
import { tried } from '../tried.js';
import type { Told } from '../ui/faults.js';
import { FAULTS, faultWords } from '../words/faults.js';
import { OBLIGATIONS_VIEW } from '../words/obligations.js';
import { evidenceIn, type FoundRow } from './evidence-rows.js';
import { readTable } from './table-file.js';
import { dutyNames } from './unit-files.js';

/** Takes tables of evidence whole, all of them or none. */
export async function importTable(files: readonly File[]): Promise<void> {
  const { state, rules } = current();
  const say = OBLIGATIONS_VIEW[state.lang];
  const faults: Diagnostic[] = [];
  const found: FoundRow[] = [];
  const told: string[] = [];
  let isGuessed = false;
  for (const file of files) {
    const table = await readTable(file);
    if ('problem' in table) return tell({ text: say[table.problem](file.name) });
    const read = evidenceIn(table.rows, file.name, state, rules);
    if (read.faults.length === 0 && read.found.length === 0) return tell({ text: say.noRows(file.name) });
    faults.push(...read.faults);
    found.push(...read.found);
    told.push(file.name);
    isGuessed ||= table.isGuessed === true;
  }
  const { units, isNew } = withEvidence(state, found);
  for (const unit of units) {
    const refused = tried(() => reportOf(state, rules, unit)).faults;
    faults.push(...refused.map((fault) => atRow(fault, unit, isNew)));
  }
  const names = dutyNames(rules, state.lang);
  if (faults.length > 0) return tell({ faults: faults.map((fault) => inRow(fault, state.lang, names)) });
  if (!change({ units })) return;
  const same = found.length - isNew.size;
  const text = say.tableRead(told.join(', '), isNew.size) + (same > 0 ? say.tableSame(same) : '');
  tell({ text: text + (isGuessed ? say.guessed : '') });
}

/** The files of the units with what was found; what is on file already is not put there again. */
function withEvidence({ units }: State, found: readonly FoundRow[]) {
  const isNew = new Map<Evidence, FoundRow>();
  const files = [...units];
  for (const [id, rows] of grouped(found)) {
    const at = files.findIndex((unit) => unit.id === id);
    const file = files[at] ?? ({ id } as UnitFile);
    const evidence: object[] = [...(file.evidence ?? [])];
    const held = new Set(evidence.map(inOrder));
    for (const row of rows) {
      if (held.has(inOrder(row.evidence))) continue;
      held.add(inOrder(row.evidence));
      isNew.set(row.evidence, row);
      evidence.push(row.evidence);
    }
    files.splice(at < 0 ? files.length : at, at < 0 ? 0 : 1, { ...file, evidence } as UnitFile);
  }
  return { units: files, isNew };
}

function grouped(found: readonly FoundRow[]): ReadonlyMap<string, readonly FoundRow[]> {
  const groups = new Map<string, FoundRow[]>();
  for (const row of found) groups.set(row.unit, [...(groups.get(row.unit) ?? []), row]);
  return groups;
}

const inOrder = (of: object): string => JSON.stringify(Object.entries(of).sort(([a], [b]) => (a < b ? -1 : 1)));

/** A fault as the row and the heading that it stands under, then what is wrong. */
function inRow(fault: Diagnostic, lang: State['lang'], nameOf: (id: string) => string): Told {
  const { file, line, path } = fault;
  if (file === undefined || line === undefined) return fault;
  const where = OBLIGATIONS_VIEW[lang].row(file, line, path);
  return { ...fault, plain: FAULTS[lang].of(where, faultWords(fault, lang, nameOf)) };
}

/** A fault of a piece of evidence, at the row and under the heading that it came from. */
function atRow(fault: Diagnostic, unit: UnitFile, isNew: ReadonlyMap<Evidence, FoundRow>): Diagnostic {
  const [, at, key = 'unit'] = /^evidence\[(\d+)\]\.?(\w*)/.exec(fault.path) ?? [];
  const entry = at === undefined ? undefined : (unit.evidence?.[Number(at)] as Evidence | undefined);
  const row =
    fault.path === 'id' ? [...isNew.values()].find((each) => each.unit === unit.id) : entry && isNew.get(entry);
  return row ? { ...fault, file: row.file, line: row.line, path: row.headings[key] ?? key } : fault;
}
