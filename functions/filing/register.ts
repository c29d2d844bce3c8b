import type { Result } from '#domain/basics/result.ts'
import type { Filing } from '#domain/filing/fields.ts'
import type { Ports } from '#ports'
import type { FilingStore } from '#store/ports/filing.ts'
import { type FiledAnswer, type FilingFault, fileCase } from './file-case.ts'
import type { Registered } from './filing-events.ts'

/**
 * Filing for a person who came, called or was visited (代录): the same use case as a filing by residents; the record
 * names the member of staff.
 */
export const registering =
  (ports: Pick<Ports<Pick<FilingStore, 'file' | 'receipt'>>, 'store' | 'clock' | 'random'>) =>
  (filing: Filing, key: string, registered: Registered): Promise<Result<FiledAnswer, FilingFault>> =>
    fileCase(ports, filing, key, { registered })
