import { useState } from 'preact/hooks';
import { formatPlace, type IncidentAssessment, type Truth } from 'zerenzhi';
import { explainFinding, glosses, type LitPassage, litArticle } from 'zerenzhi/report';
import { EXPLAIN } from '../../../src/messages/explain.js';
import { MARK, REPORT } from '../../../src/messages/report.js';
import { policyOf, regulationIn } from '../derive.js';
import type { Rules, State } from '../state.js';
import { Reasoned } from '../ui/reasoned.js';
import { TruthSign } from '../ui/truth.js';
import { ASSESS } from '../words/assess.js';

interface Props {
  readonly state: State;
  readonly rules: Rules;
  readonly now: IncidentAssessment;
}

/** The articles, each phrase lit by its truth; what nothing turns on stands in the background. */
export function Articles({ state, rules, now }: Props) {
  const [all, setAll] = useState(false);
  const { lang } = state;
  const say = ASSESS[lang];
  const policy = policyOf(state, rules);
  const numbers = [...new Set(regulationIn(rules).articles.map(({ article }) => article))];
  const cited = new Set(
    [...now.findings, ...now.responses].map(({ provision }) => articleOf(now.citations[provision].place)),
  );
  const shown = numbers.filter((number) => all || cited.has(number));
  return (
    <section class="articles" aria-label={say.text}>
      <p class="legend">
        {(['met', 'unmet', 'undetermined'] as const).map((truth) => (
          <TruthSign key={truth} truth={truth} lang={lang} />
        ))}
        <button type="button" class="quiet" aria-pressed={all} onClick={() => setAll(!all)}>
          {all ? say.hideRest : say.showAll}
        </button>
      </p>
      {shown.map((number) => (
        <article key={number} lang="zh-CN" class={cited.has(number) ? 'law' : 'law background'}>
          <h2>{formatPlace(String(number), 'zh')}</h2>
          {litArticle(number, now, { policy }).map((passage) => (
            <Passage key={passage.place} passage={passage} state={state} rules={rules} now={now} />
          ))}
        </article>
      ))}
    </section>
  );
}

const articleOf = (place: string): number => Number(place.split('.')[0]);

/** A paragraph or item, with how what stands in it comes out. */
function Passage({ passage, state, rules, now }: Props & { readonly passage: LitPassage }) {
  const { lang } = state;
  const { place, segments } = passage;
  const own = now.findings.filter(({ provision }) => now.citations[provision].place === place);
  const duties = now.responses.filter(({ provision }) => now.citations[provision].place === place);
  const gloss = lang === 'en' && rules === undefined ? glosses[place] : undefined;
  return (
    <div class={place.split('.').length > 2 ? 'passage item' : 'passage'}>
      <p>
        {segments.map(({ text, truth, presumed }, i) =>
          truth ? <Lit key={i} text={text} truth={truth} presumed={presumed === true} lang={lang} /> : text,
        )}
      </p>
      {gloss && (
        <p class="gloss" lang="en">
          {gloss}
        </p>
      )}
      <ul class="findings">
        {own.map(({ provision, status, label }) => (
          <Reason
            key={provision}
            id={provision}
            truth={status}
            label={label[lang]}
            state={state}
            rules={rules}
            now={now}
          />
        ))}
        {duties.map(({ provision, unit, status, action }) => (
          <Reason
            key={`${provision} ${unit}`}
            id={provision}
            unit={unit}
            standing={REPORT[lang].response[status]}
            label={[nameOfUnit(now, unit), action[lang]].filter(Boolean).join(REPORT[lang].gap)}
            state={state}
            rules={rules}
            now={now}
          />
        ))}
      </ul>
    </div>
  );
}

/** Words of the text and their truth: by a sign before them, a colour, and a word for those who hear it. */
// The sign stays on the line of the first word.
function Lit({
  text,
  truth,
  presumed,
  lang,
}: {
  readonly text: string;
  readonly truth: Truth;
  readonly presumed: boolean;
  readonly lang: State['lang'];
}) {
  return (
    <mark class={truth}>
      <span class="spoken">{REPORT[lang].labelled(REPORT[lang].truth[truth], '')}</span>
      <span class="first">
        <span aria-hidden="true" class="sign">
          {MARK[truth]}
          {presumed && EXPLAIN[lang].presumed}
        </span>
        {text.slice(0, 1)}
      </span>
      {text.slice(1)}
    </mark>
  );
}

/** What a unit is called, where something is owed by one of several. */
export const nameOfUnit = ({ units }: IncidentAssessment, unit: string | undefined): string | undefined =>
  unit === undefined ? undefined : (units.find(({ id }) => id === unit)?.name ?? unit);

/** How something comes out, and why, at a press. */
function Reason({
  id,
  unit,
  truth,
  standing,
  label,
  state,
  rules,
  now,
}: Props & {
  readonly id: string;
  readonly unit?: string | undefined;
  readonly truth?: Truth;
  readonly standing?: string;
  readonly label: string;
}) {
  const [isOpen, setOpen] = useState(false);
  const { lang } = state;
  const say = ASSESS[lang];
  return (
    <li lang={lang === 'zh' ? 'zh-CN' : 'en'} data-provision={id} data-truth={truth}>
      <button type="button" class="reason" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {truth && <TruthSign truth={truth} lang={lang} />}
        {standing && <span class="standing">{standing}</span>}
        <span class="what">{label}</span>
        <span class="dim">{say.why}</span>
      </button>
      {isOpen && <Why id={id} unit={unit} state={state} rules={rules} now={now} />}
    </li>
  );
}

function Why({ id, unit, state, rules, now }: Props & { readonly id: string; readonly unit?: string | undefined }) {
  const explanation = explainFinding(now, id as never, { policy: policyOf(state, rules), unit });
  return (
    <div class="why">
      <Reasoned explanation={explanation} lang={state.lang} />
    </div>
  );
}
