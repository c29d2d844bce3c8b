import { fileKinds } from '#domain/evidence/kinds.ts'
import type { CaseFile } from '#domain/history/case-files.ts'

/** A file with what its giver called it. */
export interface ShownFile {
  file: CaseFile
  caption: string
}

/** What a file is called on a page. */
export const nameOf = ({ file, caption }: ShownFile): string => caption || fileKinds[file.kind].name
