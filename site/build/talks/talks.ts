import type { Limit } from '#domain/content/deadlines.ts'
import { type LessonParts, type Talk, talkSchema } from '#domain/content/talk.ts'
import { ContentError, readYaml, yamlFiles } from '../read-content.ts'
import type { Library } from '../sources.ts'
import { durationsIn } from '../texts/durations.ts'
import { forbiddenIn } from '../texts/gates.ts'
import { knownPeriods } from '../texts/periods.ts'
import { hardWords } from '../texts/plain-language.ts'
import type { Text } from '../texts/text.ts'
import { asSaid, secondsOf } from './spoken.ts'

/** Minutes of an evening talk, and seconds of its skit. */
const longest = { minutes: 40, skit: 120 }

type Sources = Pick<Library, 'articles' | 'hotlines'> & { limits: Limit[]; texts: Text[] }

const periodFaults = (talk: Talk, own: string, { articles, limits, texts }: Sources): string[] => {
  const cited = texts.filter(({ file }) =>
    talk.lessons.some(({ id }) => file === `content/lessons/${id}.mdx`),
  )
  const limitsShown = limits.filter(({ id }) => cited.some((text) => text.limits.includes(id)))
  const known = knownPeriods(
    cited.flatMap(({ laws }) => laws),
    limitsShown,
    articles,
  )
  return durationsIn(own)
    .filter(({ period }) => !known.has(period))
    .map(({ words }) => `“${words}” is in no article and no limit of its lessons`)
}

/** Faults of a kit, a sentence each. */
const talkFaults = (talk: Talk, sources: Sources): string[] => {
  const { lessons, outline, skit, numbers } = talk
  const minutes = outline.reduce((sum, step) => sum + step.minutes, 0)
  const people = skit.people.map(({ name }) => name)
  const own = [
    talk.title,
    talk.summary,
    ...outline.map((step) => step.do),
    ...skit.lines.map(({ says }) => says),
  ]
  const told = new Set(outline.map(({ lesson }) => lesson))
  return [
    ...(minutes === longest.minutes ? [] : [`outline: ${minutes} minutes, expected ${longest.minutes}`]),
    ...outline
      .filter(({ lesson }) => lesson && !lessons.some(({ id }) => id === lesson))
      .map(({ lesson }) => `outline: "${lesson}": expected one of \`lessons\``),
    ...outline
      .filter(({ ask, lesson }) => ask && !lesson)
      .map((step) => `outline: ${step.do}: \`ask\` needs a \`lesson\``),
    ...lessons.filter(({ id }) => !told.has(id)).map(({ id }) => `lessons: "${id}" is not in the outline`),
    ...(talk.exit === lessons.some(({ exit }) => exit) || (!talk.exit && !lessons.some(({ exit }) => exit))
      ? []
      : ['exit: expected `true` where a lesson is about violence, and nowhere else']),
    ...skit.lines
      .filter(({ name }) => !people.includes(name))
      .map(({ name }) => `skit: "${name}": expected one of \`people\``),
    ...(talk.skitSeconds > longest.skit
      ? [`skit: ${talk.skitSeconds} seconds when played, at most ${longest.skit}`]
      : []),
    ...numbers
      .filter((id) => !sources.hotlines.some((one) => one.id === id))
      .map((id) => `numbers: "${id}": expected a file in content/contacts`),
    ...forbiddenIn(
      own.join('\n'),
      lessons.some(({ sensitive }) => sensitive),
    ),
    ...periodFaults(talk, own.join('。'), sources),
    ...hardWords(own.join('\n')),
  ]
}

/** Reads every kit with the parts of its lessons; throws one ContentError that names file, place and fault. */
export const readTalks = (content: string, lessons: Map<string, LessonParts>, sources: Sources): Talk[] => {
  const faults: string[] = []
  const talks = yamlFiles(content, 'talks').map((file) => {
    const data = readYaml(content, file, talkSchema)
    const missing = data.lessons.filter((id) => !lessons.has(id))
    const talk: Talk = {
      ...data,
      id: file.slice('talks/'.length, -'.yaml'.length),
      lessons: data.lessons.flatMap((id) => lessons.get(id) ?? []),
      skitSeconds: secondsOf(asSaid(data.skit.lines.map(({ says }) => says).join(''))),
    }
    faults.push(
      ...missing.map((id) => `${file}: content/lessons/${id}.mdx is missing`),
      ...talkFaults(talk, sources).map((fault) => `${file}: ${fault}`),
    )
    return talk
  })
  if (faults.length > 0) throw new ContentError(faults.join('\n'))
  return talks
}
