import type { Lang, ResponsibilityChain } from 'zerenzhi';
import type { PersonNames } from 'zerenzhi/report';
import { REPORT } from '../../../src/messages/report.js';
import type { Options } from '../ui/entry.js';
import { RESPONSIBILITY } from '../words/responsibility.js';
import { nameIn } from './names.js';

/** What differs between the chains of two days, in short: who left a step and who came, and what units are to a system. */
export function differences(
  before: ResponsibilityChain,
  now: ResponsibilityChain,
  { persons, units: called }: { readonly persons: PersonNames; readonly units: Options },
  lang: Lang,
): string[] {
  const say = RESPONSIBILITY[lang];
  const { and, then, gap, labelled, inBrackets, link, acting, capacity } = REPORT[lang];
  const nameOf = (unit?: string) => nameIn(called, unit);
  const personCalled = (person: string) =>
    Object.hasOwn(persons, person) ? `${persons[person]}${inBrackets(person).trim()}` : person;
  const ofPost = (parts: readonly (string | false | undefined)[]) => {
    const given = parts.filter((part) => part);
    return given.length === 0 ? '' : inBrackets(given.join(and));
  };
  type Link = ResponsibilityChain['links'][number];
  const keyOf = ({ step, unit }: Link) => `${step} ${unit}`;
  const told = (of: Link | undefined) =>
    (of?.holders ?? []).map(({ person, title, acting: isActing }) => ({
      key: `${person} ${title} ${isActing}`,
      text: `${personCalled(person)}${ofPost([title, isActing && acting])}`,
    }));
  const lacking = (from: ReturnType<typeof told>, other: ReturnType<typeof told>) =>
    from.filter(({ key }) => !other.some((each) => each.key === key)).map(({ text }) => text);

  const old = new Map(before.links.map((each) => [keyOf(each), each]));
  const ofLinks = [
    ...now.links,
    ...before.links.filter((each) => !now.links.some((one) => keyOf(one) === keyOf(each))),
  ];
  const steps = ofLinks.flatMap((each) => {
    const [was, is] = [old.get(keyOf(each)), now.links.find((one) => keyOf(one) === keyOf(each))];
    const left = lacking(told(was), told(is));
    const came = lacking(told(is), told(was));
    const parts = [
      ...(left.length === 0 ? [] : [say.left(left.join(and))]),
      ...(came.length === 0 ? [] : [say.came(came.join(and))]),
      ...(was?.status === is?.status || is === undefined || link[is.status] === '' ? [] : [say.now(link[is.status])]),
      ...(was || left.length + came.length > 0 ? [] : [say.appeared]),
      ...(is ? [] : [say.gone]),
    ];
    const who = [nameOf(each.unit), each.label[lang]].filter((part) => part !== '').join(' ');
    return parts.length === 0 ? [] : [labelled(who, parts.join(then))];
  });

  const relation = (chain: ResponsibilityChain, unit: string) =>
    (chain.units.find((each) => each.unit === unit)?.capacities ?? []).map((each) => capacity[each]).join(and);
  const units = [...new Set([...now.units, ...before.units].map(({ unit }) => unit))].flatMap((unit) => {
    const [was, is] = [relation(before, unit), relation(now, unit)];
    return was === is ? [] : [labelled(nameOf(unit), [was, is].map((each) => each || '—').join(` →${gap}`))];
  });
  return [...units, ...steps];
}
