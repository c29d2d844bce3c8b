import { ContentError } from '../read-content.ts'

/** Throws a ContentError if an id occurs twice in a file. */
export const unique = (file: string, ids: string[]): void => {
  const twice = ids.find((id, index) => ids.indexOf(id) !== index)
  if (twice) throw new ContentError(`${file}: id "${twice}" is defined twice`)
}
