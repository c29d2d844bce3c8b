import { spokenInstant } from '#domain/basics/time.ts'
import { audiences, fileKinds } from '#domain/evidence/kinds.ts'
import { type CaseFile, fileName, sizeWords } from '#domain/history/case-files.ts'
import { evidencePath, filePath, filesPath } from '#domain/routes/desk.ts'
import type { CaseView } from '../case/case-view.ts'
import { fileRows } from './rows.ts'

/** Who gave a file, in words. */
export const sourceOf = ({ event, scope }: CaseFile): string => {
  if (event === 'file-added') return '申请人交'
  return scope === 'record' ? '办案单位做的' : '申请人当面交'
}

/** 材料: the files of a case, as lines. No picture is loaded here: ten of them would be a hundred megabytes. */
export const FileStrip = ({ view }: { view: CaseView }) => {
  const rows = fileRows(view)
  const mayAdd = view.moves.includes('noted')
  if (rows.length === 0 && !mayAdd) return null
  return (
    <section class="section" aria-labelledby="files">
      <h2 id="files" class="section-head">
        材料{rows.length > 0 ? `（${rows.length}）` : ''}
      </h2>
      {rows.length > 0 ? (
        <ul class="lines">
          {rows.map((row) => (
            <li>
              <a href={filePath(view.number, row.file.id)}>{fileName(row.file, row.caption)}</a>
              {row.fact ? <>：{row.fact}</> : null}
              <br />
              <span class="soft small">
                {row.caption ? `${fileKinds[row.file.kind].name}，` : ''}
                {sizeWords(row.file.size)}，{sourceOf(row.file)}，{spokenInstant(row.file.at)}，
                {audiences[row.file.audience]}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      {mayAdd ? (
        <a class="more" href={filesPath(view.number)}>
          放进一份材料
        </a>
      ) : null}
      {rows.length > 0 ? (
        <a class="more" href={evidencePath(view.number)}>
          打印证据清单
        </a>
      ) : null}
    </section>
  )
}
