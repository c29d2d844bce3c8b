import { unkeptWays } from '#domain/clocks/unkept-ways.ts'
import { articlePath } from '#domain/routes/laws.ts'

/**
 * What can be done about an agreement that is not kept, for its people and for the desk.
 * @param confirmed whether a court has confirmed it; absent: nobody knows, and all ways are said
 */
export const UnkeptWays = ({ confirmed }: { confirmed?: boolean }) => (
  <ul>
    {unkeptWays
      .filter((way) => confirmed === undefined || way.confirmed === confirmed)
      .map(({ when, what, article }) => (
        <li>
          {when}，<a href={articlePath(article)}>{what}</a>。
        </li>
      ))}
  </ul>
)
