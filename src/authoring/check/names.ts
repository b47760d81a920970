import type { Diagnostic } from '../../diagnostics/diagnostics.js';
import { fileDiagnostic } from '../../diagnostics/file-diagnostics.js';
import { checkCondition } from '../../regulation/check-condition.js';
import { dateFault } from '../../regulation/date-fault.js';
import { isLocalDate } from '../../regulation/dates.js';
import { INCIDENT_TIMES } from '../../regulation/governing.js';
import type { Regulation } from '../../regulation/schema.js';
import { settlers, vocabulary } from '../../regulation/vocabulary.js';
import type { Fault } from './fault.js';

/** Days that exist: of issue, of effect, and those of what is referred to. A year alone is told by its first day. */
export function checkDays({ issued, effective, articles }: Regulation): Diagnostic[] {
  const refers = articles.flatMap(({ provisions }, i) =>
    provisions.flatMap((provision, j) =>
      (provision.kind === 'reference' ? provision.refers : []).flatMap(({ from, until }, k) => {
        const path = `articles[${i}].provisions[${j}].refers[${k}]`;
        return [[`${path}.from`, from] as const, [`${path}.until`, until] as const];
      }),
    ),
  );
  const days = [['issued', issued.length === 4 ? `${issued}-01-01` : issued], ['effective', effective], ...refers];
  return days.flatMap(([path = '', day]) =>
    day === undefined || day === 'on-issue' || isLocalDate(day) ? [] : [dateFault(path, day)],
  );
}

/** What the regulation as a whole names. */
export function checkNames(regulation: Regulation, fault: Fault): void {
  const known = (name: string | undefined, among: readonly string[], path: string) => {
    if (name !== undefined && !among.includes(name)) fault('rule/unknown-name', path, { value: name, among });
  };
  const provisions = regulation.articles.flatMap(({ provisions }) => provisions);
  const ids = provisions.map(({ id }) => id);
  known(regulation.interpreter, settlers(regulation), 'interpreter');
  known(
    regulation.commencement,
    provisions.filter(({ kind }) => kind === 'commencement').map(({ id }) => id),
    'commencement',
  );
  for (const [name, body] of Object.entries(regulation.bodies)) known(body.provision, ids, `bodies.${name}.provision`);
  for (const time of INCIDENT_TIMES)
    if (!Object.hasOwn(regulation.facts, time)) fault('rule/required-fact', 'facts', { value: time });
}

/** What is open is referred to by its name alone: facts, terms, questions and duties share one set of names. */
export function checkNamespace({ facts, terms, questions, articles }: Regulation, fault: Fault): void {
  const duties = articles.flatMap(({ provisions }, i) =>
    provisions.flatMap(({ id, kind }, j) =>
      kind === 'duty' ? [[id, `articles[${i}].provisions[${j}].id`] as const] : [],
    ),
  );
  const owners = new Map<string, string>([
    ...Object.keys(facts).map((name) => [name, `facts.${name}`] as const),
    ...duties,
  ]);
  for (const [kind, named] of Object.entries({ terms, questions }))
    for (const name of Object.keys(named)) {
      const first = owners.get(name);
      if (first !== undefined) fault('rule/duplicate-id', `${kind}.${name}`, { value: name, first: { path: first } });
      else owners.set(name, `${kind}.${name}`);
    }
}

export const checkBearers = (regulation: Regulation): Diagnostic[] =>
  Object.entries(regulation.bearers).flatMap(([name, { when, among }]) => [
    ...(when !== undefined ? checkCondition(when, `bearers.${name}.when`, vocabulary(regulation)) : []),
    ...(among !== undefined && !Object.hasOwn(regulation.bearers, among)
      ? [
          fileDiagnostic('rule/unknown-bearer', `bearers.${name}.among`, {
            value: among,
            among: Object.keys(regulation.bearers),
          }),
        ]
      : []),
  ]);
