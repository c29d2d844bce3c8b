/** A meeting in the calendar of a unit, without anything that was sealed. */
export interface BookedMeeting {
  caseId: string
  /** Number of its first event. */
  session: number
  staff: string
  /** Empty: no room of the unit. */
  room: string
  startAt: number
  endAt: number
}

/** The calendar of the desk. */
export interface MeetingStore {
  /**
   * The meetings of a unit that begin in a span, by their beginning, at most `limit`; who may see their cases is not asked.
   * One round trip.
   * @param staff only those of one mediator
   */
  meetings(query: {
    unit: string
    from: number
    before: number
    staff?: string | undefined
    limit: number
  }): Promise<BookedMeeting[]>
}
