import { useState } from 'preact/hooks';
import type { Incident, Regulation } from 'zerenzhi';
import { amendmentPage, diffRegulations, type Telling } from 'zerenzhi/authoring';
import type { State } from '../state.js';
import { change } from '../store.js';
import { Paper, within } from '../ui/paper.js';
import { useLater } from '../use-shown.js';
import { AUTHORS } from '../words/authors.js';

/** Rules that others can be held against; those that came with the page are of no folder. */
export interface Version {
  readonly name: string;
  readonly regulation: Regulation;
}

/** What changes from one version to another, and the cases that show it. */
export function Amendment({
  after,
  others,
  lang,
}: {
  readonly after: Version;
  readonly others: readonly Version[];
  readonly lang: State['lang'];
}) {
  const [name, setName] = useState(others[0]?.name);
  const [isRun, setRun] = useState(false);
  const say = AUTHORS[lang];
  const before = others.find((other) => other.name === name);
  return (
    <>
      <div class="inline">
        <label>
          {say.compareWith}{' '}
          <select
            value={name ?? ''}
            onChange={({ currentTarget: { value } }) => {
              setName(value);
              setRun(false);
            }}
          >
            {others.map((other) => (
              <option key={other.name} value={other.name}>
                {other.name}
              </option>
            ))}
          </select>
        </label>
        <button type="button" onClick={() => setRun(true)}>
          {say.compareNow}
        </button>
      </div>
      {isRun && before && <Compared before={before.regulation} after={after.regulation} lang={lang} />}
    </>
  );
}

interface Sides {
  readonly before: Regulation;
  readonly after: Regulation;
  readonly lang: State['lang'];
}

function Compared({ before, after, lang }: Sides) {
  const say = AUTHORS[lang];
  const { made: diff } = useLater(() => diffRegulations(before, after), [before, after]);
  if (!diff) return <p role="status">{say.comparing}</p>;
  return (
    <>
      <Paper page={within(amendmentPage(diff, before, after, { lang }))} />
      <Cases telling={diff.telling} before={before} after={after} lang={lang} />
    </>
  );
}

/** The cases that tell two versions apart, to be seen in the text itself. */
function Cases({ telling, before, after, lang }: Sides & { readonly telling: readonly Telling[] }) {
  const say = AUTHORS[lang];
  const found = telling.flatMap(({ provision, label, from, found }) =>
    found?.document === 'incident' ? [{ provision, label, from, found }] : [],
  );
  if (found.length === 0) return null;
  const open = (
    { value, asOf, rulings, profile }: (typeof found)[number]['found'],
    rules: Regulation,
    lacks: readonly string[] = [],
  ) => {
    const known = Object.entries(rulings).filter(([question]) => !lacks.includes(question));
    const chosen = { rulings: Object.fromEntries(known), ...(profile !== undefined && { profile }) };
    change(
      { incident: value as Incident, asOf, chosen, organization: undefined, overlays: [], units: [], view: 'assess' },
      { rules },
    );
  };
  return (
    <section>
      <h3>{say.telling}</h3>
      <p class="hint">{say.tellingNote}</p>
      <ul class="questions">
        {found.map(({ provision, label, from, found: each }) => (
          <li key={`${provision} ${from}`}>
            {label[lang]}{' '}
            <button type="button" class="quiet" onClick={() => open(each, before, each.unknown?.before)}>
              {say.before}
            </button>
            <button type="button" class="quiet" onClick={() => open(each, after, each.unknown?.after)}>
              {say.after}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
