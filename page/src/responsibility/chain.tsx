import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ResponsibilityChain } from 'zerenzhi';
import { type Block, chainPage, chainSvg, type PersonNames, personNames } from 'zerenzhi/report';
import { REPORT } from '../../../src/messages/report.js';
import { TIMES } from '../../../src/messages/times.js';
import { chainOf } from '../derive.js';
import type { Rules } from '../state.js';
import { tried } from '../tried.js';
import { download } from '../ui/download.js';
import type { Options } from '../ui/entry.js';
import { Paper } from '../ui/paper.js';
import { RESPONSIBILITY } from '../words/responsibility.js';
import { changeDays, dayOf, numberOf } from './days.js';
import { differences } from './differences.js';
import { nameIn, namesOf } from './names.js';
import { chosenIn, type Registered, subjectOf } from './subject.js';

interface Props {
  readonly state: Registered;
  readonly rules: Rules;
  readonly chain: ResponsibilityChain;
  /** Whichever day is chosen, the same day is meant. */
  readonly isFixed: boolean;
}

/** A chain: what is wrong in it first, then the picture, then all of it in words. */
export function ShownChain(props: Props) {
  const { state, chain } = props;
  const { lang, organization, incident } = state;
  const say = RESPONSIBILITY[lang];
  const persons = personNames(organization, incident);
  const svg = chainSvg(chain, { lang, persons });
  const page = chainPage(chain, { lang, persons });
  // What the records lack stands under a heading of its own, at the end.
  const found = page.blocks.findIndex((block) => titleOf(block) === REPORT[lang].findings);
  const [told, notes] = found < 0 ? [page.blocks, []] : [page.blocks.slice(0, found), page.blocks.slice(found)];
  return (
    <>
      <div class="aside">
        <div>
          {notes.length === 0 ? (
            <p class="dim">{say.nothingFound}</p>
          ) : (
            <Paper class="found" page={{ lang, blocks: notes }} />
          )}
          <Open chain={chain} lang={lang} names={namesOf(organization.units)} />
        </div>
        {!props.isFixed && <Changes {...props} persons={persons} />}
      </div>
      <Picture svg={svg} lang={lang} />
      <section class="card" aria-label={say.asText}>
        <Paper page={{ lang, blocks: told }} />
      </section>
      <p class="choices">
        <button type="button" class="quiet" onClick={() => download('chain.svg', svg, 'image/svg+xml')}>
          {say.saveSvg}
        </button>
      </p>
    </>
  );
}

/** Steps of which it is open who is meant among those who hold posts, and what that waits for. */
function Open({
  chain,
  lang,
  names,
}: {
  readonly chain: ResponsibilityChain;
  readonly lang: Registered['lang'];
  readonly names: Options;
}) {
  const { and, labelled, link, open: title, inBrackets } = REPORT[lang];
  const steps = chain.links.filter(({ status }) => status === 'open');
  if (steps.length + chain.openPoints.length === 0) return null;
  return (
    <section class="open-points" aria-label={title}>
      <h2>{title}</h2>
      <ul>
        {steps.map(({ step, unit, label, holders }) => (
          <li key={`${unit} ${step}`}>
            {labelled(
              [nameIn(names, unit), label[lang]].filter((part) => part !== '').join(' '),
              `${link.open}${inBrackets(holders.map(({ person }) => person).join(and))}`,
            )}
          </li>
        ))}
        {chain.openPoints.map(({ id, ask, settledBy }) => (
          <li key={id}>
            {ask[lang]} <span class="dim">{chain.settlers[settledBy]?.[lang] ?? settledBy}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const titleOf = (block: Block): unknown => (block.kind === 'heading' ? block.line[0] : undefined);

/** A picture is made no smaller than this, in pixels: its words would not be read. */
const LEAST = 1200;

/** Nothing in the picture is style that the policy of the page would refuse, and all its words are escaped. */
function Picture({ svg, lang }: { readonly svg: string; readonly lang: Registered['lang'] }) {
  const say = RESPONSIBILITY[lang];
  const frame = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const { current } = frame;
    const drawn = current?.querySelector('svg');
    if (!current || !drawn) return;
    drawn.style.setProperty('--least', `${Math.min(LEAST, drawn.width.baseVal.value)}px`);
    current.scrollLeft = 0;
  }, [svg]);
  return (
    <section
      ref={frame}
      class="picture"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard.
      tabIndex={0}
      aria-label={say.diagram}
      dangerouslySetInnerHTML={{ __html: svg }}
    />
  );
}

/** More days are not looked back to for the last change of a chain. */
const MOST = 60;

/** What the last change of the register was that changed this chain. */
function Changes({ state, rules, chain, persons }: Props & { readonly persons: PersonNames }) {
  const { lang, organization } = state;
  const say = RESPONSIBILITY[lang];
  const subject = subjectOf(chosenIn(state), state);
  // On days before what an incident tells, nobody can be asked about it.
  const chainOn = (on: string) => tried(() => chainOf(state, rules, subject, on)).made;
  const days = changeDays(organization).filter((day) => day <= chain.asOf);
  const found = firstOf(days.reverse().slice(0, MOST), (day) => {
    const [before, then] = [dayOf(numberOf(day) - 1), day].map((on) => chainOn(on));
    const list = before && then ? differences(before, then, { persons, units: namesOf(organization.units) }, lang) : [];
    return list.length === 0 ? undefined : { day, list };
  });
  return (
    <div>
      <h3>{say.changes(TIMES[lang].date(found?.day ?? chain.asOf))}</h3>
      {found ? (
        <ul class="points">
          {found.list.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
      ) : (
        <p class="dim">{say.noChange}</p>
      )}
    </div>
  );
}

function firstOf<Of, Made>(all: readonly Of[], make: (each: Of) => Made | undefined): Made | undefined {
  for (const each of all) {
    const made = make(each);
    if (made !== undefined) return made;
  }
  return undefined;
}
