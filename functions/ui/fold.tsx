import type { Child } from 'hono/jsx'

interface Props {
  title: string
  open: boolean
  /** Classes of the fold, if it has more than its own. */
  classes?: string
  children?: Child
}

/** A fold without a script: the content follows it as its next sibling, so that the style decides what a screen shows. */
export const Fold = ({ title, open, classes = 'fold', children }: Props) => (
  <>
    <details class={classes} open={open}>
      <summary>
        <b>{title}</b>
      </summary>
    </details>
    <div class="folded">{children}</div>
  </>
)
