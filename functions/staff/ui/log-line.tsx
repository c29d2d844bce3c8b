import { exportWords } from '#domain/ledger/export-words.ts'
import { logWords } from '#domain/staff/desk-log.ts'
import type { DeskLogRow } from '#store/ports/staff/log.ts'
import { unitName } from './unit-name.ts'

/** The text of a row of the log; names are looked up by id. */

export type Names = Map<string, string>

/** The name for an account id: the console has its own, an unknown id stays as it is. */
export const nameOf = (names: Names, id: string): string =>
  id === 'console' ? '管系统的人' : (names.get(id) ?? id)

/** The text of a row, such as 登录了（密码） or 发了新链接，办的人：王敏（十里县社会治安综合治理中心）. */
export const What = ({ line, names }: { line: DeskLogRow; names: Names }) => (
  <>
    {logWords(line.kind, line.data)}
    {exportWords(line.data)}
    {line.actor !== '' && line.actor !== line.subject ? (
      <span class="soft">
        ，办的人：{nameOf(names, line.actor)}
        {line.unit === '' ? '' : `（${unitName(line.unit)}）`}
      </span>
    ) : null}
  </>
)
