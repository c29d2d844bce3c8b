import { fullDay } from '#domain/basics/time.ts'
import type { Period } from '#domain/figures/periods.ts'
import { deskPages, withQuery } from '#domain/routes/desk.ts'
import { Select } from '#ui/form/select.tsx'
import { periodGroups } from './period-options.ts'
import type { Figures } from './read-figures.ts'
import type { RowKind } from './row-kinds.ts'

/** Choosing what the pages of figures show. */

/** The address of the rows of a period. */
export const rowsHref = (kind: RowKind, { id }: Pick<Period, 'id'>): string =>
  withQuery(deskPages.figureRows.path, `by=${kind}&period=${id}`)

/** The form that chooses a period; `by` is kept. */
export const ChoosePeriod = ({
  figures: { period, closed },
  path,
  by,
}: {
  figures: Pick<Figures, 'period' | 'closed'>
  path: string
  by?: RowKind
}) => {
  const state = { value: () => period.id, error: () => undefined }
  return (
    <form class="narrow-form short no-print" action={path} method="get">
      {by ? <input type="hidden" name="by" value={by} /> : null}
      <Select state={state} name="period" label="看哪一期" groups={periodGroups(closed)} />
      <div class="actions">
        <button class="button secondary" type="submit">
          看这一期
        </button>
      </div>
    </form>
  )
}

/** Whether a period is over, and until when it is counted. */
export const closedWords = ({ period, closed }: Pick<Figures, 'period' | 'closed'>): string =>
  period.to > closed.last
    ? `这一期还没有完，数到 ${fullDay(closed.last)}为止；今天的在每日动态里。`
    : '这一期已经封存，不会再变。'
