import { addDays, type Day, spokenDay } from '#domain/basics/time.ts'
import { deskPages } from '#domain/routes/desk.ts'
import { CaseTable } from '../ui/case-table.tsx'
import type { Digest } from './digest.ts'

interface Props {
  title: string
  unitName: string
  today: Day
  digest: Digest
}

/** 每日动态 or 周小结, to read and print; an empty span is reported too (零报告). */
export const DigestPage = ({ title, unitName, today, digest }: Props) => {
  const { from, to, lines, more, filed, ended, open, overdue } = digest
  const year = today.slice(0, 4)
  return (
    <div class="page-width">
      <header class="page-head">
        <h1>{title}</h1>
        <p>
          {unitName}　{spokenDay(from, year)}
          {from === to ? '' : ` 到 ${spokenDay(to, year)}`}
        </p>
      </header>
      <dl class="figures">
        {(
          [
            ['新登记', filed],
            ['有结果', ended],
            ['现在在办', open],
            ['其中过期', overdue],
          ] as const
        ).map(([name, count]) => (
          <div>
            <dt>{name}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
      <section class="section">
        <h2 class="section-head">动过的案件</h2>
        <CaseTable lines={lines} caption={title} today={today} empty="没有新情况（零报告）。" />
        {more ? <p class="soft">只列前二百件，其余在“案件”里看。</p> : null}
      </section>
      <p class="no-print">
        <a class="more" href={`${deskPages.digest.path}?day=${addDays(from, -1)}`}>
          前一天
        </a>{' '}
        <a class="more" href={deskPages.digest.path}>
          今天
        </a>{' '}
        <a class="more" href={deskPages.week.path}>
          这一周
        </a>
      </p>
    </div>
  )
}
