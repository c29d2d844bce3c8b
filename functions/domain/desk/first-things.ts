import { countOf, type Figures, type HeadFigure } from './head-figures.ts'

/** What a head does first: at most three things, from the figures below. */

/** In this order: what is late, what only a head can do, what somebody waits for, what will be late. */
const order = [
  { figure: 'over', what: '件过期，先问哪一件卡住了' },
  { figure: 'approve', what: '件等着批延期，批不批都要说' },
  { figure: 'supervised', what: '件督办过，还没有回话' },
  { figure: 'bounced', what: '件退来退去，定下来谁办' },
  { figure: 'urged', what: '件申请人催过，还没有回话' },
  { figure: 'revisit', what: '件到了日子，还没有回访' },
  { figure: 'week', what: '件本周到期' },
] as const satisfies { figure: HeadFigure; what: string }[]

const most = 3

/** One thing to do: how many cases, what about them, and the place with most of them. */
export interface FirstThing {
  figure: HeadFigure
  count: number
  what: string
  /** Where most of them are; for what is late, where it has been late longest. */
  place: string
  /** How many of them are there. */
  there: number
}

/**
 * The first things to do below.
 * @param figures from `figuresBy('place')`, what has been overdue longest first
 */
export const firstThings = (figures: readonly Figures[]): FirstThing[] =>
  order
    .flatMap(({ figure, what }) => {
      const of = (one: Figures): number => countOf(one, figure)
      const count = figures.reduce((sum, one) => sum + of(one), 0)
      const ranked = figure === 'over' ? figures : [...figures].sort((one, other) => of(other) - of(one))
      const first = ranked.find((one) => of(one) > 0)
      return first ? [{ figure, count, what, place: first.key, there: of(first) }] : []
    })
    .slice(0, most)
