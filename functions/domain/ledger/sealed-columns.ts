import { complainant } from '#domain/history/events.ts'
import { otherNames, personIn } from '#domain/history/people.ts'
import { type WithWords, wordsOf } from '#domain/history/words.ts'
import type { EventKind } from '#domain/words/events.ts'

/**
 * What a file of the county has beside the columns of the ledger: who the people are and what they wrote when they filed. Who
 * left no name, and who was erased, has an empty cell like everybody whose name is not known.
 */

/** The events whose words are opened for it, and no others. */
export const exportedKinds: readonly EventKind[] = ['filed', 'party', 'party-corrected']

export const sealedColumns: readonly { id: string; name: string; value: (view: WithWords) => string }[] = [
  { id: 'name', name: '申请人', value: (view) => personIn(view, complainant).name ?? '' },
  { id: 'phone', name: '电话', value: (view) => personIn(view, complainant).phone ?? '' },
  { id: 'address', name: '住址', value: (view) => personIn(view, complainant).address ?? '' },
  {
    id: 'other',
    name: '对方',
    value: (view) => otherNames(view).join('、') || (wordsOf(view, 'filed')?.otherParty ?? ''),
  },
  { id: 'narrative', name: '事情经过', value: (view) => wordsOf(view, 'filed')?.narrative ?? '' },
  { id: 'request', name: '请求', value: (view) => wordsOf(view, 'filed')?.request ?? '' },
]
