import type { Instant } from '#domain/basics/time.ts'
import { isRegistered } from '#domain/words/channels.ts'
import type { Actor, CaseEvent } from './events.ts'

/** The events by which staff give a code to somebody who did not file; each names the person. */
const toOthers: readonly string[] = ['invited', 'code-given']

/**
 * Who of the staff gave the holder a code: with the case they registered or in place of one that was lost; to somebody who
 * did not file, always. Whoever knows a
 * code can take another one as their own before its holder does, so nothing that happens later shows whose hands it is in
 * (rules.md R66, docs/adr/0041-what-a-holder-can-do.md).
 * @param until gifts after this time do not count
 * @param party number of the holder
 */
export const codeGivers = (events: readonly CaseEvent[], until: Instant = Infinity, party = 1): Actor[] =>
  events
    .filter(
      ({ kind, at, data }) =>
        at <= until &&
        (party === 1
          ? kind === 'code-reissued' || (kind === 'filed' && isRegistered(data.channel))
          : toOthers.includes(kind) && data.party === party),
    )
    .map(({ actor }) => actor)
