import example from '../../../fixtures/organizations/university.yaml';
import { importFiles } from '../import-files.js';
import type { Rules, State } from '../state.js';
import { FileButton } from '../ui/file-button.js';
import { PAGE } from '../words/page.js';
import { RESPONSIBILITY } from '../words/responsibility.js';
import { Added } from './added.js';
import { Lacking } from './lacking.js';

/** How to come to a register, where there is none. */
export function Begin({ state, rules }: { readonly state: State; readonly rules: Rules }) {
  const say = RESPONSIBILITY[state.lang];
  return (
    <section class="card begin">
      <h1>{PAGE[state.lang].views.responsibility}</h1>
      <p>{say.begin}</p>
      <Lacking state={state} rules={rules} />
      <div class="choices">
        <FileButton
          label={say.load}
          accept=".yaml,.yml,.json"
          onFiles={(files) => void importFiles(files, 'organization')}
        />
        <button
          type="button"
          onClick={() => void importFiles([new File([example], 'university.yaml', { type: 'application/yaml' })])}
        >
          {say.example}
        </button>
      </div>
      <p class="hint">{say.dropToo}</p>
      <p>{say.orAdd}</p>
      <Added kind="units" state={state} rules={rules} />
    </section>
  );
}
