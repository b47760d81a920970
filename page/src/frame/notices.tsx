import { change, type Shown, tell } from '../store.js';
import { Faults } from '../ui/faults.js';
import { PAGE } from '../words/page.js';

/** That other rules are in use than those the page came with, and the way back. */
export function OtherRules({ state: { lang }, rules }: Shown) {
  const say = PAGE[lang];
  if (!rules) return null;
  return (
    <div class="notice" role="status">
      <p>
        {say.otherRules} <span lang="zh-CN">{rules.title.zh}</span>
      </p>
      <button
        type="button"
        class="quiet"
        onClick={() => change({ incident: {}, chosen: {}, overlays: [], units: [] }, { rules: undefined })}
      >
        {say.shippedRules}
      </button>
    </div>
  );
}

/** What is told above everything else, until it is closed or something else is. */
export function Told({ notice, state: { lang } }: Shown) {
  const say = PAGE[lang];
  if (!notice) return null;
  return (
    <div class={notice.faults ? 'notice fault' : 'notice'} role={notice.faults ? 'alert' : 'status'}>
      {notice.text && <p>{notice.text}</p>}
      {notice.says && <p>{say[notice.says]}</p>}
      {notice.faults && (
        <>
          <p>{say.notTaken}</p>
          <Faults faults={notice.faults} lang={lang} />
        </>
      )}
      <button type="button" class="quiet" onClick={() => tell(undefined)}>
        {say.close}
      </button>
    </div>
  );
}
