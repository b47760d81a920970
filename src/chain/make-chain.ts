import type { Waiting } from '../case/open-points.js';
import { type Law, provisionsIn } from '../policy/law.js';
import type { Names } from '../policy/names.js';
import type { Chain } from './chain.js';
import { holderDays } from './holders.js';
import { type Designation, partyLink, postLinks } from './link.js';
import type { ChainSubject, Notes } from './subject.js';
import { bodiesOf, concernedUnits } from './units.js';

/** A chain with what it waits for. */
export interface MadeChain {
  readonly chain: Chain<Names>;
  readonly waiting: readonly Waiting[];
  /** The law of its day. */
  readonly law: Law;
}

/** Of those who answer at one level, the nearer one first. */
const DIRECT_THEN_FIRST = ['direct', 'first'] as const;

/**
 * Level by level: the party concerned, in each unit the directly and the first responsible person, then the school's;
 * and the bodies above.
 */
export function makeChain(subject: ChainSubject): MadeChain {
  const notes: Notes = { findings: [], waiting: [] };
  // Where no register was given, it has no gaps to tell.
  const ofRegister: Notes = subject.register === subject.rules.unrecorded ? { ...notes, findings: [] } : notes;
  const units = concernedUnits(subject, ofRegister);
  const designations = provisionsIn(subject.law).flatMap((entry): Designation[] => {
    const { provision } = entry;
    return provision.kind === 'designation' && provision.post ? [{ entry, post: provision.post }] : [];
  });
  const at = (level: 'unit' | 'school') =>
    DIRECT_THEN_FIRST.flatMap((capacity) =>
      designations.filter(({ post }) => post.level === level && post.capacity === capacity),
    );
  const ofUnits = units.flatMap(({ unit }) =>
    at('unit').flatMap((designation) => postLinks(subject, designation, unit, ofRegister)),
  );
  const ofSchool = at('school').flatMap((designation) => postLinks(subject, designation, undefined, ofRegister));
  const [only, ...others] =
    subject.units.length > 0 ? subject.units.map(({ id }) => id) : units.map(({ unit }) => unit);
  const party = partyLink(subject, others.length === 0 ? only : undefined);
  const bodies = bodiesOf(subject, units, ofRegister);
  return {
    chain: {
      ...holderDays(subject.period),
      units,
      links: [party, ...ofUnits, ...ofSchool],
      bodies,
      findings: notes.findings,
      open: openIn(notes.waiting),
    },
    waiting: notes.waiting,
    law: subject.law,
  };
}

/** What each provision waits for. */
function openIn(waiting: readonly Waiting[]): { readonly [provision: string]: readonly string[] } {
  const open = new Map<string, Set<string>>();
  for (const { provision, on } of waiting)
    open.set(provision, new Set([...(open.get(provision) ?? []), ...on.map(({ id }) => id)]));
  return Object.fromEntries([...open].map(([provision, ids]) => [provision, [...ids]]));
}
