import { sixDigitCases } from '#domain/basics/bounds.ts'
import { fail, ok } from '#domain/basics/result.ts'
import { alarming } from '#domain/clocks/warnings.ts'
import { deskEntry } from '#domain/desk/listing.ts'
import { stateOf } from '#domain/history/case-state.ts'
import { complainant, partyScope, type Scope } from '#domain/history/events.ts'
import type { NewEvent } from '#domain/history/new-event.ts'
import type { FilingStore } from '#store/ports/filing.ts'
import type { Base } from './base.ts'
import { caseIds } from './case-ids.ts'
import { uniqueViolation } from './errors.ts'
import { inserter } from './inserter.ts'
import { cachedColumns, listingRows } from './listing-rows.ts'
import { sealNewHistory } from './new-history.ts'
import { blindRows, pepper } from './person-rows.ts'
import { receiptFor } from './receipts.ts'
import { blindIndex, caseCode, caseEvent, caseKey, caseListing, cases, postReceipt } from './schema.ts'

/** Six digits until a fifth of the year's numbers are used, then seven. Decided inside the batch to avoid a race. */
export const numberSql = `CASE WHEN coalesce((SELECT filed FROM case_year WHERE year = ?), 0) >= ${sixDigitCases} THEN ? ELSE ? END`

/** The call to both sides of a record on the spot that was drawn: a task like those that ratings ask for. */
const callSql =
  "INSERT INTO rating_task (case_id, ended_seq, period, kind, units, desk, opens_at) VALUES (?, ?, 'end', 'call', ?, ?, ?)"

/** The part of the store that stores a new case. */
export const filing = (base: Base): Pick<FilingStore, 'file'> => {
  const { d1, keys, random } = base
  const newCase = inserter(d1, cases, { column: 'number', sql: numberSql })
  const newCode = inserter(d1, caseCode)
  const newKeys = inserter(d1, caseKey)
  const newEvents = inserter(d1, caseEvent)
  const newBlind = inserter(d1, blindIndex)
  const newListing = inserter(d1, caseListing)
  const newReceipt = inserter(d1, postReceipt)
  const newCall = d1.prepare(callSql)
  const nextId = caseIds(random)

  const file: FilingStore['file'] = async (filing) => {
    const caseId = nextId()
    const { spot } = filing
    const people = [
      { party: 1, scope: complainant as Scope, trackingCode: filing.trackingCode, ...filing.person },
      ...(spot ? [{ scope: partyScope(spot.other.party), ...spot.other }] : []),
    ]
    const [{ rows, keyRows, history, lastHash }, codeHashes, prints, receipt] = await Promise.all([
      sealNewHistory(base, caseId, filing.events),
      Promise.all(people.map(({ trackingCode }) => keys.mac('tracking-code', trackingCode))),
      Promise.all(people.map((person) => blindRows(keys, caseId, person))),
      filing.receipt && receiptFor(keys, caseId, filing.receipt),
    ])
    const blind = prints.flat()
    const { at: filedAt } = filing.events[0] as NewEvent
    const { year, six, seven } = filing.numbers
    const state = stateOf(history)
    const entry = deskEntry(history, state, filedAt)
    const turnedAt = entry.colour >= alarming ? filedAt : null
    const codes = people.map(({ party }, index) => ({
      ...{ codeHash: codeHashes[index] ?? '', caseId, party, pepper, epoch: 0 },
      ...{ staffSaw: filing.staffSaw, firstUsedAt: null },
    }))
    const cached = cachedColumns(history, state, entry)
    try {
      const [stored] = await d1.batch<{ number: string }>([
        newCase([
          {
            id: caseId,
            number: [year, seven, six],
            subject: spot?.subject ?? null,
            filedAt,
            ...cached,
            colour: entry.colour,
            turnedAt,
          },
        ]),
        ...(receipt ? [newReceipt([await receipt({ lastHash })])] : []),
        newCode(codes),
        newKeys(keyRows),
        newEvents(rows),
        ...(blind.length > 0 ? [newBlind(blind)] : []),
        newListing(listingRows(entry).map((row) => ({ ...row, caseId, turnedAt }))),
        ...(spot && spot.calls.length > 0
          ? [newCall.bind(caseId, spot.endedSeq, JSON.stringify(spot.calls), state.unit, filedAt)]
          : []),
      ])
      return ok({ number: stored?.results[0]?.number ?? '', lastHash })
    } catch (error) {
      const column = uniqueViolation(error)
      if (column === 'post_receipt.key_hash') return fail('receipt')
      if (column === 'cases.number' || column === 'case_code.code_hash') return fail('number')
      throw error
    }
  }
  return { file }
}
