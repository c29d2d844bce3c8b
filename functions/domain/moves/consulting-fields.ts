import { oneOf } from './field-row.ts'
import { dayAndTime } from './readers.ts'

/** Fields of the moves about consultations (docs/adr/0049-consultations.md). */
export const consultingFields = {
  consulter: oneOf({ label: '替谁约' }),
  expert: oneOf({ label: '约哪位专家' }),
  expertTime: {
    label: '哪天几点',
    hint: '写一次开头的时间，像 12 月 3 日 14:30。空着的时间，网站的“找专家问一问”里看得到。',
    read: dayAndTime,
    input: 'line',
  },
  booking: oneOf({ label: '哪一次' }),
} as const
