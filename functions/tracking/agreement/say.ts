import { agreementIn } from '#domain/agreement/current.ts'
import { fail, ok, type Result } from '#domain/basics/result.ts'
import { dayOf, type Instant } from '#domain/basics/time.ts'
import {
  type AgreeFault,
  type ItemSaying,
  itemSayings,
  readingFault,
  sayingFault,
} from '#domain/following/agreeing.ts'
import type { FollowedCase } from '#store/ports/following.ts'
import { type ActPorts, appendAct } from '../append-act.ts'

type Said = Promise<Result<{ at: Instant }, AgreeFault | 'conflict' | 'stale'>>

/**
 * Stores that somebody who makes the agreement has read this version. It concludes nothing.
 * @param key what makes a repeat the same
 */
export const sayRead = (
  ports: ActPorts,
  opened: FollowedCase,
  version: number,
  key: string[] | undefined,
): Said =>
  appendAct(
    ports,
    opened,
    'agreement-read',
    { key, body: String(version) },
    ({ events, holder: { party } }, at) => {
      const agreement = agreementIn(events)
      const fault = readingFault(agreement, version, party)
      if (fault === 'same') return ok({ event: null, answer: { at } })
      if (fault) return fail(fault)
      const data = { party, version, parties: agreement?.parties ?? [] }
      return ok({ event: { kind: 'agreement-read', data }, answer: { at } })
    },
  )

/**
 * Stores what somebody says of an item: done, by who owes it; taken as done, or not done, by who is owed.
 * @param key what makes a repeat the same
 */
export const sayOfItem = (
  ports: ActPorts,
  opened: FollowedCase,
  what: { item: number; says: ItemSaying },
  key: string[] | undefined,
): Said =>
  appendAct(
    ports,
    opened,
    'agreement-item',
    { key, body: JSON.stringify([what.item, what.says]) },
    ({ events, holder: { party } }, at) => {
      const agreement = agreementIn(events)
      const fault = sayingFault(agreement, what, party, dayOf(at))
      if (fault === 'same') return ok({ event: null, answer: { at } })
      if (fault) return fail(fault)
      const data = { party, item: what.item, parties: agreement?.parties ?? [] }
      return ok({ event: { kind: itemSayings[what.says], data }, answer: { at } })
    },
  )
