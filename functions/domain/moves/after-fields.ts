import { lengths } from '#domain/basics/bounds.ts'
import { publicationCheckIds, publicationChecks } from '#domain/words/publication-checks.ts'
import { revisitIds, revisits } from '#domain/words/revisits.ts'
import { storyCheckIds, storyChecks } from '#domain/words/story-checks.ts'
import { line, oneOf, prose, publicProse } from './field-row.ts'
import { allOf, date } from './readers.ts'

/** Fields of the moves about an agreement that was made, and of those long after (docs/adr/0048-what-comes-after.md). */

export const afterFields = {
  kept: oneOf({
    label: '照做了没有',
    options: revisitIds.map((id) => ({ id, name: revisits[id].name })),
    plain: true,
  }),
  storyTitle: line(lengths.storyTitle, { label: '故事的题目' }),
  storyText: prose(lengths.story, {
    label: '故事',
    hint: '换掉姓名、地名、单位、日子和认得出人的细节。双方看到的就是这些字，同意的也只是这些字。',
    rows: 16,
  }),
  storyChecks: {
    label: '逐条核对过',
    read: allOf,
    input: 'choices',
    options: storyCheckIds.map((id) => ({ id, name: storyChecks[id].name })),
  },
  publicQuestion: publicProse(lengths.publicQuestion, {
    label: '问：建议说的是什么',
    hint: '一两句，说事不说人。谁都看得到。',
    rows: 4,
  }),
  publicAnswer: publicProse(lengths.publicAnswer, {
    label: '答：怎么答复的',
    hint: '照答复的意思写短，说清怎么办、什么时候办（写到月份）。',
    rows: 8,
  }),
  publicationChecks: {
    label: '逐条核对过',
    read: allOf,
    input: 'choices',
    options: publicationCheckIds.map((id) => ({ id, name: publicationChecks[id].name })),
  },
  term: oneOf({ label: '协议的哪一条' }),
  confirmedOn: {
    label: '法院哪天确认的',
    hint: '看裁定书上的日子。',
    read: date((day, today) => (day > today ? 'future' : null)),
    input: 'day',
    plain: true,
  },
} as const
