import { importedIn } from '#domain/history/imported.ts'
import { type WithWords, wordsOf } from '#domain/history/words.ts'
import { isEnded, type Status } from '#domain/words/statuses.ts'

/**
 * What an old ledger says of a case, for its page and its papers.
 * @returns names and texts in order; empty for a case that was not imported
 */
export const ledgerRows = (view: WithWords & { status: Status }): [name: string, value: string][] => {
  const event = importedIn(view.events)
  if (!event) return []
  const words = wordsOf(view, 'imported')
  const { registeredOn, endedOn } = event.data
  const rows: [string, string | undefined][] = [
    ['旧编号', words?.number],
    ['登记', registeredOn ?? '没有写'],
    ['办结', endedOn ?? (isEnded(view.status) ? '没有写' : '还没有')],
    ['受理人、调解员', words?.handler],
    ['处理结果', words?.result],
    ['看不懂的几格，照原样', words?.unread],
    ['文件里的行', words?.line],
  ]
  return rows.flatMap(([name, value]): [string, string][] => (value ? [[name, value]] : []))
}
