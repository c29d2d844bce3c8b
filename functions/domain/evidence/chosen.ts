import { fileBytes } from '#domain/basics/bounds.ts'
import { fail, ok, type Result } from '#domain/basics/result.ts'
import type { Bytes } from './bytes.ts'
import type { FileFault } from './faults.ts'

/** The one file that was chosen in a form, or why there is none. */
export const checkChosen = (files: readonly Bytes[]): Result<Bytes, FileFault> => {
  const [file] = files
  if (!file) return fail('none')
  if (files.length > 1) return fail('several')
  return file.length > fileBytes ? fail('tooBig') : ok(file)
}
