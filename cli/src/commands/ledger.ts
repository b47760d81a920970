import { formatPlace } from 'zerenzhi';
import { ledgerOf } from 'zerenzhi/authoring';
import { type Page, visible } from 'zerenzhi/report';
import { CHECK } from '../messages/check.js';
import type { Lang } from '../messages.js';
import { type Cli, formed, jsonOrFormat, PAGES, type Printed, spoken } from '../options.js';
import { print, write } from '../output.js';
import { regulationFrom } from '../regulation.js';

/** `ledger`: the text of a folder of rules word by word, each with its owner. */
export function addLedger(cli: Cli): void {
  const say = CHECK[cli.lang];
  jsonOrFormat(cli, formed(cli, spoken(cli, cli.program.command('ledger').description(say.ledger)), PAGES))
    .argument('<folder>', say.folder)
    .option('--json', cli.say.jsonList)
    .action((folder: string, options: Printed) => {
      const { articles, connectives } = regulationFrom(folder);
      const lines = articles.flatMap((article) => ledgerOf(article, connectives));
      write(options.json ? JSON.stringify(lines) : print(pageOf(lines, options.lang), options));
    });
}

function pageOf(lines: ReturnType<typeof ledgerOf>, lang: Lang): Page {
  const say = CHECK[lang];
  const rows = lines.flatMap(({ place, parts }) =>
    parts.map(({ words, provisions, because }, i) => [
      [i === 0 ? formatPlace(place, lang) : ''],
      [{ text: visible(words), lang: 'zh' as const }],
      [visible([...provisions, ...because.map((why) => why[lang])].join(say.between))],
    ]),
  );
  return { lang, blocks: [{ kind: 'table', head: [...say.heads], rows }] };
}
