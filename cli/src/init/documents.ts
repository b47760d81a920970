import { regulation } from 'zerenzhi';
import { type Field, INIT } from '../messages/init.js';
import type { Lang } from '../messages.js';
import { optionsOf } from '../rule-words.js';
import { factLines, findingLines, headLines } from './facts.js';
import { described, entries, indented, optionList, sections, setting } from './lines.js';

/** A document to begin with; it says nothing yet, and what it may say stands in its comments. */
export const documentOf = (what: 'incident' | 'organization' | 'unit', lang: Lang): string =>
  sections({ incident, organization, unit }[what](lang));

function incident(lang: Lang): string[][] {
  const { fields } = INIT[lang];
  const field = (key: string, of: Field) => setting(key, fields[of]);
  const affiliations = optionList(labelled(regulation.affiliations ?? {}), lang);
  return [
    headLines('incident', lang),
    [
      ...field('id', 'id'),
      ...field('title', 'title'),
      ...field('source', 'source'),
      ...field('account', 'account'),
      ...field('units', 'concerned'),
      ...field('systems', 'systemsConcerned'),
      ...setting('parties', fields.parties, `affiliation${INIT[lang].colon}${affiliations}`),
    ],
    factLines('incident', lang),
    findingLines(lang),
  ];
}

function organization(lang: Lang): string[][] {
  const say = INIT[lang];
  const field = fieldIn(lang);
  const options = (key: Field, of: { [id: string]: { label: { zh: string; en: string } } }) =>
    setting(key, say.fields[key], say.fill(optionList(labelled(of), lang)));
  const kinds = Object.values(regulation.facts).find(({ source }) => source === 'system.kind');
  const days = [field('from'), field('until')];
  const bodies = labelled(regulation.bodies).flatMap(([id, label]) => setting(id, label[lang]));
  const list = (key: Field, inside: string[][]) => entries(key, say.fields[key], inside);
  return [
    headLines('organization', lang),
    field('name'),
    list('units', [field('id'), field('name'), options('kind', regulation.unitKinds), field('parent'), ...days]),
    [...setting('bodies', say.fields.bodies), ...indented(bodies, '#  ')],
    list('posts', [
      field('id'),
      field('unit'),
      options('role', regulation.roles),
      setting('title', say.fields.postTitle),
      field('principal'),
      ...days,
    ]),
    list('appointments', [field('post'), field('person'), ...days, field('acting')]),
    list('persons', [field('id'), setting('name', say.fields.personName)]),
    list('systems', [
      field('id'),
      field('name'),
      setting('kind', say.fields.kind, say.fill(optionList(kinds ? optionsOf(kinds) : [], lang))),
      ...(['level', 'schoolLevel', 'ownedBy', 'managedBy', 'operatedBy', 'usedBy', 'hostedFor'] as const).map(field),
      ...days,
    ]),
  ];
}

function unit(lang: Lang): string[][] {
  const say = INIT[lang];
  const field = fieldIn(lang);
  const list = (key: Field, ...inside: Field[]) => entries(key, say.fields[key], inside.map(field));
  const duties = regulation.articles.flatMap(({ provisions }) =>
    provisions.flatMap((one) =>
      one.kind === 'duty' && !(typeof one.rhythm === 'object' && 'incident' in one.rhythm)
        ? [`- ${one.id} ${one.action[lang]}`]
        : [],
    ),
  );
  return [
    headLines('unit', lang),
    [...field('id'), ...field('name'), ...field('from'), ...factLines('unit', lang)],
    entries('systems', say.fields.systems, [field('id'), field('name'), field('from'), factLines('system', lang)]),
    described(say.duties, ...duties),
    list('evidence', 'obligation', 'on', 'until', 'ref', 'system', 'activity', 'adequate'),
    list('omissions', 'obligation', 'on', 'basis', 'system', 'activity'),
    list('inventories', 'obligation', 'closedOn', 'system', 'activity'),
    list('activities', 'id', 'obligation', 'name', 'on', 'until'),
    list('notices', 'id', 'obligation', 'system', 'on', 'due', 'ref'),
    field('incidents'),
    findingLines(lang),
  ];
}

const fieldIn = (lang: Lang) => (key: Field) => setting(key, INIT[lang].fields[key]);

const labelled = (of: { readonly [id: string]: { readonly label: { zh: string; en: string } } }) =>
  Object.entries(of).map(([id, { label }]) => [id, label] as const);
