import type { Base } from '#store/base.ts'
import type { RatingClosingStore } from '#store/ports/ratings.ts'
import { callable, isBelow, sameTask } from './task-rules.ts'

/**
 * Takes the rows of `rating_task_unit` away that no reader needs: of units above the one that has the task, and of calls to
 * people who were erased. Triggers put all rows of a task back where somebody else could have it now, so there are too many
 * for a time and never too few.
 */

const cases = '(SELECT value FROM json_each(?1))'
const spare = `EXISTS (SELECT 1 FROM rating_task t WHERE ${sameTask('q')} AND (NOT ${callable} OR ${isBelow('q.place')}))`
const narrowSql = `DELETE FROM rating_task_unit AS q WHERE q.case_id IN ${cases} AND ${spare}`

export const taskUnits = ({ d1 }: Base): Pick<RatingClosingStore, 'narrowRatingTasks'> => ({
  async narrowRatingTasks(limit) {
    const { results } = await d1
      .prepare('SELECT case_id FROM rating_task_wide ORDER BY case_id LIMIT ?1')
      .bind(limit)
      .all<{ case_id: string }>()
    if (results.length === 0) return 0
    const ids = JSON.stringify(results.map(({ case_id: id }) => id))
    await d1.batch([
      d1.prepare(narrowSql).bind(ids),
      d1.prepare(`DELETE FROM rating_task_wide WHERE case_id IN ${cases}`).bind(ids),
    ])
    return results.length
  },
})
