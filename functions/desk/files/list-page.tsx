import { dayOf, fullDay } from '#domain/basics/time.ts'
import { fileKinds } from '#domain/evidence/kinds.ts'
import { fileName } from '#domain/history/case-files.ts'
import { complainant } from '#domain/history/events.ts'
import { personIn } from '#domain/history/people.ts'
import type { WithWords } from '#domain/history/words.ts'
import { unit } from '#domain/places/areas.ts'
import { caseTitle } from '../case/case-title.ts'
import { ToSign, ToWrite } from '../ui/to-write.tsx'
import type { FilesView } from './read-files.ts'
import { type FileRow, fileRows } from './rows.ts'
import { sourceOf } from './strip.tsx'

interface PartProps {
  title: string
  rows: FileRow[]
  /** The number of the first row: the parts are counted through. */
  from: number
  signedBy: readonly string[]
}

const Part = ({ title, rows, from, signedBy }: PartProps) =>
  rows.length === 0 ? null : (
    <section>
      <h2>{title}</h2>
      <ol class="lines">
        {rows.map((row, index) => (
          <li>
            {from + index}．<b>{fileName(row.file, row.caption)}</b>（
            {row.caption ? `${fileKinds[row.file.kind].name}，` : ''}
            {fullDay(dayOf(row.file.at))}，{sourceOf(row.file)}）
            <br />
            证明：{row.fact || <ToWrite />}
            <br />
            <span class="soft small">
              原件指纹 {row.original.slice(0, 16)}　　原件核对：□ 一致　□ 没有看到原件
            </span>
          </li>
        ))}
      </ol>
      <ToSign names={signedBy.map((name) => `${name}（签名）`)} />
    </section>
  )

/** The parts of the list of evidence: what the complainant gave, and what the unit made. */
export const EvidenceParts = ({ view }: { view: WithWords }) => {
  const rows = fileRows(view)
  const given = rows.filter(({ file }) => file.scope !== 'record')
  const made = rows.filter(({ file }) => file.scope === 'record')
  return (
    <>
      <Part title="申请人交的" rows={given} from={1} signedBy={['提交人', '接收人']} />
      <Part title="办案单位做的、调来的" rows={made} from={given.length + 1} signedBy={['制作人']} />
      {rows.length === 0 ? <p>还没有材料。</p> : <p>共 {rows.length} 份。</p>}
    </>
  )
}

/** 证据清单: what the complainant gave and what the unit made, to print and sign. The other side has a list of its own. */
export const EvidenceList = ({ view, now }: { view: FilesView; now: number }) => {
  const applicant = personIn(view, complainant)
  return (
    <div class="page-width text">
      <header class="page-head">
        <h1>证据清单</h1>
        <p>
          案件编号 {view.number}，{caseTitle(view)}
        </p>
        <p>申请人：{applicant.anonymous ? '没有留姓名' : (applicant.name ?? <ToWrite />)}</p>
      </header>
      <EvidenceParts view={view} />
      <p>
        {unit(view.unit).name}　{fullDay(dayOf(now))}
      </p>
    </div>
  )
}
