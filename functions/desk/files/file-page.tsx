import { lengths } from '#domain/basics/bounds.ts'
import { spokenInstant } from '#domain/basics/time.ts'
import { audiences, fileKinds } from '#domain/evidence/kinds.ts'
import { fileName, sizeWords } from '#domain/history/case-files.ts'
import { casePath, fileBytesPath, filePath } from '#domain/routes/desk.ts'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import type { FormError, FormState } from '#ui/form/state.ts'
import { TextField } from '#ui/form/text-field.tsx'
import type { FileRow } from './rows.ts'
import { sourceOf } from './strip.tsx'

/** The file itself, as far as a page may show it. */
const Shown = ({ row, bytes }: { row: FileRow; bytes: string }) => {
  const { group } = fileKinds[row.file.kind]
  if (group === 'picture')
    return (
      <a href={bytes}>
        <img class="evidence" src={bytes} alt={fileName(row.file, row.caption)} />
      </a>
    )
  if (group === 'sound')
    // biome-ignore lint/a11y/useMediaCaption: a recording of a resident has no captions
    return <audio controls preload="none" src={bytes} />
  return (
    <>
      <p class="note">
        PDF 检查过，带程序、附件的没有收；里面的链接还在，请不要点。看完请把存下来的那一份删掉。
      </p>
      <p>
        <a class="button" href={bytes} download>
          存下来看
        </a>
      </p>
    </>
  )
}

/** One file in large, with the fact it shows. */
export const FilePage = ({
  number,
  title,
  row,
  mayWrite,
  state,
  errors,
}: {
  number: string
  title: string
  row: FileRow
  mayWrite: boolean
  state: FormState
  errors: FormError[]
}) => {
  const { file, fact, original } = row
  return (
    <div class="page-width">
      <ErrorSummary errors={errors} />
      <header class="page-head">
        <p class="soft small crumb">
          <a href={casePath(number)}>{title}</a> · <span class="no-break">{number}</span>
        </p>
        <h1>{fileName(row.file, row.caption)}</h1>
        <p>
          {fileKinds[file.kind].name}，{sizeWords(file.size)}，{sourceOf(file)}，{spokenInstant(file.at)}，
          {audiences[file.audience]}
        </p>
      </header>
      <Shown row={row} bytes={fileBytesPath(number, file.id)} />
      {fact ? (
        <p>
          <b>证明：</b>
          {fact}
        </p>
      ) : null}
      {mayWrite ? (
        <form class="text" action={filePath(number, file.id)} method="post" novalidate>
          <TextField
            state={state}
            name="fact"
            label="证明什么"
            hint={`写进证据清单，最多 ${lengths.fact} 个字。再写一次，用新的。`}
          />
          <div class="actions">
            <button class="button secondary" type="submit">
              记下
            </button>
          </div>
        </form>
      ) : null}
      <p class="soft small">
        这是副本。本人手里的原件，指纹（SHA-256）应当是 <span class="typed">{original}</span>。
      </p>
    </div>
  )
}
