import type { Outcome } from '#domain/notices/attempts.ts'

/** One message, finished: `to` is a telephone number, an address or nothing, as the provider needs it. */
export interface Message {
  /** The same for every attempt of one notice. */
  id: string
  to: string
  text: string
}

/** Something that sends messages. Adding one is a file beside this and its row in `config.ts`. */
export interface Provider {
  /** The receiver takes our id as idempotency key: a repeat never arrives twice. */
  takesId: boolean
  /** True if the provider can be reached now, so that an outage is not taken for a message that may have arrived. */
  reach(): Promise<boolean>
  /** Never throws. */
  send(message: Message): Promise<Outcome>
}
