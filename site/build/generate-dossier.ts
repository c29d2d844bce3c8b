import { type DossierData, dossierSchema, isRetentionKey } from '#domain/content/dossier.ts'
import { factReaders, isFactName } from '#domain/content/dossier-facts.ts'
import type { Unit } from '#domain/content/regions.ts'
import { namedIn } from '#domain/dossier/template.ts'
import { trackIds } from '#domain/words/tracks.ts'
import { unitKinds } from '#domain/words/unit-kinds.ts'
import { ContentError, readYaml } from './read-content.ts'

const file = 'dossier.yaml'

type Checked = Omit<DossierData, 'articles'>
type Document = Checked['documents'][number]

/** Everything that is printed of a document, apart from its title. */
const textsOf = ({ to, lead, rows, text, slip, blank }: Partial<Document>): string[] => [
  ...(to ? [to] : []),
  ...(lead ?? []),
  ...(rows ?? []).map(([, value]) => value),
  ...(text ?? []),
  ...(slip ?? []),
  ...(blank ? textsOf(blank) : []),
]

/** A fact that does not exist, or that the reader of the document must not learn. */
const factFaults = (document: Document): string[] =>
  namedIn(textsOf(document)).facts.flatMap((name) => {
    if (!isFactName(name)) return `${document.id}: unknown fact "${name}"`
    const readers: readonly string[] = factReaders[name]
    return readers.includes(document.for)
      ? []
      : `${document.id}: "${name}" must not be on a document for "${document.for}"`
  })

const fileFaults = ({ files, documents }: Checked): string[] => {
  const known = new Set(documents.map(({ id }) => id))
  const listed = files.flatMap(({ id, documents: ids }) =>
    ids.filter((one) => !known.has(one)).map((one) => `files: ${id}: unknown document "${one}"`),
  )
  const without = trackIds.filter((track) => !files.some(({ tracks }) => tracks.includes(track)))
  return [...listed, ...without.map((track) => `files: no file for the track "${track}"`)]
}

const unitFaults = ({ number }: Checked, units: readonly Unit[]): string[] => {
  const signing = units.filter(({ kind }) => unitKinds[kind].decides).map(({ id }) => id)
  const named = Object.keys(number.units)
  return [
    ...signing.filter((id) => !named.includes(id)).map((id) => `number: no short name for "${id}"`),
    ...named.filter((id) => !signing.includes(id)).map((id) => `number: "${id}" signs no documents`),
  ]
}

/**
 * Reads and checks content/dossier.yaml; throws a ContentError that names every fault.
 * @param content folder of the file
 * @param articles article id → title and text, for all laws in content
 */
export const readDossier = (
  content: string,
  articles: Record<string, { title: string; text: string[] }>,
  units: readonly Unit[],
): DossierData => {
  const dossier = readYaml(content, file, dossierSchema)
  const cited = new Set(
    dossier.documents.flatMap((document) => [...(document.quote ?? []), ...namedIn(textsOf(document)).laws]),
  )
  const faults = [
    ...dossier.documents.flatMap(factFaults),
    ...fileFaults(dossier),
    ...unitFaults(dossier, units),
    ...Object.keys(dossier.retention)
      .filter((key) => !isRetentionKey(key))
      .map((key) => `retention: "${key}" is no status`),
    ...[...cited]
      .filter((id) => !articles[id])
      .map((id) => `article "${id}": expected an article in content/laws`),
  ]
  if (faults.length > 0) throw new ContentError(faults.map((fault) => `${file}: ${fault}`).join('\n'))
  const printed = [...cited].flatMap((id) => {
    const { title = '', text = [] } = articles[id] ?? {}
    return [[id, { title, text }] as const]
  })
  return { ...dossier, articles: Object.fromEntries(printed) }
}

/** The source text that `functions/generated/desk.ts` has besides the data of the desk. */
export const dossierModule = (data: DossierData): string =>
  `import type { DossierData } from '#domain/content/dossier.ts'\n\nexport const dossierData: DossierData = ${JSON.stringify(data)}`
