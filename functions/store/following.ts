import { shownAtOnce } from '#domain/basics/bounds.ts'
import { complainant, partyScope } from '#domain/history/events.ts'
import { knownToOther, sideOf } from '#domain/history/other-side.ts'
import { roleIn } from '#domain/history/roles.ts'
import { statusIn } from '#domain/history/status-replay.ts'
import type { StoredCase } from '#store/ports/case.ts'
import type { FollowedCase, FollowingStore } from '#store/ports/following.ts'
import type { Base } from './base.ts'
import { type EventRow, eventSql, type HeadRow, type KeyRow, keySql, toCase } from './case-rows.ts'
import { type MarkRow, marksIn, marksSql } from './guesses.ts'
import { type GivenRow, givenSql, toGiven } from './ratings/given.ts'

/**
 * Following a case by its code takes one round trip, whatever the result (docs/adr/0016-schema.md). The only sealed
 * parts it loads are the newest messages to or by the holder, not the filing; older ones take another round trip once
 * they are asked for.
 */

type Following = Pick<FollowingStore, 'codeHash' | 'follow' | 'markFirstUse' | 'endSessions'>

/** Never before the case was filed: its clock may have been ahead then. */
const firstUseSql = `UPDATE case_code
  SET first_used_at = max(?2, (SELECT at FROM case_event WHERE case_event.case_id = case_code.case_id AND seq = 1))
  WHERE code_hash = ?1 AND first_used_at IS NULL`

interface HolderRow extends HeadRow {
  party: number
  epoch: number
  staff_saw: number
  first_used_at: number | null
}

const holderSql =
  'SELECT c.id AS id, c.number AS number, c.subject AS subject, c.filed_at AS filed_at, k.party AS party, k.epoch AS epoch, k.staff_saw AS staff_saw, k.first_used_at AS first_used_at FROM case_code k JOIN cases c ON c.id = k.case_id WHERE k.code_hash = ?1'
const ofCode = '(SELECT case_id FROM case_code WHERE code_hash = ?1)'
const theirs = "('party:' || (SELECT party FROM case_code WHERE code_hash = ?1))"
/** Sealed under the key of a person, without what they gave of themselves: messages to or by them. */
const isMessage = (scope: string): string => `scope = ${scope} AND kind NOT IN ('party', 'party-corrected')`
/** The first of the newest messages, those that a page shows at a time. */
const firstShown = `(SELECT min(seq) FROM (SELECT seq FROM case_event WHERE case_id = ${ofCode} AND ${isMessage(theirs)} ORDER BY seq DESC LIMIT ${shownAtOnce}))`
const shown = `(${isMessage(theirs)} AND seq >= ${firstShown})`
const eventsSql = eventSql(`= ${ofCode}`, `CASE WHEN ${shown} THEN sealed END`)
/** The same with the newest text of the agreement, which is in the record and the same for everybody who makes it. */
const newestText = `seq = (SELECT max(seq) FROM case_event WHERE case_id = ${ofCode} AND kind = 'agreement')`
const withTextSql = eventSql(`= ${ofCode}`, `CASE WHEN ${shown} OR ${newestText} THEN sealed END`)
/** Older messages, by their numbers as a list in JSON. */
const olderSql = eventSql(
  `= ?1 AND ${isMessage('?2')} AND seq IN (SELECT value FROM json_each(?3))`,
  'sealed',
)
const keysSql = `${keySql(ofCode)} AND scope = ${theirs}`
const withRecordSql = `${keySql(ofCode)} AND scope IN (${theirs}, 'record')`
const ratingsSql = givenSql(ofCode, theirs)

/** The case as the holder knows it (docs/adr/0042-the-other-party.md). */
const knownTo = (whole: StoredCase, party: number): Omit<FollowedCase, 'holder' | 'ratings'> => {
  const { record, words } = whole
  if (partyScope(party) === complainant) return { record, events: whole.events, words, whole }
  const events = knownToOther(whole.events, party)
  const status = statusIn(events)
  const unit = events.at(-1)?.unit ?? record.unit
  return {
    record: { ...record, status: status === 'filed' ? 'accepted' : status, unit },
    events,
    words,
    whole,
  }
}

export const following = ({ d1, keys }: Base): Following => {
  const prepared = (events: string, caseKeys: string) =>
    [holderSql, events, caseKeys, ratingsSql].map((sql) => d1.prepare(sql))
  const ofHolder = prepared(eventsSql, keysSql)
  const withText = prepared(withTextSql, withRecordSql)
  const marks = d1.prepare(marksSql)
  const older = d1.prepare(olderSql)

  /** The case, which reads messages that were not loaded with it when they are asked for. */
  const withOlder = (head: HolderRow, rows: EventRow[], keyRows: KeyRow[]): StoredCase => {
    const stored = toCase(keys, head, rows, keyRows)
    const scope = partyScope(head.party)
    const loaded = rows.flatMap((row) => (row.sealed && row.scope === scope ? row.seq : []))
    const first = loaded.length > 0 ? Math.min(...loaded) : 0
    return {
      ...stored,
      async words(scopes, only) {
        const missing = rows.flatMap((row) =>
          row.scope === scope && row.seq < first && only?.has(row.seq) !== false ? row.seq : [],
        )
        const newer = await stored.words(scopes, only)
        if (missing.length === 0 || !scopes.includes(scope)) return newer
        const { results } = await older.bind(head.id, scope, JSON.stringify(missing)).all<EventRow>()
        return [
          ...(await toCase(keys, head, [...rows.slice(0, 1), ...results], keyRows).words(scopes)),
          ...newer,
        ]
      },
    }
  }

  return {
    codeHash: (trackingCode) => keys.mac('tracking-code', trackingCode),

    async follow(codeHash, now, from, also) {
      const own = from && (await keys.mac('guess-mark', from.own))
      const [heads, rows, keyRows, ratingRows, markRows] = await d1.batch([
        ...(also === 'agreement' ? withText : ofHolder).map((statement) => statement.bind(codeHash)),
        ...(own ? [marks.bind(own, now)] : []),
      ])
      const [head] = (heads?.results ?? []) as HolderRow[]
      const stored =
        head && withOlder(head, (rows?.results ?? []) as EventRow[], (keyRows?.results ?? []) as KeyRow[])
      const given = (ratingRows?.results ?? []) as GivenRow[]
      const found = stored && {
        ...knownTo(stored, head.party),
        ratings:
          given.length > 0 ? await toGiven(head.id, stored.keys.of(partyScope(head.party)), given) : [],
        holder: {
          codeHash,
          party: head.party,
          mark: (await keys.mac('form-mark', `${head.id} ${head.party}`)).slice(0, 8),
          scope: partyScope(head.party),
          side: partyScope(head.party) === complainant ? ('complainant' as const) : ('other' as const),
          on: sideOf(stored.events, head.party),
          role: roleIn(stored.events, head.party)?.role ?? ('principal' as const),
          track: stored.record.track,
          epoch: head.epoch,
          staffSaw: head.staff_saw === 1,
          firstUsedAt: head.first_used_at,
        },
      }
      return { found: found ?? null, marks: marksIn((markRows?.results ?? []) as MarkRow[], own ?? '') }
    },

    async markFirstUse(codeHash, at) {
      await d1.prepare(firstUseSql).bind(codeHash, at).run()
    },

    async endSessions(codeHash, epoch) {
      await d1
        .prepare('UPDATE case_code SET epoch = epoch + 1 WHERE code_hash = ?1 AND epoch = ?2')
        .bind(codeHash, epoch)
        .run()
    },
  }
}
