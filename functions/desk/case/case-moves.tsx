import { carriesOn } from '#domain/moves/rules.ts'
import { type MoveKind, moves } from '#domain/moves/table.ts'
import { movePath } from '#domain/routes/desk.ts'
import type { CaseView } from './case-view.ts'

/** 现在能做的: the moves open to this person; those that carry the case on come first. */

const MoveLinks = ({ number, kinds }: { number: string; kinds: MoveKind[] }) => (
  <ul class="moves">
    {kinds.map((kind) => (
      <li>
        <a href={movePath(number, kind)}>
          <b>{moves[kind].name}</b>
          <span>{moves[kind].purpose}</span>
        </a>
      </li>
    ))}
  </ul>
)

/** Buttons for the moves that this person can make; those that do not carry the case on are collapsed. */
export const Moves = ({ view }: { view: CaseView }) => {
  const [first, ...others] = view.moves.filter(carriesOn)
  const rest = view.moves.filter((kind) => !carriesOn(kind))
  return (
    <>
      {first ? (
        <p class="actions">
          <a class="button" href={movePath(view.number, first)}>
            {moves[first].name}
          </a>
        </p>
      ) : null}
      <MoveLinks number={view.number} kinds={others} />
      {rest.length > 0 ? (
        <details class="more-moves">
          <summary>还能做的 {rest.length} 样</summary>
          <MoveLinks number={view.number} kinds={rest} />
        </details>
      ) : null}
    </>
  )
}
