import { lengths } from '#domain/basics/bounds.ts'
import { oneOf, prose } from './field-row.ts'

/** Fields of 督办 and of its answer; both texts are kept as reasons, which only those who see the case read. */
export const supervisingFields = {
  question: prose(lengths.reason, {
    label: '要问什么',
    hint: '一件一件写。看得到这件案子的工作人员都看得到，申请人和对方看不到。',
    rows: 6,
  }),
  asking: oneOf({ label: '回哪一个' }),
  reply: prose(lengths.reason, {
    label: '回话',
    hint: '看得到这件案子的工作人员都看得到，申请人和对方看不到；给申请人的话，另外用“留话”写。',
    rows: 6,
  }),
} as const
