// What a replay says of each thing it looked at.

type Sentence = (recorded: string, found: string) => string;

const zh = {
  input: {
    intact: () => '输入与记录时一致',
    touched: () => '输入（时点、事件或组织台账）在记录后被改动',
    'digest-touched': () => '输入与记录时一致，但其摘要被改动',
  },
  policy: {
    intact: () => '取值和解释与记录时一致',
    touched: () => '取值和解释在记录后被改动',
    'digest-touched': () => '取值和解释与记录时一致，但其摘要被改动',
  },
  outcome: {
    intact: () => '所记结果与记录时一致',
    touched: () => '所记结果在记录后被改动',
    'digest-touched': () => '所记结果与记录时一致，但其摘要被改动',
  },
  seal: {
    intact: () => '封签相符',
    broken: () => '封签不符，因上述改动',
    touched: () => '封签不符，而各部分与其摘要相符：封签本身，或只由封签覆盖的内容（库版本、法规、所取代的记录）被改动',
  },
  regulation: {
    same: () => '法规数据与记录时相同',
    changed: (recorded, found) => `法规数据与记录时不同：记录时 ${recorded}，现在 ${found}`,
    'digest-touched': () => '法规数据与记录时相同，但其摘要被改动',
    relabelled: (recorded, found) => `法规数据与记录时相同，但所记文号或印发日期不符：所记 ${recorded}，应为 ${found}`,
    another: (recorded, found) => `记录依据另一部法规：记录时 ${recorded}，现在 ${found}`,
  },
  library: {
    same: (recorded) => `库版本相同：${recorded}`,
    changed: (recorded, found) => `库版本不同：记录时 ${recorded}，现在 ${found}`,
    another: (recorded, found) => `所记的库不是 ${found}，而是 ${recorded}`,
    touched: (recorded, found) => `库版本与记录时相同（${found}），但所记版本被改动为 ${recorded}`,
  },
  derived: {
    same: () => '重新推导的结果与所记结果相同',
    different: (count) => `重新推导的结果与所记结果不同：${count} 处`,
    refused: (count) => `无法重新推导：所记输入或取值未被接受，${count} 处错误`,
    'not-tried': () => '未重新推导：不是同一部法规',
  },
} satisfies { [check: string]: { [state: string]: Sentence } };
type Catalogue = typeof zh;

const en: Catalogue = {
  input: {
    intact: () => 'the input is as it was recorded',
    touched: () => 'the input (time, incident or organization) was changed after it was recorded',
    'digest-touched': () => 'the input is as it was recorded, but its digest was changed',
  },
  policy: {
    intact: () => 'the policy is as it was recorded',
    touched: () => 'the policy was changed after it was recorded',
    'digest-touched': () => 'the policy is as it was recorded, but its digest was changed',
  },
  outcome: {
    intact: () => 'the outcome is as it was recorded',
    touched: () => 'the outcome was changed after it was recorded',
    'digest-touched': () => 'the outcome is as it was recorded, but its digest was changed',
  },
  seal: {
    intact: () => 'the seal fits',
    broken: () => 'the seal does not fit, because of the change told above',
    touched: () =>
      'the seal does not fit, and every part fits its digest: the seal itself was changed, or what it alone covers (library version, regulation, the record superseded)',
  },
  regulation: {
    same: () => 'the rules are those of the record',
    changed: (recorded, found) => `the rules are not those of the record: ${recorded} then, ${found} now`,
    'digest-touched': () => 'the rules are those of the record, but their digest was changed',
    relabelled: (recorded, found) =>
      `the rules are those of the record, but not the number or the day of issue that it gives: ${recorded} there, ${found} in the rules`,
    another: (recorded, found) => `the record is about another regulation: ${recorded} then, ${found} now`,
  },
  library: {
    same: (recorded) => `the library is that of the record: ${recorded}`,
    changed: (recorded, found) => `the library is not that of the record: ${recorded} then, ${found} now`,
    another: (recorded, found) => `the library of the record is not ${found} but ${recorded}`,
    touched: (recorded, found) =>
      `the library is that of the record, ${found}, but its version in the record was changed to ${recorded}`,
  },
  derived: {
    same: () => 'derived again, the outcome is the one recorded',
    different: (count) => `derived again, the outcome is not the one recorded: ${count} difference(s)`,
    refused: (count) => `the outcome cannot be derived again: what is recorded is refused, ${count} fault(s)`,
    'not-tried': () => 'the outcome was not derived again: it is another regulation',
  },
};

export const RECORD = { zh, en };
/** What a replay looks at. */
export type CheckName = keyof Catalogue;
/** How that can come out. */
export type CheckState<Name extends CheckName> = keyof Catalogue[Name];
