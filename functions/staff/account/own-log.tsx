import { spokenInstant } from '#domain/basics/time.ts'
import type { DeskLogRow } from '#store/ports/staff/log.ts'
import { type Names, What } from '../ui/log-line.tsx'

/** The newest log rows about the person who is signed in, on 我的. */
export const OwnLog = ({ lines, names }: { lines: DeskLogRow[]; names: Names }) => (
  <section class="section">
    <h2 class="section-head">最近的登录和查看</h2>
    <p>不是您做的，请马上改密码，并告诉管理员。</p>
    <table class="desk-table">
      <caption class="visually-hidden">我最近的记录</caption>
      <thead>
        <tr>
          <th scope="col">时间</th>
          <th scope="col">做了什么</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr>
            <td>{spokenInstant(line.at)}</td>
            <td data-l="做了什么">
              <What line={line} names={names} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)
