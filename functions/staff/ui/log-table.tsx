import type { Child } from 'hono/jsx'
import { spokenInstant } from '#domain/basics/time.ts'
import type { DeskLogRow } from '#store/ports/staff/log.ts'
import { type Names, What } from './log-line.tsx'

interface Props {
  caption: string
  lines: DeskLogRow[]
  names: Names
  /** Whom a row is about; absent if all rows are about one person. */
  who?: (line: DeskLogRow) => Child
}

/** Rows of the log: when, who, what. */
export const LogTable = ({ caption, lines, names, who }: Props) => (
  <table class="desk-table">
    <caption class="visually-hidden">{caption}</caption>
    <thead>
      <tr>
        <th scope="col">时间</th>
        {who ? <th scope="col">谁</th> : null}
        <th scope="col">做了什么</th>
      </tr>
    </thead>
    <tbody>
      {lines.map((line) => (
        <tr>
          <td>{spokenInstant(line.at)}</td>
          {who ? <td data-l="">{who(line)}</td> : null}
          <td data-l="">
            <What line={line} names={names} />
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)
