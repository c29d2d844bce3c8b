import type { Day } from '#domain/basics/time.ts'
import type { MeetingForm, ReadBack, Room } from '#domain/words/meetings.ts'

/** The plain facts of a meeting (调解会) in the events about it. What people wrote, the place among it, is sealed beside them. */

/** A time that is proposed. */
export interface Slot {
  /** The start in digits, such as 202612030930: unique in a proposal, and nothing else can be read from it. */
  id: string
  start: number
}

export interface SessionFacts {
  /** Number of the first event about the meeting. */
  id: number
  /** The times that were proposed to the person. */
  slots?: Slot[]
  /** Ids of those that suit them; none: none of them does. */
  choose?: string[]
  /** When it begins and how long it takes, in minutes. */
  start?: number
  length?: number
  room?: Room
  /** Fingerprint of any other place, once a time is set: the same for the same words of one unit. */
  placeMark?: string
  /** Id of the mediator. */
  staff?: string
  /** Absent: a talk. */
  form?: Exclude<MeetingForm, 'talk'>
  /** With one side alone (背对背). */
  apart?: true
  /** Numbers of people who did not come; of those who signed the minutes. */
  absent?: number[]
  signed?: number[]
  readBack?: ReadBack
  signedOn?: Day
}
