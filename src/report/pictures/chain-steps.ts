import type { Chain, ChainBody, ConcernedUnit, Link } from '../../chain/chain.js';
import { type Alike, grouped } from '../../diagnostics/grouped.js';
import type { Lang } from '../../language.js';
import type { Truth } from '../../logic/truth.js';
import { PICTURES } from '../../messages/pictures.js';
import { MARK, REPORT } from '../../messages/report.js';
import type { Names } from '../../policy/names.js';
import { type CitingChain, conductOf, linkState, placeOfLink } from '../chain-in.js';
import { holderParts } from '../holder.js';
import { unitName } from '../pages/chain.js';
import { placeIn } from '../pieces.js';

// A chain in the words of a picture, before it has a form: groups of steps, in layers from the party concerned upwards.

export interface Step {
  readonly label: string;
  readonly lines: readonly string[];
  readonly place?: string;
  /** Whether somebody is known to stand there. */
  readonly held: boolean;
  readonly reached?: Truth;
}
export interface Group {
  readonly kind: 'party' | 'unit' | 'school' | 'bodies';
  readonly title?: string;
  readonly note: string;
  /** From below upwards. */
  readonly steps: readonly Step[];
}

/** The layers of a chain: the party concerned, the units, the school, the bodies above. */
export function chainLayers(chain: CitingChain, lang: Lang): Group[][] {
  const [party, ...links] = chain.links;
  // Who held a post at the time of other conduct stands in the same step, which is drawn once.
  const steps = (of: readonly Link<Names>[]) =>
    [...grouped(of, ({ step, provision = '' }) => `${step} ${provision}`).values()].map((same) =>
      stepOf(chain, same, lang),
    );
  const school = links.filter(({ unit }) => unit === undefined);
  const layers: Group[][] = [
    party ? [{ kind: 'party', note: '', steps: [partyOf(chain, party, lang)] }] : [],
    chain.units.map((concerned) => ({
      kind: 'unit',
      title: concerned.name ?? concerned.unit,
      note: noteOf(chain, concerned, lang),
      steps: steps(links.filter(({ unit }) => unit === concerned.unit)),
    })),
    school.length === 0 ? [] : [{ kind: 'school', title: PICTURES[lang].school, note: '', steps: steps(school) }],
    bodiesIn(chain, lang),
  ];
  return layers.filter((layer) => layer.length > 0);
}

/** The departments concerned, beside the bodies that lead. */
function bodiesIn(chain: CitingChain, lang: Lang): Group[] {
  const { bodies, departments } = REPORT[lang];
  const group = (title: string, of: readonly ChainBody<Names>[]): Group[] =>
    of.length === 0 ? [] : [{ kind: 'bodies', title, note: '', steps: of.map((body) => bodyOf(chain, body, lang)) }];
  return [
    ...group(
      departments,
      chain.bodies.filter(({ leads }) => !leads),
    ),
    ...group(
      bodies,
      chain.bodies.filter(({ leads }) => leads),
    ),
  ];
}

function noteOf(chain: CitingChain, { capacities, provisions }: ConcernedUnit<Names>, lang: Lang): string {
  const say = REPORT[lang];
  const places = [...new Set(provisions.map((provision) => placeIn(chain, provision, lang)))];
  return [capacities.map((capacity) => say.capacity[capacity]).join(say.and), places.join(say.and)]
    .filter(Boolean)
    .join(PICTURES[lang].gap);
}

function partyOf(chain: CitingChain, link: Link<Names>, lang: Lang): Step {
  const step = stepOf(chain, [link], lang);
  const say = REPORT[lang];
  return link.unit === undefined
    ? step
    : { ...step, lines: [say.labelled(say.unit, unitName(chain, link.unit)), ...step.lines] };
}

function stepOf(chain: CitingChain, same: Alike<Link<Names>>, lang: Lang): Step {
  const say = REPORT[lang];
  const [link] = same;
  const reached = (['met', 'undetermined', 'unmet'] as const).find((truth) =>
    same.some((each) => each.reached === truth),
  );
  const place = placeOfLink(chain, link, lang);
  const linesOf = (each: Link<Names>) => [
    conductOf(chain, each, lang),
    ...each.holders.flatMap((holder) => holderParts(holder, lang)),
    linkState(each, lang),
    each.reached ? `${MARK[each.reached]} ${say.reached[each.reached]}` : '',
  ];
  return {
    label: link.label[lang],
    lines: same.flatMap(linesOf).filter(Boolean),
    held: same.every(({ status }) => status === 'held'),
    ...(reached && { reached }),
    ...(place !== undefined && { place }),
  };
}

function bodyOf(chain: CitingChain, { label, unit, name = unit, provision }: ChainBody<Names>, lang: Lang): Step {
  const say = PICTURES[lang];
  return {
    label: label[lang],
    lines: [name === undefined ? say.noSeat : say.seat(name)],
    held: name !== undefined,
    place: placeIn(chain, provision, lang),
  };
}

/** What the records lack or say twice. */
export const notesOf = (chain: Chain<Names>, lang: Lang): string[] => [
  ...new Set(chain.findings.map(({ message }) => `! ${message[lang]}`)),
];

/** The chain told in sentences, for those who do not see it. */
export function chainInWords(layers: readonly (readonly Group[])[], notes: readonly string[], lang: Lang): string {
  const [say, { labelled, inBrackets, then }] = [PICTURES[lang], REPORT[lang]];
  const groups = layers.flat().map(({ title, note, steps }) => {
    const told = steps.map(({ label, lines, place }) =>
      labelled(label, [...lines, place ?? ''].filter(Boolean).join(then)),
    );
    const sentences = told.map((sentence) => `${sentence}${say.end}`).join('');
    return title === undefined
      ? sentences
      : `${labelled(`${title}${note === '' ? '' : inBrackets(note)}`, '')}${sentences}`;
  });
  return [...groups, ...notes.map((note) => `${note}${say.end}`)].join('').trim();
}
