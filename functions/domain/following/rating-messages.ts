import { lengths } from '#domain/basics/bounds.ts'
import type { RatingFault } from './rating.ts'

/** The error text of a fault. */
export const ratingMessage = ({ field, code }: RatingFault): string =>
  code === 'tooLong'
    ? `写得太长了，最多 ${lengths.rating} 个字。`
    : { result: '请选一选：事情解决了吗。', treated: '请选一选：办的人待您怎么样。', text: '请用文字写。' }[
        field
      ]

/** Why nothing can be rated now, and when it can. */
export const notRatable = {
  title: '现在不能评',
  detail:
    '办结以后三十天里可以评一次，再过三十天可以再评一次；交了以后七天里可以改，过了七天不能再改。县里打电话问过以后的一周不评。',
} as const
