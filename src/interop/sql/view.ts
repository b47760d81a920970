import { bindingOf } from '../../create-policy.js';
import { readAsOf } from '../../model/as-of.js';
import { columnsOf } from './columns.js';
import { DIALECTS, distinctNames } from './dialect.js';
import { factColumns } from './facts.js';
import { Formulas } from './formulas.js';
import { type Cell, Steps } from './steps.js';
import { type TableOptions, tableName } from './table.js';

export interface QueryOptions extends TableOptions {
  /** An instant with an offset, or a day (its end); by default the time at which the engine answers. */
  readonly asOf?: string;
}

/**
 * The assessment of a table of incidents as one query: a column for every provision on accountability, TRUE, FALSE or NULL for met, unmet
 * and undetermined; `accountability` as in an assessment; `open_points`, the open inputs as `kind:id` with commas between; and `refused`,
 * where a row contradicts itself as `assessIncident` would refuse it: then the others are NULL.
 *
 * @throws ZerenzhiError where `asOf` is no instant and no day
 * @example
 * const query = queryOf({ dialect: 'duckdb', asOf: '2024-06-30' });
 */
export function queryOf({ policy, dialect, table, asOf }: QueryOptions): string {
  const sql = DIALECTS[dialect];
  const bound = bindingOf(policy);
  const { regulation, accountabilities, plan } = bound;
  const columns = columnsOf(bound, sql);
  const steps = new Steps();
  const subjects = columns.flatMap((column) => (column.holds === 'subject' ? [{ name: column.name, cell: steps.given(sql.name(column.name)) }] : []));
  const now = asOf === undefined ? sql.milliseconds('CURRENT_TIMESTAMP') : `CAST(${readAsOf(asOf).ms} AS BIGINT)`;
  const facts = factColumns(bound, columns, steps, sql, now);
  const formulas = new Formulas(plan, facts, steps, sql);
  // The law of all times: each row finds its own among the epochs.
  const law = bound.law(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);

  const contradicted = plan.terms.flatMap((term, i): Cell[] => {
    const condition = regulation.terms[term]?.condition;
    if (!condition) return [];
    const { formula } = law.rule(condition);
    const [finding, { truth }, waits] = [facts.finding(i), formulas.node(formula, false), formulas.waits(formula)];
    const against = [`${finding.sql} <> ${truth.sql}`, ...waits.map((cell) => `(${finding.sql} AND ${cell.sql})`)];
    return [steps.column(against.join(' OR '), [finding, truth, ...waits])];
  });
  const faults = [...facts.contradictory, ...contradicted];
  const refused = steps.column(`COALESCE(${faults.map(({ sql: fault }) => fault).join(' OR ')}, FALSE)`, faults);
  const unlessRefused = (expression: string) => `CASE WHEN NOT ${refused.sql} THEN ${expression} END`;

  const roots = accountabilities.map(({ provision }) => ({ id: provision.id, node: formulas.node(law.applies(provision.id).formula) }));
  const truths = roots.map(({ node }) => node.truth.sql);
  const met = `CASE WHEN ${truths.join(' OR ')} THEN 'triggered' WHEN NOT (${truths.join(' OR ')}) THEN 'not-triggered' ELSE 'undetermined' END`;
  const open = formulas.inputs.flatMap(({ input, word, bit }) => {
    const masks = [...new Set(roots.flatMap(({ node }) => node.open.get(word)?.sql ?? []))];
    return masks.length === 0 ? [] : [`CASE WHEN (${masks.join(' | ')}) & ${bit} <> 0 THEN ${sql.text(input)} END`];
  });
  const selected = [
    ...subjects.map(({ name, cell }) => [name, cell.sql]),
    ...roots.map(({ id, node }) => [id, unlessRefused(node.truth.sql)]),
    ['accountability', unlessRefused(met)],
    ['open_points', unlessRefused(`concat_ws(',', ${open.join(', ')})`)],
    ['refused', refused.sql],
  ] as const;
  const names = distinctNames(
    selected.map(([name]) => name as string),
    sql,
  );
  return steps.query(
    tableName(sql, table),
    selected.map(([, expression], i) => `${expression} AS ${sql.name(names[i] as string)}`),
    sql,
  );
}

export interface ViewOptions extends QueryOptions {
  /** `assessments` by default; a list for a name with its schema. */
  readonly name?: string | readonly string[];
}

/**
 * The statement that makes the assessment a view: `queryOf` under a name.
 *
 * @example
 * const statement = viewOf({ dialect: 'postgres', table: ['security', 'incidents'], name: ['security', 'assessments'] });
 */
export const viewOf = ({ name = 'assessments', ...options }: ViewOptions): string =>
  `CREATE VIEW ${tableName(DIALECTS[options.dialect], name)} AS\n${queryOf(options)}`;
