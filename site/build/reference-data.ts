import { z } from 'zod'
import { otherMattersSchema } from '#domain/content/other-matters.ts'
import {
  homeGroupSchema,
  mediationKindSchema,
  methodSchema,
  newLawSchema,
  officeSchema,
  personSchema,
  type ReferenceData,
  searchWordsSchema,
  situationSchema,
  termSchema,
} from '#domain/content/reference.ts'
import { pages } from '#domain/routes/site.ts'
import { ContentError, missingFiles, readYaml } from './read-content.ts'

/** The ids that reference files may use. */
export interface Names {
  articles: Set<string>
  limits: Set<string>
  hotlines: Set<string>
  areas: Set<string>
  units: Set<string>
}

const files = {
  offices: z.strictObject({ offices: z.array(officeSchema), people: z.array(personSchema) }),
  situations: z.strictObject({
    home: z.array(homeGroupSchema).length(4),
    situations: z.array(situationSchema),
  }),
  glossary: z.array(termSchema),
  methods: z.array(methodSchema),
  kinds: z.strictObject({ kinds: z.array(mediationKindSchema) }),
  newLaws: z.array(newLawSchema),
}

const newLawFaults = (
  content: string,
  one: ReferenceData['newLaws'][number],
  articles: Set<string>,
): string[] => {
  const place = `new-law.yaml: ${one.law}`
  return [
    ...unknown(place, one.articles, articles, 'an article in content/laws (<law>-<number>)'),
    ...one.articles
      .filter((id) => !id.startsWith(`${one.law}-`))
      .map((id) => `${place}: "${id}": expected an article of this statute`),
    ...missingFiles(content, 'lessons', one.lessons, '.mdx').map((fault) => `${place}: ${fault}`),
    ...missingFiles(content, 'guides', one.guides, '.yaml').map((fault) => `${place}: ${fault}`),
  ]
}

/** One sentence per unknown id. */
const unknown = (place: string, ids: string[], known: Set<string>, expected: string): string[] =>
  ids.filter((id) => !known.has(id)).map((id) => `${place}: "${id}": expected ${expected}`)

const twice = (file: string, ids: string[]): string[] =>
  ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${file}: "${id}" is defined twice`)

type Situation = ReferenceData['situations'][number]

const situationFaults = (content: string, one: Situation, names: Names): string[] => {
  const place = `situations.yaml: ${one.id}`
  const missing = (folder: string, ids: string[], ending: string) =>
    missingFiles(content, folder, ids, ending).map((fault) => `${place}: ${fault}`)
  return [
    ...missing('lessons', one.lessons, '.mdx'),
    ...missing('stories', one.stories, '.mdx'),
    ...missing('letters', one.letters, '.yaml'),
    ...unknown(place, one.contacts, names.hotlines, 'a file in content/contacts'),
    ...unknown(place, one.limits, names.limits, 'an entry under limits in content/deadlines.yaml'),
    ...((one.limits.length === 0) === (one.noLimit === undefined)
      ? [`${place}: needs either limits or noLimit`]
      : []),
  ]
}

const homeFaults = (group: ReferenceData['homeGroups'][number], situations: Situation[]): string[] =>
  unknown(
    `situations.yaml: home: ${group.name}`,
    group.situations,
    new Set(situations.map(({ id }) => id)),
    'a situation of this file',
  )

/**
 * Reads glossary, methods, kinds of mediation, offices, situations, new law and other matters; throws one ContentError that names all
 * faults.
 */
export const readReference = (content: string, names: Names): ReferenceData => {
  const { offices, people } = readYaml(content, 'offices.yaml', files.offices)
  const { home: homeGroups, situations } = readYaml(content, 'situations.yaml', files.situations)
  const { kinds } = readYaml(content, 'mediation-kinds.yaml', files.kinds)
  const terms = readYaml(content, 'glossary.yaml', files.glossary)
  const methods = readYaml(content, 'methods.yaml', files.methods)
  const newLaws = readYaml(content, 'new-law.yaml', files.newLaws)
  const otherMatters = readYaml(content, 'other-matters.yaml', otherMattersSchema)
  const searchWords = readYaml(content, 'search.yaml', searchWordsSchema)
  const article = 'an article in content/laws (<law>-<number>)'
  const faults = [
    ...twice('offices.yaml', [...offices.map(({ id }) => id), ...names.units]),
    ...twice(
      'situations.yaml',
      situations.map(({ id }) => id),
    ),
    ...twice(
      'glossary.yaml',
      terms.flatMap(({ term, aliases = [] }) => [term, ...aliases]),
    ),
    ...twice(
      'methods.yaml',
      methods.map(({ id }) => id),
    ),
    ...offices.flatMap(({ id, area }) =>
      unknown(`offices.yaml: ${id}`, [area], names.areas, 'an area of content/regions.yaml'),
    ),
    ...people.flatMap(({ unit, name }) =>
      unknown(`offices.yaml: ${name}`, [unit], names.units, 'a unit of content/regions.yaml'),
    ),
    ...terms.flatMap(({ term, article: id }) =>
      unknown(`glossary.yaml: ${term}`, id ? [id] : [], names.articles, article),
    ),
    ...twice(
      'other-matters.yaml',
      otherMatters.flatMap(({ matters }) => matters.map(({ id }) => id)),
    ),
    ...otherMatters.flatMap(({ matters }) =>
      matters.flatMap(({ id, contacts }) =>
        unknown(`other-matters.yaml: ${id}`, contacts, names.hotlines, 'a file in content/contacts'),
      ),
    ),
    ...kinds.flatMap(({ id, articles }) =>
      unknown(`mediation-kinds.yaml: ${id}`, articles, names.articles, article),
    ),
    ...searchWords.danger.flatMap(({ contacts }) =>
      unknown('search.yaml: danger', contacts, names.hotlines, 'a file in content/contacts'),
    ),
    ...unknown(
      'search.yaml: contacts',
      Object.keys(searchWords.contacts),
      names.hotlines,
      'a file in content/contacts',
    ),
    ...missingFiles(content, 'letters', Object.keys(searchWords.letters), '.yaml').map(
      (fault) => `search.yaml: letters: ${fault}`,
    ),
    ...unknown(
      'search.yaml: pages and says',
      [...Object.keys(searchWords.pages), ...Object.keys(searchWords.says)],
      new Set(Object.keys(pages)),
      'a page of functions/domain/routes/site.ts',
    ),
    ...homeGroups.flatMap((group) => homeFaults(group, situations)),
    ...newLaws.flatMap((one) => newLawFaults(content, one, names.articles)),
    ...situations.flatMap((one) => situationFaults(content, one, names)),
  ]
  if (faults.length > 0) throw new ContentError(faults.join('\n'))
  return {
    offices,
    people,
    situations,
    homeGroups,
    kinds,
    terms,
    methods,
    newLaws,
    otherMatters,
    searchWords,
  }
}
