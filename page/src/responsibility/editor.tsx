import { useId } from 'preact/hooks';
import { stringify } from 'yaml';
import { regulationIn } from '../derive.js';
import type { Rules } from '../state.js';
import { download } from '../ui/download.js';
import { type Column, EntryField, withValue } from '../ui/entry.js';
import { Names } from '../ui/new-entry.js';
import { RESPONSIBILITY } from '../words/responsibility.js';
import { KINDS } from './columns.js';
import { Lacking } from './lacking.js';
import { namesOf } from './names.js';
import type { Registered } from './subject.js';
import { Table } from './table.js';
import { take } from './take.js';

interface Props {
  readonly state: Registered;
  readonly rules: Rules;
}

/** The register: a table for each kind of entry. */
export function Editor({ state, rules }: Props) {
  const { lang, organization } = state;
  const say = RESPONSIBILITY[lang];
  const name: Column = { key: 'name', label: say.name, type: 'text' };
  return (
    <section class="register" aria-labelledby="register">
      <h2 id="register">{say.register}</h2>
      <p class="hint">{say.registerNote}</p>
      <div class="choices">
        <button
          type="button"
          onClick={() => download('organization.yaml', stringify(organization), 'application/yaml')}
        >
          {say.saveYaml}
        </button>
        <button
          type="button"
          onClick={() =>
            download('organization.json', `${JSON.stringify(organization, undefined, 2)}\n`, 'application/json')
          }
        >
          {say.saveJson}
        </button>
      </div>
      <div class="field">
        <span aria-hidden="true">{say.name}</span>
        <EntryField
          column={name}
          label={say.name}
          lang={lang}
          value={organization.name}
          onTake={(value) => take(state, rules, withValue(organization, 'name', value))}
        />
      </div>
      <Lacking state={state} rules={rules} />
      {KINDS.map((kind) => (
        <details key={kind} class="card">
          <summary>
            {say.kinds[kind]} <span class="dim">{organization[kind]?.length ?? 0}</span>
          </summary>
          <Table kind={kind} state={state} rules={rules} />
        </details>
      ))}
      <details class="card">
        <summary>{say.kinds.bodies}</summary>
        <Bodies state={state} rules={rules} />
      </details>
    </section>
  );
}

/** Which unit has the role of each body. */
function Bodies({ state, rules }: Props) {
  const { lang, organization } = state;
  const id = useId();
  const { bodies = {} } = organization;
  const options = namesOf(organization.units);
  return (
    <div class="bodies">
      <Names id={id} column={{ key: 'unit', label: '', type: 'reference', options }} />
      {Object.entries(regulationIn(rules).bodies).map(([body, { label }]) => (
        <div class="field" key={body}>
          <span aria-hidden="true">{label[lang]}</span>
          <EntryField
            column={{ key: body, label: label[lang], type: 'reference', options }}
            label={label[lang]}
            lang={lang}
            list={id}
            value={(bodies as { readonly [body: string]: string | undefined })[body]}
            onTake={(value) => take(state, rules, { ...organization, bodies: withValue(bodies, body, value) })}
          />
        </div>
      ))}
    </div>
  );
}
