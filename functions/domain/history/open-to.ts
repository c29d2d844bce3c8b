import { eventRow } from '#domain/words/events.ts'
import type { CaseEvent, Scope } from './events.ts'

/** Whose eyes words are for, beside who has the key of their scope. */

interface StaffReader {
  /** The unit they work for. */
  unit: string
}

interface HolderReader {
  person: Scope
  /** Staff have seen their code, so that it may be in the hands of the desk. */
  codeSeen: boolean
}

/** True unless the words are for a unit above the desk: then its staff read them, and the holder who wrote them. */
export const isOpenTo = ({ kind, data, actor }: CaseEvent, reader: StaffReader | HolderReader): boolean => {
  if (!eventRow(kind).forAbove) return true
  return 'unit' in reader ? data.above === reader.unit : actor === reader.person && !reader.codeSeen
}

const isSaid = ({ kind, data, actor }: CaseEvent, person: Scope): boolean =>
  data.to?.some((addressee) => addressee === person) ||
  (actor === person && (data.to !== undefined || eventRow(kind).forAbove === true))

/** What was said to or by the holder of a code, and is open to them, in order. */
export const saidWith = (events: readonly CaseEvent[], reader: HolderReader): CaseEvent[] =>
  events.filter((event) => isSaid(event, reader.person) && isOpenTo(event, reader))
