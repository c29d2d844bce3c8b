import type { Day } from '#domain/basics/time.ts'
import type { CaseEvent } from '#domain/history/events.ts'
import type { WithWords } from '#domain/history/words.ts'
import type { Category } from '#domain/words/categories.ts'
import type { Status } from '#domain/words/statuses.ts'
import type { Track } from '#domain/words/tracks.ts'

/** An opened case as its documents need it. */
export interface DossierCase extends WithWords {
  number: string
  subject: string | null
  status: Status
  track: Track
  category: Category
  region: string
  unit: string
  people: number | null
  events: CaseEvent[]
  /** Id of the member of staff who handles it. */
  assignee: string | null
  lead: { staff: string } | null
  /** Names of members of staff, by id. */
  names: ReadonlyMap<string, string>
  /** The day on which it is printed. */
  today: Day
}
