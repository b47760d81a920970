import { guarded, PAGE, type PageOptions } from '../../explanation/guarded.js';
import type { Lang } from '../../language.js';
import { PICTURES } from '../../messages/pictures.js';
import { MARK, REPORT } from '../../messages/report.js';
import type { Names, ShippedNames } from '../../policy/names.js';
import { chainIn, type WithChain, whenHeld } from '../chain-in.js';
import { chainDrawing } from './chain-layout.js';
import { chainInWords, chainLayers, type Group, notesOf } from './chain-steps.js';
import { page } from './picture.js';

/**
 * A chain of responsibility, or that of an assessment, as an SVG document, from the party concerned upwards: a full bar
 * and arrow where accountability reaches a step, broken ones where that is open, none and a cross where it does not; a
 * dashed box where nobody is known to hold the post.
 *
 * @throws ZerenzhiError with every fault of the options, or if it is no chain
 * @example
 * const svg = chainSvg(assessIncident(incident, { organization }), { lang: 'en' });
 */
export const chainSvg = <N extends Names = ShippedNames>(chain: WithChain<N>, options?: PageOptions): string =>
  guarded(options, PAGE, ({ lang = 'zh', persons }) => {
    const whole = chainIn(chain, { lang, persons });
    const layers = chainLayers(whole, lang);
    const notes = notesOf(whole, lang);
    return page({
      id: 'chain',
      lang,
      title: PICTURES[lang].chain(whenHeld(whole, lang)),
      description: chainInWords(layers, notes, lang),
      drawing: chainDrawing(layers),
      notes: [...notes, legend(layers.flat(), lang)],
    });
  });

/** What the signs of this picture mean; no more than it has. */
function legend(groups: readonly Group[], lang: Lang): string {
  const steps = groups.flatMap((group) => group.steps);
  const signs = (['met', 'undetermined', 'unmet'] as const).filter((truth) =>
    steps.some(({ reached }) => reached === truth),
  );
  const meanings = signs.map((truth) => `${MARK[truth]} ${REPORT[lang].reached[truth]}`);
  return [...meanings, ...(steps.every(({ held }) => held) ? [] : [PICTURES[lang].dashed])].join(PICTURES[lang].gap);
}
