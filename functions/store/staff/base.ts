import type { Base } from '#store/base.ts'

/** The dependencies of every part of the staff store. */
export type StaffBase = Pick<Base, 'db' | 'random'>
