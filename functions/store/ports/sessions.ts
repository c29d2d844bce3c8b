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
   * The meetings of a unit, without consultations, that begin in a span, by their beginning, at most `limit`; who may see their cases is not asked.
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

/** A consultation in the calendar, without anything that was sealed. */
interface BookedConsultation {
  caseId: string
  /** Number of the event that booked it. */
  session: number
  expert: string
  startAt: number
  endAt: number
}

/** The consultations of experts. */
export interface ConsultationStore {
  /**
   * Those of some experts that begin in a span, by their beginning; bounded by the hours of the experts, who are never
   * booked twice at a time. One round trip; none without experts.
   */
  consultations(query: {
    experts: readonly string[]
    from: number
    before: number
  }): Promise<BookedConsultation[]>
}
