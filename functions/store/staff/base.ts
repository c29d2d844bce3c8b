import type { Base } from '#store/base.ts'

/** What every part of the staff's store is made from. */
export type StaffBase = Pick<Base, 'db' | 'random'>
