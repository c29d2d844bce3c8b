import type { DeskLogRow } from '#store/ports/staff/log.ts'
import type { Names } from '../ui/log-line.tsx'
import { LogTable } from '../ui/log-table.tsx'

/** The newest log rows about the person who is signed in, on 我的. */
export const OwnLog = ({ lines, names }: { lines: DeskLogRow[]; names: Names }) => (
  <section class="section">
    <h2 class="section-head">最近的登录和查看</h2>
    <p>不是您做的，请马上改密码，并告诉管理员。</p>
    <LogTable caption="我最近的记录" lines={lines} names={names} />
  </section>
)
