import { InvalidArgumentError } from 'commander';
import { assessIncident, regulation } from 'zerenzhi';
import { articlePage } from 'zerenzhi/report';
import { one } from '../each.js';
import { EXIT } from '../exit.js';
import { type Applied, type Cli, type LawOptions, law, settingsOf } from '../options.js';
import { print, write } from '../output.js';

/** `articles`: the text, lit by an incident where one is given. */
export function addArticles(cli: Cli): void {
  const command = law(
    cli,
    cli.program.command('articles').description(cli.say.articles).argument('[number...]', cli.say.number, numbers),
  ).option('-i, --incident <file>', cli.say.incident);
  command.action(async (chosen: number[] | undefined, options: LawOptions & { incident?: string }) => {
    const { incident, json } = options;
    if (incident === undefined && APPLIED.some((name) => command.getOptionValueSource(name) === 'cli'))
      command.error(cli.say.onlyIncident, { exitCode: EXIT.usage });
    if (incident !== undefined && json) command.error(cli.say.plainArticles, { exitCode: EXIT.usage });
    const articles = regulation.articles.filter(
      ({ article }) => !chosen || chosen.length === 0 || chosen.includes(article),
    );
    if (json) return write(JSON.stringify(articles));
    const settings = await settingsOf(options);
    const assessment =
      incident === undefined
        ? undefined
        : await one(incident, options.lang, (value) => assessIncident(value, settings));
    const { lang } = options;
    return write(
      [...new Set(articles.map(({ article }) => article))]
        .map((article) => print(articlePage(article, assessment, { lang }), options))
        .join('\n\n'),
    );
  });
}

/** The options that say how an incident is judged. */
const APPLIED: readonly (keyof Applied)[] = ['organization', 'policy', 'profile', 'asOf', 'presume'];

function numbers(value: string, before: number[] = []): number[] {
  const number = Number(value);
  if (!regulation.articles.some(({ article }) => article === number))
    throw new InvalidArgumentError(`1–${Math.max(...regulation.articles.map(({ article }) => article))}`);
  return [...before, number];
}
