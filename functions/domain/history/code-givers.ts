import type { Instant } from '#domain/basics/time.ts'
import { isRegistered } from '#domain/words/channels.ts'
import type { Actor, CaseEvent } from './events.ts'

/**
 * Who of the staff gave the holder a code, with the case they registered or in place of one that was lost. Whoever knows a
 * code can take another one as their own before its holder does, so nothing that happens later shows whose hands it is in
 * (rules.md R66, docs/adr/0041-what-a-holder-can-do.md).
 * @param until gifts after this time do not count
 */
export const codeGivers = (events: readonly CaseEvent[], until: Instant = Infinity): Actor[] =>
  events
    .filter(
      ({ kind, at, data }) =>
        at <= until && (kind === 'code-reissued' || (kind === 'filed' && isRegistered(data.channel))),
    )
    .map(({ actor }) => actor)
