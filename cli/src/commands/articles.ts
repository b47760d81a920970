import { InvalidArgumentError } from 'commander';
import { assessIncident, type IncidentAssessment, regulation } from 'zerenzhi';
import { articlePage } from 'zerenzhi/report';
import { readDocument } from '../input.js';
import { type Cli, type LawOptions, law, settingsOf } from '../options.js';
import { print, write } from '../output.js';

/** `articles`: the text, lit by an incident where one is given. */
export function addArticles(cli: Cli): void {
  law(
    cli,
    cli.program.command('articles').description(cli.say.articles).argument('[number...]', cli.say.number, numbers),
  )
    .option('-i, --incident <file>', cli.say.incident)
    .action(async (chosen: number[] | undefined, options: LawOptions & { incident?: string }) => {
      const articles = regulation.articles.filter(
        ({ article }) => !chosen || chosen.length === 0 || chosen.includes(article),
      );
      if (options.json) return write(JSON.stringify(articles));
      const found =
        options.incident === undefined
          ? []
          : foundIn(assessIncident((await readDocument(options.incident)).value as never, await settingsOf(options)));
      return write(articles.map((article) => print(articlePage(article, found, options), options)).join('\n\n'));
    });
}

const foundIn = ({ findings, responses }: IncidentAssessment) => [...findings, ...responses];

function numbers(value: string, before: number[] = []): number[] {
  const number = Number(value);
  if (!regulation.articles.some(({ article }) => article === number))
    throw new InvalidArgumentError(`1–${regulation.articles.length}`);
  return [...before, number];
}
