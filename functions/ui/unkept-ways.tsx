import { unkeptWays } from '#domain/clocks/unkept-ways.ts'
import { articlePath } from '#domain/routes/laws.ts'

/** What can be done about an agreement that is not kept, for its people and for the desk. */
export const UnkeptWays = () => (
  <ul>
    {unkeptWays.map(({ when, what, article }) => (
      <li>
        {when}，<a href={articlePath(article)}>{what}</a>。
      </li>
    ))}
  </ul>
)
