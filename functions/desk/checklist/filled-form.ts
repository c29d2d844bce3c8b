import { deskData } from '#generated/desk.ts'
import type { PostedForm } from '#http/form.ts'
import { channelField } from '../register/page.tsx'

/** The line of the check-list with this id, or undefined. */
export const checklistItem = (id: string) =>
  deskData.checklist.kinds.flatMap(({ items }) => items).find((item) => item.id === id)

/** The values that the chosen line of the check-list fills into the register form. */
export const filledFrom = (id: string): PostedForm => {
  const item = checklistItem(id)
  if (!item) return new Map()
  return new Map([
    [channelField, ['round']],
    ['track', [item.track]],
    ['category', [item.category]],
    ['narrative', [item.text]],
    ['request', ['请派人去看看。']],
    ['anonymous', ['true']],
    ['danger', ['false']],
    ['about', ['none']],
  ])
}
