import type { CaseFile } from '#domain/history/case-files.ts'
import { filesOf } from '#domain/history/case-files.ts'
import type { Scope } from '#domain/history/events.ts'
import { caseWords, wordsIn } from '#domain/history/words.ts'
import type { Ports } from '#ports'
import type { FollowedCase } from '#store/ports/following.ts'

/** A file with what its giver called it. */
export interface ShownFile {
  file: CaseFile
  caption: string
}

/** The key scope of the holder of a code. */
export const scopeOf = ({ holder }: FollowedCase): Scope => `party:${holder.party}`

/** The files of the holder that are still there, oldest first. */
export const ownFiles = (followed: FollowedCase): CaseFile[] =>
  filesOf(followed.events, scopeOf(followed)).filter(({ erased }) => !erased)

/** The same with their captions. */
export const shownIn = async ({ log }: Pick<Ports, 'log'>, followed: FollowedCase): Promise<ShownFile[]> => {
  const files = ownFiles(followed)
  const opened = await followed.words([scopeOf(followed)], new Set(files.map(({ seq }) => seq)))
  const words = caseWords(followed.record.id, opened, log)
  return files.map((file) => ({
    file,
    caption: wordsIn({ words }, { seq: file.seq, kind: file.event })?.caption ?? '',
  }))
}
