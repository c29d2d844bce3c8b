/**
 * Reads the data files of `content/` and writes `functions/generated/county.ts`, which the domain and the
 * Workers import. Run by `npm run generate`, before every build, check and test.
 */
import { fileURLToPath } from 'node:url'
import { readAsked } from './asked.ts'
import { chosenCounty, countyFolderFaults } from './county-folder.ts'
import { readCounty } from './generate/county.ts'
import { write } from './generate/write.ts'
import { deskModule, readDesk } from './generate-desk.ts'
import { dossierModule, readDossier } from './generate-dossier.ts'
import { readLibrary } from './library.ts'
import { ContentError } from './read-content.ts'
import { readReference } from './reference-data.ts'
import { readBroadcast } from './talks/broadcast.ts'
import { lessonParts } from './talks/lesson-parts.ts'
import { readTalks } from './talks/talks.ts'
import { readTexts } from './texts/text.ts'

const content = fileURLToPath(new URL('../../content', import.meta.url))

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const folderFaults = countyFolderFaults(content)
    if (folderFaults.length > 0) throw new ContentError(folderFaults.join('\n'))
    const library = readLibrary(content)
    const county = readCounty(content, library)
    write(
      'county.ts',
      `import type { County } from '#domain/content/county.ts'\n\nexport const county: County = ${JSON.stringify(county)}`,
    )
    write(
      'built-for.ts',
      `/** The folder of counties/ that was built; empty: content/. */\nexport const builtFor = '${chosenCounty() ?? ''}'`,
    )
    const reference = readReference(content, {
      articles: new Set(Object.keys(library.articles)),
      limits: new Set(library.deadlines.limits.map(({ id }) => id)),
      hotlines: new Set(library.hotlines.map(({ id }) => id)),
      areas: new Set(county.areas.map(({ id }) => id)),
      units: new Set(county.units.map(({ id }) => id)),
    })
    write(
      'library.ts',
      `import type { LibraryData } from '#domain/content/reference.ts'\n\n/** For the site; the Worker of cases has no use for it. */\nexport const library: LibraryData = ${JSON.stringify(
        {
          limits: library.deadlines.limits,
          ...reference,
          guides: library.guides,
          comparisons: library.comparisons,
          questions: library.questions,
          asked: readAsked(content),
          untimed: library.deadlines.untimed,
          matters: library.deadlines.matters,
        },
      )}`,
    )
    const texts = readTexts(content)
    const parts = lessonParts(texts)
    const months = readBroadcast(content, parts, library.hotlines)
    const talks = readTalks(content, parts, { ...library, limits: library.deadlines.limits, texts })
    write(
      'talks.ts',
      `import type { ScriptMonth } from '#domain/content/broadcast.ts'\nimport type { Talk } from '#domain/content/talk.ts'\n\n/** Scripts of the loudspeaker, by month. */\nexport const scriptMonths: ScriptMonth[] = ${JSON.stringify(months)}\n\n/** Kits for evening talks. */\nexport const talks: Talk[] = ${JSON.stringify(talks)}`,
    )
    const long = [...library.laws].flatMap(([id, { chapters }]) =>
      chapters ? [[id, chapters.map(({ id: chapter, from }) => ({ id: chapter, from }))]] : [],
    )
    write(
      'long-laws.ts',
      `/** Statutes with one page per chapter. */\nexport const longLaws: Record<string, { id: string; from: string }[]> = ${JSON.stringify(Object.fromEntries(long))}`,
    )
    const titles = Object.fromEntries(Object.entries(library.articles).map(([id, { title }]) => [id, title]))
    const dossier = readDossier(content, library.articles, county.units)
    write('desk.ts', `${dossierModule(dossier)}\n\n${deskModule(readDesk(content, titles))}`)
    // Imported here because its lists come from the county's data, which has only just been written.
    const { openapiDocument } = await import('../../functions/api/openapi-document.ts')
    write('openapi.ts', `export const openapi = ${JSON.stringify(JSON.stringify(openapiDocument()))}`)
  } catch (error) {
    if (!(error instanceof ContentError)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exit(1)
  }
}
