import { hasPassed, type Outcome } from 'zerenzhi/authoring';

export interface TableOutcomes {
  readonly file: string;
  readonly outcomes: readonly Outcome[];
  readonly passed: number;
  readonly failed: number;
}

/** Outcomes by the table that they stand in. */
export function tablesOf(outcomes: readonly Outcome[]): TableOutcomes[] {
  const files = [...new Set(outcomes.map(({ scenario }) => scenario.file))];
  return files.map((file) => {
    const of = outcomes.filter(({ scenario }) => scenario.file === file);
    const passed = of.filter(hasPassed).length;
    return { file, outcomes: of, passed, failed: of.length - passed };
  });
}
