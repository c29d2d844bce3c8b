import { unit } from './areas.ts'
import type { CaseEvent, EventKind } from './events.ts'

/** What an event means to the resident; null where it has its own place on the page or is none of his. */
const words: Record<EventKind, ((unitName: string) => string) | null> = {
  filed: (name) => `您提交了诉求，登记在${name}。`,
  party: null,
  message: null,
  accepted: (name) => `${name}受理了您的事。`,
  declined: (name) => `${name}不予受理，理由见给您的话。`,
  mediating: (name) => `${name}开始调解。`,
  handling: (name) => `${name}开始办理。`,
  settled: (name) => `在${name}谈成了，达成了协议。`,
  failed: () => '没有谈成，调解结束。申请仲裁、找主管部门、去法院起诉，这些路都还在。',
  answered: (name) => `${name}答复了您。`,
  withdrawn: () => '您撤回了这件事。',
  closed: () => '这件事办结了。',
}

/** The sentence for an event in the timeline, or null when it is not shown there. */
export const timelineText = (event: CaseEvent): string | null =>
  words[event.kind]?.(unit(event.unit).name) ?? null
