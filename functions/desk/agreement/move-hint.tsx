import type { MoveOptions } from '#domain/moves/fields.ts'
import { moveFault } from '#domain/moves/rules.ts'
import { type Move, type MoveKind, moves } from '#domain/moves/table.ts'
import { agreementPath } from '#domain/routes/desk.ts'
import type { DeskCase } from '../case/open-case.ts'

/** In the form of a move about an agreement: the way to its text; and before a case is settled, to writing one. */
export const AgreementHint = ({
  kind,
  deskCase,
  options: { term },
}: {
  kind: MoveKind
  deskCase: DeskCase
  options: MoveOptions
}) => {
  const { record, standing } = deskCase
  const href = agreementPath(record.number)
  if (term?.length === 0)
    return (
      <p class="note">
        <b>没有能选的。</b>要么都做到了，要么还没有过说好的那天。担心谁不做，给该做的人留一句话。
        <a href={href}>看协议</a>
      </p>
    )
  if ((moves[kind] as Move).ifAgreed)
    return (
      <p>
        <a href={href}>先看协议写的是哪一条</a>
      </p>
    )
  return kind === 'settled' && moveFault('agreement', standing) === null ? (
    <p class="note">
      <b>有协议的，不在这里记。</b>写成协议书，或者口头说定的，<a href={href}>到“协议书”那一页</a>
      办：双方看得到同一份，还有去法院确认的三十天。
    </p>
  ) : null
}
