import { type CaseFile, evidenceOf, factOf } from '#domain/history/case-files.ts'
import type { CaseEvent } from '#domain/history/events.ts'
import { type WithWords, wordsIn } from '#domain/history/words.ts'

/** The files of a case as staff see them, with their words. */

type Words = Pick<WithWords, 'words'>

const wordsOfFile = (view: Words, { seq, kind }: Pick<CaseEvent, 'seq' | 'kind'>) =>
  kind === 'file-added' || kind === 'file-recorded' ? wordsIn(view, { seq, kind }) : undefined

/** What a file is called by whoever gave it; empty if nobody said so, or the event gives no file. */
export const captionIn = (view: Words, event: Pick<CaseEvent, 'seq' | 'kind'>): string =>
  wordsOfFile(view, event)?.caption ?? ''

/** The fact that this event says a file shows. */
export const factIn = (view: Words, { seq, kind }: Pick<CaseEvent, 'seq' | 'kind'>): string =>
  kind === 'file-fact' ? (wordsIn(view, { seq, kind })?.fact ?? '') : ''

export interface FileRow {
  file: CaseFile
  caption: string
  fact: string
  /** SHA-256 of the file as it came. */
  original: string
}

/** All files, oldest first. */
export const fileRows = (view: WithWords): FileRow[] =>
  evidenceOf(view.events).map((file) => {
    const words = wordsOfFile(view, { seq: file.seq, kind: file.event })
    const fact = factOf(view.events, file.id)
    return {
      file,
      caption: words?.caption ?? '',
      fact: fact ? factIn(view, fact) : '',
      original: words?.original ?? '',
    }
  })
