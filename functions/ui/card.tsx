import type { Child } from 'hono/jsx'

/** A box with a heading. */
export const Card = ({ title, children }: { title: string; children?: Child }) => (
  <div class="card">
    <h2 class="section-head">{title}</h2>
    {children}
  </div>
)
