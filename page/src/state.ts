import type { Incident, ObligationStatus, Organization, Overlay, PolicyOptions, Regulation, UnitFile } from 'zerenzhi';

/** The views of the page, in the order of its tabs. */
export const VIEWS = ['assess', 'responsibility', 'obligations', 'authors', 'memo'] as const;
export type View = (typeof VIEWS)[number];

/** What a person has chosen among what the text leaves open: assumptions, unless a file says who made them. */
export type Chosen = Pick<PolicyOptions, 'profile' | 'terms' | 'rulings' | 'issueDate' | 'presume'>;

/** Who a memo is to, who signs it, and when. */
export interface MemoHead {
  readonly to?: string;
  readonly from?: string;
  readonly date?: string;
}

/** What one looks at in the views of a register and of duties: all of it words, so that a link can hold it. */
export interface Look {
  /** Whose chain: `unit:`, `system:` and an id, or `incident`. */
  readonly subject?: string | undefined;
  /** The day whose office-holders are shown. */
  readonly on?: string | undefined;
  /** The unit whose duties are shown, by its id; the whole school in a matrix, where it is `*`. */
  readonly of?: string | undefined;
  /** The duty that is opened. */
  readonly duty?: string | undefined;
  /** Only duties that stand so. */
  readonly status?: ObligationStatus | undefined;
}

/** All that a person has entered: what a link holds, and what is undone step by step. Plain data. */
export interface State {
  readonly lang: 'zh' | 'en';
  /** The system's, where none was chosen. */
  readonly theme?: 'light' | 'dark' | undefined;
  readonly view: View;
  readonly incident: Incident;
  /** The unit whose answers are given, where an incident concerns several. */
  readonly unit?: string | undefined;
  /** The day of judgement; today, where none is named. */
  readonly asOf?: string | undefined;
  readonly chosen: Chosen;
  readonly organization?: Organization | undefined;
  /** What the units have on file. */
  readonly units: readonly UnitFile[];
  readonly overlays: readonly Overlay[];
  readonly memo: MemoHead;
  readonly look: Look;
}

/** Another regulation than the shipped one, as files gave it. It is too large for a link. */
export type Rules = Regulation | undefined;

export const EMPTY: State = {
  lang: 'zh',
  view: 'assess',
  incident: {},
  chosen: {},
  units: [],
  overlays: [],
  memo: {},
  look: {},
};

const isMapping = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What was entered, read from a link or a file; nothing where it has not the shape. What is in it the library checks. */
export function soundState(entered: unknown): State | undefined {
  if (!isMapping(entered)) return undefined;
  const known = Object.keys({ ...EMPTY, theme: '', unit: '', asOf: '', organization: '' });
  const state = {
    ...EMPTY,
    ...Object.fromEntries(Object.entries(entered).filter(([key]) => known.includes(key))),
  } as State;
  const isSound =
    ['zh', 'en'].includes(state.lang) &&
    VIEWS.includes(state.view) &&
    [undefined, 'light', 'dark'].includes(state.theme) &&
    [state.unit, state.asOf].every((each) => each === undefined || typeof each === 'string') &&
    [state.incident, state.chosen, state.memo, state.look].every(isMapping) &&
    (state.organization === undefined || isMapping(state.organization)) &&
    [state.memo, state.look].flatMap(Object.values).every((each) => typeof each === 'string') &&
    [state.units, state.overlays].every((list) => Array.isArray(list) && list.every(isMapping));
  return isSound ? state : undefined;
}
