import type { FigureDays, HeadFigure } from '#domain/desk/head-figures.ts'
import type { ListFilter } from '../lists/work-lists.ts'

/** The filter under which a list shows exactly the cases of a figure (tests/worker/desk/head.test.ts). */
export const figureFilter = (figure: HeadFigure, { monday }: FigureDays): ListFilter => {
  if (figure.startsWith('colour-')) return { colour: Number(figure.slice('colour-'.length)) }
  const filters: Record<string, ListFilter> = {
    due: { due: true },
    over: { within: 'over' },
    week: { within: 'week' },
    fresh: { all: true, since: monday },
    approve: { waits: 'approve' },
    revisit: { waits: 'revisit' },
    bounced: { mark: 'bounced' },
    urged: { mark: 'urged' },
    supervised: { mark: 'supervised' },
  }
  return filters[figure] ?? {}
}
