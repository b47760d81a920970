import { oncePer } from '../diagnostics/once.js';
import type { Citation } from '../logic/condition.js';
import type { AbsentNode } from '../logic/formula.js';
import { locate, placeOf } from '../regulation/citation.js';
import { daysOfEditions, type Version, versionOn, versionsOf } from '../regulation/editions.js';
import type { Accountability, Article, Provision, Regulation } from '../regulation/schema.js';

// The provisions of a regulation as they stand on a day.

/** Before the first dated day only what has no beginning holds. */
export const EARLIEST = '0000-00-00';

/** A provision with the article it stands in and the words it is cited by. */
export interface LocatedProvision {
  readonly provision: Provision;
  readonly article: Article;
  readonly citation: Citation;
}

/** A provision in one epoch. */
export interface StandingProvision {
  readonly entry: LocatedProvision;
  /** Whether its article has, or will have, other versions. */
  readonly amended: boolean;
  /** Why the epoch does not have it, if it does not; the entry is then as it stood before or will stand. */
  readonly absent?: AbsentNode;
}

/** A provision on accountability with its place. */
export interface LocatedAccountability extends LocatedProvision {
  readonly provision: Accountability;
}

/** Every provision that a regulation ever has, in the order of the text, each in its latest version. */
export const locatedProvisions = (regulation: Regulation): LocatedProvision[] => {
  const versions = [...versionsOf(regulation).values()].map((list) => [...list].reverse());
  return versions.flatMap((list) => {
    const found = new Map<string, LocatedProvision>();
    for (const { article } of list)
      for (const provision of article.provisions)
        if (!found.has(provision.id)) found.set(provision.id, locatedIn(article, provision));
    return [...found.values()];
  });
};

const locatedIn = (article: Article, provision: Provision): LocatedProvision => ({
  provision,
  article,
  citation: citationOf(provision, article),
});

/** The words a provision quotes; an accountability is cited by the whole of its paragraph or item. */
function citationOf(provision: Provision, article: Article): Citation {
  const quote = 'quote' in provision ? provision.quote : wholeText(provision.id, article);
  const { article: number, from: edition } = article;
  return (
    locate(article, quote, placeOf(provision.id)) ??
    Object.freeze({ place: String(number), quote, ...(edition !== undefined && { edition }) })
  );
}

function wholeText(id: string, article: Article): string {
  const match = /^art\d+(?:\.p(\d+))?(?:\.i(\d+))?/.exec(id);
  const paragraph = article.paragraphs[Number(match?.[1] ?? 1) - 1] ?? article.paragraphs[0];
  const item = match?.[2] === undefined ? undefined : paragraph?.items?.[Number(match[2]) - 1];
  return item?.text ?? paragraph?.text ?? '';
}

const standings = oncePer((_: Regulation) => new Map<string, ReadonlyMap<string, StandingProvision>>());

/** The provisions of a regulation as they stand on a day: the same for all days until the next edition, made once. */
export function standingOn(regulation: Regulation, day: string): ReadonlyMap<string, StandingProvision> {
  const known = standings(regulation);
  const edition =
    daysOfEditions(regulation)
      .filter((from) => from <= day)
      .sort()
      .at(-1) ?? EARLIEST;
  const made = known.get(edition) ?? standingIn(regulation, edition);
  known.set(edition, made);
  return made;
}

function standingIn(regulation: Regulation, day: string): ReadonlyMap<string, StandingProvision> {
  const all = [...versionsOf(regulation).values()].map((versions): [string, StandingProvision][] => {
    const { version, state } = versionOn(versions, day);
    const amended = versions.some(({ from, end }) => from !== undefined || end !== undefined);
    // What this version does not have, an earlier one had, or a later one will have.
    const own = new Set(version.article.provisions.map(({ id }) => id));
    const others = versions.flatMap((other) =>
      other.article.provisions.flatMap((provision) => (own.has(provision.id) ? [] : [{ other, provision }])),
    );
    return [
      ...version.article.provisions.map((provision): [string, StandingProvision] => {
        const entry = locatedIn(version.article, provision);
        const missing = state === 'holds' ? undefined : absent(entry, state, version, day);
        return [provision.id, { entry, amended, ...(missing && { absent: missing }) }];
      }),
      ...others.map(({ other, provision }): [string, StandingProvision] => {
        const entry = locatedIn(other.article, provision);
        const gone = versions.indexOf(other) < versions.indexOf(version);
        return [provision.id, { entry, amended, absent: absent(entry, gone ? 'repealed' : 'not-yet', other, day) }];
      }),
    ];
  });
  return new Map(all.flat());
}

const absent = (
  { citation }: LocatedProvision,
  state: AbsentNode['state'],
  { from, end }: Version,
  day: string,
): AbsentNode => ({
  kind: 'absent',
  truth: 'unmet',
  state,
  from: (state === 'repealed' ? end : from) ?? day,
  citation,
});

export const isAccountability = (entry: LocatedProvision): entry is LocatedAccountability =>
  entry.provision.kind === 'accountability';
