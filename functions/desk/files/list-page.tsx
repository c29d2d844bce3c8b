import { dayOf, fullDay } from '#domain/basics/time.ts'
import { fileKinds } from '#domain/evidence/kinds.ts'
import { fileName } from '#domain/history/case-files.ts'
import { unit } from '#domain/places/areas.ts'
import { caseTitle } from '../case/case-title.ts'
import type { FilesView } from './read-files.ts'
import { type FileRow, fileRows } from './rows.ts'
import { sourceOf } from './strip.tsx'

const List = ({ title, rows, from }: { title: string; rows: FileRow[]; from: number }) =>
  rows.length === 0 ? null : (
    <section>
      <h2>{title}</h2>
      <ol class="lines" start={from}>
        {rows.map((row) => (
          <li>
            <b>{fileName(row.file, row.caption)}</b>（{fileKinds[row.file.kind].name}，
            {fullDay(dayOf(row.file.at))}
            {sourceOf(row.file)}）
            <br />
            证明：{row.fact || '　　　　　　　　　　'}
            <br />
            <span class="soft small">
              原件指纹 {row.original.slice(0, 16)}　　原件核对：□ 一致　□ 没有看到原件
            </span>
          </li>
        ))}
      </ol>
    </section>
  )

/** 证据清单: what the complainant gave and what the unit made, to print and sign. The other side has a list of its own. */
export const EvidenceList = ({ view, now }: { view: FilesView; now: number }) => {
  const rows = fileRows(view)
  const given = rows.filter(({ file }) => file.scope !== 'record')
  const made = rows.filter(({ file }) => file.scope === 'record')
  return (
    <div class="page-width text">
      <header class="page-head">
        <h1>证据清单</h1>
        <p>
          案件编号 {view.number}，{caseTitle(view)}
        </p>
      </header>
      <List title="申请人交的" rows={given} from={1} />
      <List title="办案单位做的、调来的" rows={made} from={given.length + 1} />
      {rows.length === 0 ? <p>还没有材料。</p> : null}
      <p>提交人（签名）：　　　　　　　　　　接收人（签名）：</p>
      <p>
        {unit(view.unit).name}　{fullDay(dayOf(now))}
      </p>
    </div>
  )
}
