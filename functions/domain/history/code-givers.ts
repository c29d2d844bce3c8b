import type { Instant } from '#domain/basics/time.ts'
import { isRegistered } from '#domain/words/channels.ts'
import { type Actor, type CaseEvent, complainant, partyOf } from './events.ts'
import { wasThere } from './spot.ts'

/** The events by which staff give a code to somebody who did not file; each names the person. */
const toOthers: readonly string[] = ['invited', 'code-given']

const gives = (events: readonly CaseEvent[], event: CaseEvent, party: number): boolean => {
  const { kind, data } = event
  const filer = partyOf(complainant)
  if (kind === 'code-reissued') return (data.party ?? filer) === party
  if (party === filer) return kind === 'filed' && isRegistered(data.channel)
  return toOthers.includes(kind)
    ? data.party === party
    : kind === 'settled' && data.spot === true && wasThere(events, party, event)
}

/**
 * Who of the staff gave the holder a code: with the case they registered or in place of one that was lost; to somebody who
 * did not file, always. Whoever knows a code can take another one as their own before its holder does, so nothing that
 * happens later shows whose hands it is in (rules.md R66, docs/adr/0041-what-a-holder-can-do.md).
 * @param until gifts after this time do not count
 * @param party number of the holder
 */
export const codeGivers = (
  events: readonly CaseEvent[],
  until: Instant = Infinity,
  party = partyOf(complainant),
): Actor[] =>
  events.filter((event) => event.at <= until && gives(events, event, party)).map(({ actor }) => actor)
