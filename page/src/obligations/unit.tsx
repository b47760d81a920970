import { formatPlace, type Obligation } from 'zerenzhi';
import { type Block, obligationsPage } from 'zerenzhi/report';
import { OBLIGATIONS } from '../../../src/messages/obligations.js';
import { REPORT } from '../../../src/messages/report.js';
import type { Rules, State } from '../state.js';
import { change } from '../store.js';
import { Paper } from '../ui/paper.js';
import { SIGN, STATUSES } from '../ui/standing.js';
import { OBLIGATIONS_VIEW } from '../words/obligations.js';
import { AboutUnit } from './about-unit.js';
import { Duty } from './duty.js';
import { OnFile } from './on-file.js';
import { type Filed, look } from './unit-files.js';
import { Whole } from './whole.js';

interface Props {
  readonly state: State;
  readonly rules: Rules;
  readonly filed: Filed;
}

/** The duties of a unit by article, each with how it stands and what is on file of it. */
export function Unit({ state, rules, filed }: Props) {
  const { lang } = state;
  const { report, name, file } = filed;
  const say = OBLIGATIONS_VIEW[lang];
  const { status } = state.look;
  const all = report.obligations;
  const listed = all.filter((each) => (status ? each.status === status : each.status !== 'not-applicable'));
  const idle = status ? [] : all.filter((each) => each.status === 'not-applicable');
  return (
    <>
      <div class="title">
        <h1>{name}</h1>
        <button
          type="button"
          class="quiet"
          onClick={() => change({ units: state.units.filter((each) => each !== file) })}
        >
          {say.remove(name)}
        </button>
      </div>
      <AboutUnit state={state} rules={rules} file={file} />
      <fieldset class="filter">
        <legend class="spoken">{say.filter}</legend>
        <button type="button" aria-pressed={status === undefined} onClick={() => look(state, { status: undefined })}>
          {say.all} {all.length}
        </button>
        {STATUSES.filter((each) => report.counts[each] > 0 || each === status).map((each) => (
          <button
            type="button"
            key={each}
            class={each}
            aria-pressed={each === status}
            onClick={() => look(state, { status: each === status ? undefined : each })}
          >
            <span aria-hidden="true">{SIGN[each]} </span>
            {OBLIGATIONS[lang].counted(REPORT[lang].obligation[each], report.counts[each])}
          </button>
        ))}
      </fieldset>
      {listed.length === 0 && <p class="dim">{say.noneSo}</p>}
      {byArticle(listed, filed).map(([article, duties]) => (
        <section key={article} class="card article" aria-label={formatPlace(article, lang)}>
          <h2>{formatPlace(article, lang)}</h2>
          <ul class="duties">
            {duties.map((duty) => (
              <Duty key={keyOf(duty)} duty={duty} state={state} rules={rules} filed={filed} />
            ))}
          </ul>
        </section>
      ))}
      {idle.length > 0 && (
        <details class="card">
          <summary>{say.allNa(idle.length)}</summary>
          <ul class="duties">
            {idle.map((duty) => (
              <Duty key={keyOf(duty)} duty={duty} state={state} rules={rules} filed={filed} />
            ))}
          </ul>
        </details>
      )}
      <Own state={state} filed={filed} />
      <Whole reports={[report]} lang={lang} />
    </>
  );
}

export const keyOf = ({
  provision,
  system,
  towards,
  occasion,
  incident,
}: Pick<Obligation, 'provision' | 'system' | 'towards' | 'occasion' | 'incident'>): string =>
  [provision, system, towards, occasion?.id, incident].join(' ');

/** In the order of the report. */
function byArticle(
  duties: readonly Obligation[],
  { report }: Filed,
): readonly (readonly [string, readonly Obligation[]])[] {
  const groups = new Map<string, Obligation[]>();
  for (const duty of duties) {
    const article = report.citations[duty.provision].place.split('.')[0] ?? '';
    groups.set(article, [...(groups.get(article) ?? []), duty]);
  }
  return [...groups];
}

/** What comes of a unit's own rules stands apart, in the words of the page of its report. */
function Own({ state, filed }: Omit<Props, 'rules'>) {
  const { lang } = state;
  const { report, file } = filed;
  const say = OBLIGATIONS_VIEW[lang];
  if (!report.own) return null;
  const { blocks } = obligationsPage(report, { lang, full: true });
  const isHead = (block: Block) => block.kind === 'heading' && block.level < 3;
  const start = blocks.findIndex((block) => block.kind === 'heading' && block.line[0] === OBLIGATIONS[lang].own);
  const length = blocks.slice(start + 1).findIndex(isHead);
  const end = length < 0 ? blocks.length - 1 : start + 1 + length;
  const duties = report.own.flatMap((rules) => rules.duties);
  return (
    <section class="card own" aria-label={OBLIGATIONS[lang].own}>
      <Paper page={{ lang, blocks: blocks.slice(start, end) }} />
      {duties.length > 0 && (
        <details>
          <summary>{say.ownEvidence}</summary>
          {duties.map((duty) => (
            <section key={keyOf(duty as never)} aria-label={duty.action[lang]}>
              <h3>{duty.action[lang]}</h3>
              <OnFile of={[duty]} state={state} file={file} />
            </section>
          ))}
        </details>
      )}
    </section>
  );
}
