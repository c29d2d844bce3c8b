import type { Clock } from '#domain/clocks/clocks.ts'
import type { CaseEvent } from '#domain/history/events.ts'
import type { TurnedTo } from '#domain/history/turned-to.ts'
import type { WithWords } from '#domain/history/words.ts'
import type { MoveKind } from '#domain/moves/table.ts'
import type { About } from '#domain/words/about.ts'
import type { Category } from '#domain/words/categories.ts'
import type { Status } from '#domain/words/statuses.ts'
import type { Track } from '#domain/words/tracks.ts'

/** Everything the desk's page of a case shows: unsealed words, and names instead of ids. */
export interface CaseView extends WithWords {
  number: string
  subject: string | null
  status: Status
  track: Track
  category: Category
  region: string
  unit: string
  about: About
  danger: boolean
  people: number | null
  filedAt: number
  colour: number
  clocks: Clock[]
  events: CaseEvent[]
  moves: MoveKind[]
  /** No unit above could take it, and its desk still has to end it. */
  endsHere: boolean
  cohandlers: string[]
  /** Id of the member of staff who handles it, and of the leader who answers for it. */
  assignee: string | null
  /** True if the handler was taken off it and somebody must take it over. */
  vacant: boolean
  lead: { staff: string; answerBy: string | undefined } | null
  /** What the holder of the code asks of the reader's unit, about the desk below it; null if nothing. */
  turned: TurnedTo | null
  /** Names of members of staff, by id. */
  names: Map<string, string>
  reads: { staff: string; at: number }[]
}
