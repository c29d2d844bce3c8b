import { cases } from './schema.ts'
import type { CaseRecord } from './store.ts'

/** The columns of a CaseRecord. */
export const recordColumns = {
  id: cases.id,
  number: cases.number,
  track: cases.track,
  category: cases.category,
  region: cases.region,
  status: cases.status,
  level: cases.level,
  unit: cases.unit,
  about: cases.about,
  danger: cases.danger,
  subject: cases.subject,
  filedAt: cases.filedAt,
  headSeq: cases.headSeq,
  headHash: cases.headHash,
  firstFollowedAt: cases.firstFollowedAt,
  people: cases.people,
  codeTemporary: cases.codeTemporary,
} satisfies Record<keyof CaseRecord, unknown>
