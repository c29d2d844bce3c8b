import { and, eq, inArray, sql } from 'drizzle-orm'
import { letterLife } from '#domain/basics/bounds.ts'
import { fail, ok, type Result } from '#domain/basics/result.ts'
import { deskEntry } from '#domain/desk/listing.ts'
import { stateOf } from '#domain/history/case-state.ts'
import { partyScope, type Scope } from '#domain/history/events.ts'
import { asStored, type NewEvent } from '#domain/history/new-event.ts'
import type { Keys, SealingKey } from '#keys'
import type { AppendStore, CaseChange } from '#store/ports/append.ts'
import type { StoredCase } from '#store/ports/case.ts'
import type { NewReceipt } from '#store/ports/receipt.ts'
import type { Base } from './base.ts'
import type { Db } from './client.ts'
import { bookedTwice, chainRefused, uniqueViolation } from './errors.ts'
import { caseFile } from './files/schema.ts'
import { ledgerLike, ledgerRow } from './importing/schema.ts'
import { markOf, numberOf } from './letters/letters.ts'
import { letterNumber } from './letters/schema.ts'
import { cachedColumns, colourColumns, listingStatements } from './listing-rows.ts'
import { noticeStatements } from './notices/outbox.ts'
import { outbox } from './notices/schema.ts'
import { blindRows, pepper } from './person-rows.ts'
import { publicationStatements } from './publication/keeping.ts'
import { receiptFor } from './receipts.ts'
import { blindIndex, caseCode, caseEvent, caseKey, cases, postReceipt } from './schema.ts'
import { eventRow, newCaseKey } from './sealing.ts'
import { bookingStatements } from './sessions/bookings.ts'
import { withPlaceMarks } from './sessions/place-mark.ts'

/** The key that seals an event; null if the event seals nothing or the person was erased. */
const keyFor = async ({ record, keys }: StoredCase, event: NewEvent): Promise<SealingKey | null> => {
  if (!event.scope || event.words === undefined) return null
  const key = await keys.of(event.scope)
  if (!key && event.scope === 'record') throw new Error(`case_key ${record.id} record: missing or unreadable`)
  return key
}

/** Seals new events and chains them to the last event of a case. */
const chain = async (
  keys: Keys,
  stored: StoredCase,
  events: NewEvent[],
  joining: { scope: Scope; key: SealingKey } | undefined,
) => {
  const { id, headSeq, headHash } = stored.record
  const rows: Awaited<ReturnType<typeof eventRow>>[] = []
  for (const [index, event] of events.entries()) {
    const key =
      event.scope !== undefined && event.scope === joining?.scope ? joining.key : await keyFor(stored, event)
    const prev = rows.at(-1)?.hash ?? headHash
    const { scope: _, words: __, ...bare } = event
    const storable = event.scope && !key ? bare : event
    rows.push(await eventRow(keys, id, headSeq + 1 + index, prev, storable, key))
  }
  return rows
}

/** Statements that delete the rows that lead to a person and the key that opens their words. */
const erasing = (db: Db, caseId: string, party: number) => {
  const scope = partyScope(party)
  return [
    db.delete(caseKey).where(and(eq(caseKey.caseId, caseId), eq(caseKey.scope, scope))),
    db.delete(blindIndex).where(and(eq(blindIndex.caseId, caseId), eq(blindIndex.scope, scope))),
    ...ending(db, caseId, party),
    // Of a row of an old ledger its own fingerprint stays, so that the same file does not bring the person back.
    ...(party === 1
      ? [
          db
            .delete(ledgerLike)
            .where(
              inArray(
                ledgerLike.rowKey,
                db.select({ rowKey: ledgerRow.rowKey }).from(ledgerRow).where(eq(ledgerRow.caseId, caseId)),
              ),
            ),
        ]
      : []),
    // The scheduler deletes the objects; without the key nobody opens them until then.
    db
      .update(caseFile)
      .set({ dueAt: 0 })
      .where(and(eq(caseFile.caseId, caseId), eq(caseFile.scope, scope))),
    // The answer stored for a repeated post contains the tracking code.
    ...(party === 1 ? [db.delete(postReceipt).where(eq(postReceipt.caseId, caseId))] : []),
  ]
}

/** Statement that gives a code to a person; one they had is no more, and its sessions have ended. */
const giving = (
  db: Db,
  caseId: string,
  codeHash: string,
  { party, staffSaw }: NonNullable<CaseChange['newCode']>,
) =>
  db
    .insert(caseCode)
    .values({ codeHash, caseId, party, pepper, epoch: 0, staffSaw, firstUsedAt: null })
    .onConflictDoUpdate({
      target: [caseCode.caseId, caseCode.party],
      set: { codeHash, staffSaw, epoch: sql`${caseCode.epoch} + 1` },
    })

