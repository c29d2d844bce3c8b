import { spokenInstant } from '#domain/basics/time.ts'
import { Back } from '../code-again/page.tsx'
import type { FiledRow } from './read-filing.ts'

export const filedTitle = '当初交的内容'

/** The answers of a filing, each with its label. */
export const FiledRows = ({ rows }: { rows: FiledRow[] }) =>
  rows.length > 0 ? (
    <dl class="check">
      {rows.map(({ label, text }) => (
        <div>
          <dt>{label}</dt>
          <dd class="typed">{text}</dd>
        </div>
      ))}
    </dl>
  ) : (
    <p>内容读不出来了。</p>
  )

/** What the holder filed. Only in this answer: a reload asks for the code again. */
export const FiledPage = ({ number, at, rows }: { number: string; at: number; rows: FiledRow[] }) => (
  <div class="page-width text">
    <header class="page-head">
      <h1>{filedTitle}</h1>
      <p>
        案件 <span class="no-break">{number}，</span>
        {spokenInstant(at)} 登记。
      </p>
    </header>
    <FiledRows rows={rows} />
    <p class="soft small">写错了、要补充，回到进度，在“有话要说”里说。看完请关掉这一页。</p>
    <Back />
  </div>
)
