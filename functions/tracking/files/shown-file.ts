import { type CaseFile, filesOf, type ShownFile } from '#domain/history/case-files.ts'
import { caseWords, wordsIn } from '#domain/history/words.ts'
import type { Ports } from '#ports'
import type { FollowedCase } from '#store/ports/following.ts'

/** The files of the holder that are still there, oldest first. */
export const ownFiles = (followed: FollowedCase): CaseFile[] =>
  filesOf(followed.events, followed.holder.scope).filter(({ erased }) => !erased)

/** The same with their captions. */
export const shownIn = async ({ log }: Pick<Ports, 'log'>, followed: FollowedCase): Promise<ShownFile[]> => {
  const files = ownFiles(followed)
  const opened = await followed.words([followed.holder.scope], new Set(files.map(({ seq }) => seq)))
  const words = caseWords(followed.record.id, opened, log)
  return files.map((file) => ({
    file,
    caption: wordsIn({ words }, { seq: file.seq, kind: file.event })?.caption ?? '',
  }))
}
