import { z } from 'zod'
import type { LessonParts } from '#domain/content/talk.ts'
import { moralOf } from '../texts/plain-language.ts'
import { quizOf } from '../texts/quiz.ts'
import { sectionOf } from '../texts/sections.ts'
import { prose, type Text } from '../texts/text.ts'

// The collection's own schema (content.config.ts) checks these fields fully; Astro is not loaded here.
const front = z.object({
  title: z.string(),
  summary: z.string(),
  limitNote: z.string().optional(),
  first: z.string(),
  contacts: z.array(z.string()),
  sensitive: z.boolean(),
  exit: z.boolean().optional(),
})

const stepsOf = (text: Text): LessonParts['steps'] =>
  [...sectionOf(text, '三步走').matchAll(/^\d+\. \*\*(.+?)\*\*\s*(.*)$/gm)].map(
    ([, head = '', words = '']) => ({
      head: prose(head),
      text: prose(words),
    }),
  )

/** The id of a lesson: its path below `content/lessons`. */
const idOf = ({ file }: Text): string => file.slice('content/lessons/'.length, -'.mdx'.length)

/** Every lesson by id, cut into the parts that scripts and slides are composed of. */
export const lessonParts = (texts: Text[]): Map<string, LessonParts> =>
  new Map(
    texts
      .filter(({ kind }) => kind === 'lesson')
      .map((text) => [
        idOf(text),
        {
          id: idOf(text),
          ...front.parse(text.data),
          moral: moralOf(text),
          steps: stepsOf(text),
          quiz: quizOf(text),
        },
      ]),
  )
