import type { Child } from 'hono/jsx'

/** The facts of a printed document, ruled like a form. */
export const PaperFacts = ({ rows }: { rows: readonly (readonly [name: string, value: Child])[] }) => (
  <dl class="paper-facts">
    {rows.map(([name, value]) => (
      <div>
        <dt>{name}</dt>
        <dd class="typed">{value}</dd>
      </div>
    ))}
  </dl>
)
