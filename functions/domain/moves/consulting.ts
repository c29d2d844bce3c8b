import { anytime, desk, type Moves } from './move.ts'

/**
 * Moves about consultations with an expert, which staff book for somebody at the window (docs/adr/0049-consultations.md).
 * Danger breaks none off: nobody else comes, and nobody of the case learns of it. Once the other side was invited, it is
 * made after a person in danger was reached, as everything that one of them could read of.
 */
export const consulting = {
  'consultation-booked': {
    ...desk,
    name: '替人约专家',
    purpose: '本人到了窗口、打了电话，要单独问一位专家：按专家的时间约，不收钱；对方看不到',
    from: anytime,
    needs: ['consulter', 'expert', 'expertTime'],
  },
  'consultation-cancelled': {
    ...desk,
    name: '取消约的专家',
    purpose: '本人不去了，或者专家那天不在：取消，本人用查询码看得到',
    from: anytime,
    ifBooked: true,
    needs: ['booking'],
  },
} as const satisfies Moves
