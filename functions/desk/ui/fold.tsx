import type { Child } from 'hono/jsx'

interface Props {
  title: string
  open: boolean
  /** Folded on a narrow screen only. */
  phone?: boolean
  children?: Child
}

/** A fold without a script: the content follows it as its next sibling, so that the style decides what a screen shows. */
export const Fold = ({ title, open, phone = false, children }: Props) => (
  <>
    <details class={phone ? 'fold phone-fold' : 'fold'} open={open}>
      <summary>
        <b>{title}</b>
      </summary>
    </details>
    <div class="folded">{children}</div>
  </>
)
