import { assessIncident } from 'zerenzhi';
import { articlePage } from 'zerenzhi/report';
import { one } from '../each.js';
import { EXIT } from '../exit.js';
import { USAGE } from '../messages/usage.js';
import { type Applied, type Cli, type LawOptions, law, pageOptions, settingsOf } from '../options.js';
import { print, write } from '../output.js';
import { regulationFrom } from '../regulation.js';

/** `articles`: the text, lit by an incident where one is given. */
export function addArticles(cli: Cli): void {
  const command = law(
    cli,
    cli.program.command('articles').description(cli.say.articles).argument('[number...]', cli.say.number),
  ).option('-i, --incident <file>', cli.say.incident);
  command.action(async (chosen: string[], options: LawOptions & { incident?: string }) => {
    const { incident, json } = options;
    if (incident === undefined && APPLIED.some((name) => command.getOptionValueSource(name) === 'cli'))
      command.error(cli.say.onlyIncident, { exitCode: EXIT.usage });
    if (incident !== undefined && json) command.error(cli.say.plainArticles, { exitCode: EXIT.usage });
    const all = regulationFrom(options.regulation).articles;
    const wrong = chosen.find((number) => !all.some(({ article }) => String(article) === number));
    if (wrong !== undefined) {
      const [say, last] = [USAGE[cli.lang], Math.max(...all.map(({ article }) => article))];
      command.error(say.wrongArgument(wrong, say.places.number ?? 'number', `1–${last}`), { exitCode: EXIT.usage });
    }
    const articles = all.filter(({ article }) => chosen.length === 0 || chosen.includes(String(article)));
    if (json) return write(JSON.stringify(articles));
    const settings = await settingsOf(options);
    const assessment =
      incident === undefined
        ? undefined
        : await one(incident, options.lang, (value) => assessIncident(value, settings));
    const numbers = [...new Set(articles.map(({ article }) => article))];
    const blocks = numbers.flatMap(
      (article) => articlePage(article, assessment, pageOptions(options, settings)).blocks,
    );
    return write(print({ lang: options.lang, blocks }, options));
  });
}

/** The options that say how an incident is judged. */
const APPLIED: readonly (keyof Applied)[] = ['organization', 'policy', 'profile', 'asOf', 'presume'];
