import type { Filing } from '#domain/filing/fields.ts'
import type { Ports } from '#ports'
import type { FilingStore } from '#store/ports/filing.ts'
import { type FiledAnswer, fileCase, type Registered } from './file-case.ts'

/**
 * Filing for a person who came, called or was visited (代录): the same use case as a filing by residents; the record
 * names the member of staff.
 * @returns the slip, or why there is none: the key was used for other answers, or the slip has already been given out
 */
export const registering =
  (ports: Pick<Ports<Pick<FilingStore, 'file' | 'receipt'>>, 'store' | 'clock' | 'random'>) =>
  async (
    filing: Filing,
    key: string,
    registered: Registered,
  ): Promise<FiledAnswer | 'conflict' | 'noted'> => {
    const filed = await fileCase(ports, filing, key, { registered })
    if (filed.ok) return filed.value
    return filed.error === 'conflict' ? 'conflict' : 'noted'
  }
