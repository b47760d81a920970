import { oncePer } from '../../diagnostics/once.js';
import type { Ruleset } from '../../policy/create-policy.js';
import { incidentRules, ruleBetween, wholeBetween } from '../incident-rules.js';
import { columnsOf } from './columns.js';
import { distinctNames, type Sql } from './dialect.js';
import { type Breach, factColumns } from './facts.js';
import { Formulas, type Node } from './formulas.js';
import { type Setting, settingOf, type TableName } from './options.js';
import { type Cell, Steps } from './steps.js';
import { type TableOptions, tableName } from './table.js';

export interface QueryOptions extends TableOptions {
  /** An instant with an offset, or a day (its end); by default the time at which the engine answers. */
  readonly asOf?: string;
}

/**
 * The assessment of a table of incidents as one query: a column for every provision on accountability, for every duty
 * that an incident calls up and for how that duty is to be done, TRUE, FALSE or NULL for met, unmet and undetermined;
 * `accountability` as in an assessment; `open_points`, the open inputs as `kind:id` with commas between; and `refused`,
 * where a row contradicts itself as `assessIncident` would refuse it: then the others are NULL.
 *
 * @throws ZerenzhiError with every fault of the options, and where a policy takes more columns than the engine has
 * @example
 * const query = queryOf({ dialect: 'duckdb', asOf: '2024-06-30' });
 */
export function queryOf(options: QueryOptions): string {
  return queryFor(settingOf(options, ['table'], true));
}

function queryFor({ sql, rules, table, asOf }: Setting): string {
  const { regulation, plan } = rules;
  const columns = columnsOf(rules, sql);
  const steps = new Steps(sql);
  const subjects = columns.flatMap((column) =>
    column.holds === 'subject' ? [{ name: column.name, cell: steps.given(sql.name(column.name)) }] : [],
  );
  const now = asOf === undefined ? sql.milliseconds('CURRENT_TIMESTAMP') : sql.literal(asOf.ms, 'integer');
  const breachOf = (fact: number): Breach | undefined => {
    const found = rules.breaches.find((each) => each.fact === fact);
    return found && breachIn(found);
  };
  const facts = factColumns(rules, columns, steps, sql, now, breachOf);
  const formulas = new Formulas(plan, facts, steps, sql);
  // The law of all times: each row finds its own among the epochs.
  const allTimes = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] as const;
  const law = rules.law(...allTimes);

  const breachIn = oncePer(({ duties }: Ruleset['breaches'][number]): Breach => {
    const nodes = duties.map((id) => {
      const [standard, applies] = [law.standard(id), wholeBetween(rules, id, ...allTimes)];
      return [formulas.node(standard.formula).truth, formulas.node(applies.formula).truth] as const;
    });
    const any = (owed: string) =>
      steps.column(
        nodes.map(([done, applies]) => `(${done.sql} IS FALSE AND ${applies.sql} IS ${owed})`).join(' OR ') || 'FALSE',
        nodes.flat(),
      );
    return { established: any('TRUE'), possible: any('NULL') };
  });

  const contradicted = plan.terms.flatMap((term, i): Cell[] => {
    if (!regulation.terms[term]?.condition && !regulation.terms[term]?.floors) return [];
    const { formula } = law.settled(term);
    const [finding, { truth }] = [facts.finding(i), formulas.node(formula)];
    const against = `${finding.sql} <> ${truth.sql}`;
    if (!formulas.mayWait(formula)) return [steps.column(against, [finding, truth])];
    const cannot = formulas.cannotBeMet(formula);
    return [steps.column(`${against} OR (${finding.sql} AND ${cannot.sql})`, [finding, truth, cannot])];
  });
  const denied = rules.breaches.map(({ fact }): Cell => {
    const [said, { established }] = [facts.settled(fact), breachOf(fact) as Breach];
    return steps.column(`NOT ${said.sql} AND ${established.sql}`, [said, established]);
  });
  const faults = [...facts.contradictory, ...contradicted, ...denied];
  const refused = steps.column(`COALESCE(${anyOf(faults, sql)}, FALSE)`, faults);
  const unlessRefused = (expression: string) => `CASE WHEN NOT ${refused.sql} THEN ${expression} END`;

  const checks = incidentRules(rules).map((rule) => ({
    ...rule,
    node: formulas.node(ruleBetween(rules, rule, ...allTimes).formula),
  }));
  const accountability = checks.flatMap(({ provision, node }) =>
    provision.kind === 'accountability' ? [node.truth] : [],
  );
  const met = anyOf(accountability, sql);
  const status = `CASE WHEN ${met} THEN 'triggered' WHEN NOT (${met}) THEN 'not-triggered' ELSE 'undetermined' END`;
  // How a duty is to be done, which stands after the duty, is an open point only where the duty is owed.
  const duty = (standard: number): Node => (checks[standard - 1] as (typeof checks)[number]).node;
  const waiting = checks.map(({ part, node }, i) =>
    part === 'applies' ? node : formulas.countedWhere(duty(i).truth, node),
  );
  const open = formulas.openInputs(waiting);
  const points = withCommas(
    open.map(({ expression }) => expression),
    sql,
  );

  const selected = [
    ...subjects.map(({ name, cell }) => ({ name, expression: cell.sql, from: [cell] })),
    ...checks.map(({ name, node: { truth } }) => ({
      name,
      expression: unlessRefused(truth.sql),
      from: [truth, refused],
    })),
    { name: 'accountability', expression: unlessRefused(status), from: [...accountability, refused] },
    {
      name: 'open_points',
      expression: unlessRefused(open.length > 0 ? points : sql.text('')),
      from: [...open.flatMap(({ from }) => from), refused],
    },
    { name: 'refused', expression: refused.sql, from: [refused] },
  ];
  const names = distinctNames(
    selected.map(({ name }) => name),
    sql,
  );
  return steps.query(
    tableName(sql, table),
    selected.map((column, i) => ({ ...column, name: sql.name(names[i] as string) })),
  );
}

/** Fewer than the hundred values that PostgreSQL passes to a function. */
const MOST_AT_ONCE = 64;

/** Texts with commas between, those that are NULL left out: as many at once as every engine takes. */
function withCommas(texts: readonly string[], sql: Sql): string {
  const joined = (some: readonly string[]) => `concat_ws(${[sql.text(','), ...some].join(', ')})`;
  if (texts.length <= MOST_AT_ONCE) return joined(texts);
  const groups = Array.from({ length: Math.ceil(texts.length / MOST_AT_ONCE) }, (_, i) =>
    texts.slice(i * MOST_AT_ONCE, (i + 1) * MOST_AT_ONCE),
  );
  return joined(groups.map((group) => `NULLIF(${joined(group)}, ${sql.text('')})`));
}

const anyOf = (cells: readonly Cell[], sql: Sql): string =>
  cells.map((cell) => cell.sql).join(' OR ') || sql.literal(false);

export interface ViewOptions extends QueryOptions {
  /** `assessments` by default; a list for a name with its schema. */
  readonly name?: TableName;
}

/**
 * The statement that makes the assessment a view: `queryOf` under a name.
 *
 * @throws ZerenzhiError as `queryOf` does
 * @example
 * const statement = viewOf({ dialect: 'postgres', table: ['security', 'incidents'], name: ['security', 'assessments'] });
 */
export function viewOf(options: ViewOptions): string {
  const setting = settingOf(options, ['table', 'name'], true);
  return `CREATE VIEW ${tableName(setting.sql, setting.name ?? 'assessments')} AS\n${queryFor(setting)}`;
}
