import { dayOf, spokenDay } from '#domain/basics/time.ts'
import { audiences, fileKinds } from '#domain/evidence/kinds.ts'
import { fileName, type ShownFile, sizeWords } from '#domain/history/case-files.ts'
import { trackFilePath } from '#domain/routes/site.ts'

/** The files that a holder gave, each with what it is, when it was given and for whom. */
export const FileList = ({ files, year }: { files: ShownFile[]; year: string }) => (
  <ul class="lines">
    {files.map(({ file, caption }) => (
      <li>
        <a href={trackFilePath(file.id)}>{fileName(file, caption)}</a>
        <br />
        <span class="soft small">
          {fileKinds[file.kind].name}，{sizeWords(file.size)}，{spokenDay(dayOf(file.at), year)}
          {file.event === 'file-added' ? '交' : '当面交'}，{audiences[file.audience]}
        </span>
      </li>
    ))}
  </ul>
)
