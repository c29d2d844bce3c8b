import type { Child } from 'hono/jsx'
import type { BatchKind } from '#domain/moves/batch.ts'
import { moves } from '#domain/moves/table.ts'
import { deskPages } from '#domain/routes/desk.ts'
import { kindField } from './posted-batch.ts'

interface Props {
  kinds: readonly BatchKind[]
  /** The same list with all its cases chosen. */
  allHref: string
  children?: Child
}

/**
 * A list whose cases can be chosen, and at the foot of the screen what can be done with all of them. The number of
 * chosen cases is counted by the style.
 */
export const PickForm = ({ kinds, allHref, children }: Props) =>
  kinds.length === 0 ? (
    children
  ) : (
    <form class="pick-form" action={deskPages.batch.path} method="get">
      {children}
      <div class="pick-bar">
        {kinds.map((kind, index) => (
          <button
            class={index === 0 ? 'button' : 'button secondary'}
            type="submit"
            name={kindField}
            value={kind}
          >
            {moves[kind].name}选中的
          </button>
        ))}
        <span class="picked soft">选中 </span>
        <a class="more" href={allHref}>
          全选
        </a>
      </div>
    </form>
  )
