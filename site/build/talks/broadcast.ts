import {
  type BroadcastWeek,
  broadcastSchema,
  type Script,
  type ScriptMonth,
} from '#domain/content/broadcast.ts'
import type { Hotline } from '#domain/content/county.ts'
import type { LessonParts } from '#domain/content/talk.ts'
import { ContentError, readYaml } from '../read-content.ts'
import { forbiddenIn } from '../texts/gates.ts'
import { hardWords } from '../texts/plain-language.ts'
import { lessonScript, numbersScript, span } from './script.ts'
import { unheard } from './spoken.ts'

const file = 'broadcast.yaml'

const scriptFaults = (script: Script, numbers: Set<string>): string[] => [
  ...(script.seconds < span.least || script.seconds > span.most
    ? [`${script.seconds} seconds when read aloud, expected ${span.least} to ${span.most}`]
    : []),
  ...script.paragraphs.flatMap((words) => unheard(words, numbers)),
  ...hardWords(script.paragraphs.join('\n')),
]

/** Own words are held to the rules of the texts; the lesson's were checked with the lesson. */
const ownFaults = ({ open, words }: BroadcastWeek): string[] =>
  forbiddenIn([open, ...(words ?? [])].join('\n'))

/**
 * Composes and checks the script of one week.
 * @returns the script, or its faults; a sensitive lesson is refused: read out in a village it points at a house, and
 * who is harmed at home may be standing beside the person who does it
 */
export const scriptOf = (
  week: BroadcastWeek,
  lessons: Map<string, LessonParts>,
  hotlines: Hotline[],
): Script | string[] => {
  const numbers = new Set(hotlines.map(({ number }) => number))
  const lesson = lessons.get(week.lesson ?? '')
  if (week.lesson && !lesson) return [`content/lessons/${week.lesson}.mdx is missing`]
  if (lesson?.sensitive)
    return [`${lesson.id} is sensitive: expected a lesson that may be read to a whole village`]
  if (lesson && !lesson.limitNote) return [`${lesson.id} has no limitNote: the last day cannot be said`]
  const missing = (week.numbers ?? []).filter((id) => !hotlines.some((one) => one.id === id))
  if (missing.length > 0) return missing.map((id) => `"${id}": expected a file in content/contacts`)
  const script = lesson ? lessonScript(week, lesson) : numbersScript(week, hotlines)
  const faults = [...ownFaults(week), ...scriptFaults(script, numbers)]
  return faults.length > 0 ? faults : script
}

/** Reads the calendar and composes its 52 scripts; throws one ContentError that names month, week and fault. */
export const readBroadcast = (
  content: string,
  lessons: Map<string, LessonParts>,
  hotlines: Hotline[],
): ScriptMonth[] => {
  const faults: string[] = []
  const used = new Set<string>()
  const months = readYaml(content, file, broadcastSchema).map(({ season, weeks }, at) => ({
    season,
    scripts: weeks.flatMap((week, index) => {
      const place = `${file}: month ${at + 1}, week ${index + 1} (${week.when})`
      if (week.lesson && used.has(week.lesson)) faults.push(`${place}: ${week.lesson} is read twice a year`)
      if (week.lesson) used.add(week.lesson)
      const made = scriptOf(week, lessons, hotlines)
      if (!Array.isArray(made)) return [made]
      faults.push(...made.map((fault) => `${place}: ${fault}`))
      return []
    }),
  }))
  if (faults.length > 0) throw new ContentError(faults.join('\n'))
  return months
}
