import type { Due } from '../../assessment/assessment.js';
import type { Bilingual } from '../../language.js';
import type { Names } from '../../policy/names.js';
import type { Rhythm } from '../../regulation/schema.js';

// What differs between two folders of rules: plain data.

/** What a change makes of something: it is only in the second, only in the first, or in both and not the same. */
export type ChangeKind = 'added' | 'gone' | 'changed';

/** Words that stayed, were taken out, or came in. */
export interface Segment {
  readonly change: 'same' | 'out' | 'in';
  readonly words: string;
}

/** What differs between two regulations. */
export interface RegulationDiff {
  readonly identical: boolean;
  readonly before: Described;
  readonly after: Described;
  /** What stands beside the articles: the head, facts, terms, questions, profiles, bodies and the rest. */
  readonly definitions: readonly EntryChange[];
  readonly articles: readonly ArticleChange[];
  /** For each provision whose rule differs a case that tells the two apart, or how far one was looked for. */
  readonly telling: readonly Telling[];
  readonly due: readonly DueChange[];
  /** What stayed the same although what it is about changed. */
  readonly review: readonly ReviewPoint[];
}

export interface Described {
  readonly id: string;
  readonly title: Bilingual;
  readonly number: string;
}

/** A stretch of days on which an article is not the same. */
export interface ArticleChange {
  readonly article: number;
  /** The first and the last day of it, where it has one. */
  readonly from?: string;
  readonly until?: string;
  readonly change: ChangeKind;
  readonly text: readonly TextChange[];
  /** Its provisions, named conditions, consequences, phrases and ledger. */
  readonly parts: readonly EntryChange[];
}

/** A paragraph or an item whose words differ. */
export interface TextChange {
  /** Where it stands, and where it stood if that was elsewhere. */
  readonly place: string;
  readonly was?: string;
  readonly change: ChangeKind;
  readonly words: readonly Segment[];
}

/** Something with a name that is added, gone or changed. */
export interface EntryChange {
  /** The section it stands in: `provisions`, `facts`, `terms`. */
  readonly section: string;
  readonly id: string;
  /** What it is called, where it has a label. */
  readonly label?: Bilingual;
  readonly change: ChangeKind;
  /** What of it is not the same; of what is added or gone, all of it. */
  readonly fields: readonly FieldChange[];
}

export interface FieldChange {
  readonly field: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** Where in time a provision is looked at: the first day of a stretch of days on which both have one law. */
interface Looked {
  readonly provision: string;
  readonly label: Bilingual;
  /** The first day of the stretch, where the article is not the one as issued. */
  readonly from?: string;
}

/** A case that tells two rules apart, or how many were tried. */
export interface Telling extends Looked {
  /** How many cases were assessed by both. */
  readonly tried: number;
  readonly found?: TellingCase;
}

export interface TellingCase extends Case {
  /** How the provision comes out by each: the status of a finding or a duty, or `none` where there is no such provision. */
  readonly before: string;
  readonly after: string;
}

/** A document and what it is assessed with. */
export interface Case {
  /** What `assessIncident` reads, or `checkUnitObligations` where it is a unit. */
  readonly document: 'incident' | 'unit';
  readonly value: { readonly [key: string]: unknown };
  readonly asOf: string;
  readonly rulings: { readonly [question: string]: string };
  /** The profile of values that it is assessed by; that of the bare text by default. */
  readonly profile?: string;
  /** Names in it that only the other has; left out where the one does not know them. */
  readonly unknown?: { readonly before: readonly string[]; readonly after: readonly string[] };
}

/** A duty that is due at another time, shown for an example, or owed in another rhythm. */
export interface DueChange extends Looked {
  readonly rhythm?: { readonly before: Rhythm; readonly after: Rhythm };
  readonly example?: Case & {
    readonly before: readonly Due<Names>[];
    readonly after: readonly Due<Names>[];
  };
}

/** Something for people to look at. */
export interface ReviewPoint {
  /** What it stands in: `provisions`, `terms`, `text`. */
  readonly section: string;
  /** A name, or the place of a text. */
  readonly id: string;
  /** What stayed the same. */
  readonly field: string;
  readonly text: string;
  /** What changed. */
  readonly because: readonly string[];
}
