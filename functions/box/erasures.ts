import type { ErasureList } from '../desk/erase-person.ts'
import { erasureFile } from '../erasure-list.ts'
import { log } from './log.ts'

/** A list of erasures on a box, where a torn last line is an alarm. */
export const boxErasures = (path: string): ErasureList =>
  erasureFile(path, () => log({ event: 'alarm', kind: 'erasures-torn', file: path }))
