import { spokenInstant } from '#domain/basics/time.ts'
import type { DeskLogRow } from '#store/ports/staff/log.ts'
import { type Names, What } from '../ui/log-line.tsx'

/** Actions of others that gave access to this account; shown for a month. */
export const Notices = ({ lines, names }: { lines: DeskLogRow[]; names: Names }) =>
  lines.length === 0 ? null : (
    <section class="note" role="status" aria-label="您的账号有人动过">
      <b>您的账号有人动过</b>
      <ul>
        {lines.map((line) => (
          <li>
            {spokenInstant(line.at)}：<What line={line} names={names} />
          </li>
        ))}
      </ul>
      <p>不是您请人办的，请马上告诉县里的负责人。</p>
    </section>
  )
