import { addDays, dayOf, startOfDay } from '#domain/basics/time.ts'
import { alarming, colours } from '#domain/clocks/warnings.ts'
import type { ListScope } from '#domain/desk/access.ts'
import type { ListedCase } from '#domain/desk/listing.ts'
import { type Waits, waitIds } from '#domain/words/waits.ts'
import type { Ports } from '#ports'
import type { DeskStore, ListQuery } from '#store/ports/desk.ts'
import { type ListFilter, mostCounted } from '../lists/work-lists.ts'

/** The overview of a day at a desk: cases that are due, that wait, or that turned yellow or worse. */
export interface Today {
  figures: { name: string; count: number; href: string }[]
  due: ListedCase[]
  waiting: { waits: Waits; lines: ListedCase[] }[]
  warned: ListedCase[]
  /** Cases that turned yellow or worse since midnight. */
  turned: ListedCase[]
  /** Cases of the units below that wait for approval. */
  approvals: ListedCase[]
}

export const nothingToday: Today = {
  figures: [],
  due: [],
  waiting: [],
  warned: [],
  turned: [],
  approvals: [],
}

const mostLines = 10

/**
 * Reads the overview of today.
 * @param scope list scope of the unit's own desk
 * @param below list scope of the units below, if there are any
 */
export const readToday = async (
  { store, clock }: Pick<Ports<Pick<DeskStore, 'list' | 'countList'>>, 'store' | 'clock'>,
  scope: ListScope,
  below: ListScope | undefined,
  listHref: (filter: ListFilter) => string,
): Promise<Today> => {
  const today = dayOf(clock())
  const tonight = startOfDay(addDays(today, 1)) + 1
  const list = (more: Partial<ListQuery>) => store.list({ scope, order: 'due', limit: mostLines, ...more })
  const count = (more: Partial<ListQuery>) => store.countList({ scope, order: 'due', ...more }, mostCounted)
  const waiting = []
  for (const waits of waitIds) waiting.push({ waits, lines: await list({ waits }) })
  const warned = []
  for (let colour = colours.length - 1; colour >= alarming; colour -= 1)
    warned.push(...(await list({ colour })))
  return {
    figures: [
      { name: '到期和过期', count: await count({ dueBefore: tonight }), href: listHref({}) },
      { name: '待受理', count: await count({ waits: 'new' }), href: listHref({ waits: 'new' }) },
      { name: '退回来的', count: await count({ waits: 'back' }), href: listHref({ waits: 'back' }) },
      { name: '在办', count: await count({}), href: listHref({}) },
    ],
    due: await list({ dueBefore: tonight }),
    waiting: waiting.filter(({ lines }) => lines.length > 0),
    warned: warned.slice(0, mostLines),
    turned: await list({ order: 'turned', turnedFrom: startOfDay(today) }),
    approvals: below
      ? await store.list({ scope: below, order: 'due', waits: 'approve', limit: mostLines })
      : [],
  }
}
