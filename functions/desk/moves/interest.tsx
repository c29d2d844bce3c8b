import type { Child } from 'hono/jsx'
import { findableNames } from '#domain/basics/folded-name.ts'
import { liftHint } from '#domain/moves/failure-sentences.ts'
import type { MoveOptions } from '#domain/moves/fields.ts'
import { type Move, type MoveKind, moves } from '#domain/moves/table.ts'
import { movePath } from '#domain/routes/desk.ts'
import type { StaffMember } from '#domain/staff/staff.ts'
import type { DeskCase } from '../case/open-case.ts'
import type { DeskCasePorts } from '../ports.ts'

/** What the form of a move says about interests of staff (信访工作条例 28): notices, which stop nobody. */

/** Names of staff who may be given the case and are called like one of its people. No word of the case is opened. */
export const namesakes = async (
  { store }: Pick<DeskCasePorts, 'store'>,
  member: StaffMember,
  kind: MoveKind,
  { record }: DeskCase,
  { staff = [] }: MoveOptions,
): Promise<string[]> => {
  const { becomesHandler, needs }: Move = moves[kind]
  const own = becomesHandler ? [member.name] : []
  const given = needs.includes('staff') ? staff.map(({ name }) => name) : []
  const names = [...own, ...given]
  if (names.length === 0) return []
  const found = await store.namesIn(record.id, names.flatMap(findableNames))
  return names.filter((name) => findableNames(name).some((form) => found.includes(form)))
}

const Note = ({ title, children }: { title: string; children: Child }) => (
  <div class="note">
    <b>{title}</b>
    <p>{children}</p>
  </div>
)

/** Says who is called like a person of the case; nothing if nobody is. */
export const NamesakeNote = ({ names }: { names: readonly string[] }) =>
  names.length > 0 ? (
    <Note title={`${names.join('、')}：和当事人同名，请核对是否要回避`}>
      和这件事、和当事人有直接利害关系的，应当回避（信访工作条例第二十八条）。只是同名的，照常。
    </Note>
  ) : null

/** The notices of a form: a namesake, nobody left at the desk, and what follows for the person who fills it in. */
export const interestNotices = async (
  ports: Pick<DeskCasePorts, 'store'>,
  member: StaffMember,
  kind: MoveKind,
  deskCase: DeskCase,
  options: MoveOptions,
): Promise<Child> => {
  const { needs, ifAlone }: Move = moves[kind]
  const same = await namesakes(ports, member, kind, deskCase, options)
  const nobody = needs.includes('staff') && options.staff?.length === 0
  return (
    <>
      <NamesakeNote names={same} />
      {nobody ? (
        <Note title="本单位没有别人能接">
          这件要<a href={movePath(deskCase.record.number, 'escalated')}>上报</a>，由上一级来办。
        </Note>
      ) : null}
      {ifAlone && options.unit && options.unit.length > 0 ? (
        <Note title="本单位没有别人能接">请选一个单位，记下的同时就交过去。期限照样在走。</Note>
      ) : null}
      {kind === 'recused' ? (
        <Note title="记下以后，这件您打不开了">
          写清是什么关系：亲戚、本人有关……只有办这件案子的人看得到，当事人看不到。{liftHint}
        </Note>
      ) : null}
    </>
  )
}
