import type { Child } from 'hono/jsx'

/** A box with a heading. */
export const Card = ({
  title,
  also = '',
  children,
}: {
  title: string
  /** One more class. */
  also?: string
  children?: Child
}) => (
  <div class={`card ${also}`.trim()}>
    <h2 class="section-head">{title}</h2>
    {children}
  </div>
)
