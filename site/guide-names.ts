import { shorten } from '#domain/basics/text-cut.ts'
import { type Guide, type GuideStep, stepsOf } from '#domain/content/guide.ts'
import { pages } from '#domain/routes/site.ts'

/** Names of a guide's step in lists: tabs, search results, link previews. */
export interface StepNames {
  title: string
  description: string
}

const own = ({ question, leaf }: GuideStep): string => question?.ask ?? leaf?.title ?? ''

/**
 * The last answers on the way to a step: as few as distinguish it from the guide's other steps with the same
 * title; none if no other has it. Two answers may lead to one leaf.
 */
const tellingAnswers = (step: GuideStep, steps: GuideStep[]): string[] => {
  const others = steps.filter((other) => other !== step && own(other) === own(step))
  const last = (one: GuideStep, count: number) =>
    one.given.slice(one.given.length - count).map(({ say }) => say)
  let count = 0
  while (
    count < step.given.length &&
    others.some((other) => last(other, count).join() === last(step, count).join())
  )
    count += 1
  return last(step, count)
}

/** Title and description of a step, unique in the site (WCAG 2.4.2). */
export const stepNames = (guide: Guide, path: string[]): StepNames => {
  const steps = stepsOf(guide)
  const step = steps.find((one) => one.path.join() === path.join())
  if (!step || step.path.length === 0)
    return { title: `${guide.title} · ${pages.guides.name}`, description: guide.summary }
  const answers = tellingAnswers(step, steps).join('，')
  return {
    title: `${own(step)}${answers && `（${answers}）`} · ${guide.title}`,
    description: `${guide.title}：${answers && `${answers}。`}${step.question ? `${step.question.ask}${step.question.why}` : shorten(step.leaf?.stand ?? '', 80)}`,
  }
}