/** Statements that end the code and the letter of a person, with their sessions and notices. */
const ending = (db: Db, caseId: string, party: number) => [
  db.delete(caseCode).where(and(eq(caseCode.caseId, caseId), eq(caseCode.party, party))),
  db.delete(letterNumber).where(and(eq(letterNumber.caseId, caseId), eq(letterNumber.party, party))),
  db.delete(outbox).where(and(eq(outbox.caseId, caseId), eq(outbox.recipient, partyScope(party)))),
]

/** The row of the letter with the words of the next event. */
const letterRow = async (
  keys: Keys,
  { id: caseId, number, headSeq }: StoredCase['record'],
  party: number,
) => {
  const seq = headSeq + 1
  return { hash: await markOf(keys, await numberOf(keys, number, seq)), caseId, party, seq }
}

/** Statement that gives a file to a case; its row was there before its object. */
const keeping = (db: Db, caseId: string, file: NonNullable<CaseChange['file']>) => {
  const row = { caseId, ...file }
  return db.insert(caseFile).values(row).onConflictDoUpdate({ target: caseFile.id, set: row })
}

/** Appends events and updates cached columns, list rows, codes and notices in the same batch. */
export const appending = ({ db, keys, random }: Base): AppendStore => {
  const write = async (
    stored: StoredCase,
    events: NewEvent[],
    { subject, party, newCode, letter, endedCode, erased, file, expert, published }: CaseChange,
    receipt?: NewReceipt,
  ): Promise<Result<null, 'stale' | 'repeated' | 'staffBooked' | 'roomBooked'>> => {
    const { record } = stored
    const [last] = events.slice(-1)
    if (!last) return ok(null)
    const newReceipt = receipt && (await (await receiptFor(keys, record.id, receipt))())
    const joining = party && {
      ...(await newCaseKey({ keys, random }, record.id, party.scope)),
      scope: party.scope,
    }
    const rows = await chain(keys, stored, events, joining)
    const history = [
      ...stored.events,
      ...asStored(
        events,
        record.headSeq,
        rows.map(({ hash }) => hash),
      ),
    ]
    const state = stateOf(history)
    const entry = deskEntry(history, state, last.at)
    const codeHash = newCode && (await keys.mac('tracking-code', newCode.trackingCode))
    const row = letter === undefined ? null : await letterRow(keys, record, letter)
    const index = party ? await blindRows(keys, record.id, party) : []
    try {
      await db.batch([
        db.insert(caseEvent).values(rows),
        ...(newReceipt ? [db.insert(postReceipt).values(newReceipt)] : []),
        db
          .update(cases)
          .set({
            ...cachedColumns(history, state, entry),
            ...colourColumns(entry.colour, last.at),
            ...(subject !== undefined && { subject }),
          })
          .where(eq(cases.id, record.id)),
        ...listingStatements(db, record.id, entry),
        ...(joining ? [db.insert(caseKey).values(joining.row)] : []),
        ...(index.length > 0 ? [db.insert(blindIndex).values(index)] : []),
        ...(newCode && codeHash ? [giving(db, record.id, codeHash, newCode)] : []),
        ...(row ? [db.insert(letterNumber).values({ ...row, expiresAt: last.at + letterLife })] : []),
        ...(endedCode === undefined ? [] : ending(db, record.id, endedCode)),
        ...noticeStatements({ db, random }, record.id, events),
        ...(erased === undefined ? [] : erasing(db, record.id, erased)),
        ...(file ? [keeping(db, record.id, file)] : []),
        ...bookingStatements(db, record.id, history, record.headSeq, expert),
        ...publicationStatements({ db, random }, record.id, history, published),
      ])
      return ok(null)
    } catch (error) {
      if (chainRefused(error)) return fail('stale')
      const booked = bookedTwice(error)
      if (booked) return fail(booked)
      if (uniqueViolation(error) === 'post_receipt.key_hash') return fail('repeated')
      throw error
    }
  }
  return {
    async append(stored, events, change = {}) {
      const written = await write(stored, events, change)
      // Without a receipt nothing can be repeated, and nothing but `book` takes a place in the calendar.
      return written.ok ? written : fail('stale')
    },
    async book(stored, events, change = {}) {
      const written = await write(stored, await withPlaceMarks(keys, events), change)
      return written.ok ? written : fail(written.error === 'repeated' ? 'stale' : written.error)
    },
    async appendOnce(stored, events, receipt, change = {}) {
      const written = await write(stored, events, change, receipt)
      return written.ok ? written : fail(written.error === 'repeated' ? 'repeated' : 'stale')
    },
  }
}
