import { day } from '#domain/basics/bounds.ts'
import { fail, ok, type Result } from '#domain/basics/result.ts'
import { sha256 } from '#domain/basics/sha256.ts'
import type { NotAdded, Said } from '#domain/evidence/adding.ts'
import type { Bytes } from '#domain/evidence/bytes.ts'
import { checkChosen } from '#domain/evidence/chosen.ts'
import { cleanFile } from '#domain/evidence/clean.ts'
import type { FileFault } from '#domain/evidence/faults.ts'
import { fileKinds } from '#domain/evidence/kinds.ts'
import { type CaseFile, filesOf, kindBy, mayAdd } from '#domain/history/case-files.ts'
import { partyOf, type Scope } from '#domain/history/events.ts'
import type { NewEvent } from '#domain/history/new-event.ts'
import { caseWords, wordsIn } from '#domain/history/words.ts'
import type { Ports } from '#ports'
import type { AppendStore } from '#store/ports/append.ts'
import type { StoredCase } from '#store/ports/case.ts'
import type { ReceiptStore } from '#store/ports/receipt.ts'
import { repeatOf } from '../repeat.ts'

/** Adding a file to a case (docs/adr/0040-evidence.md); the desk gets this from its app. */

type AddPorts = Pick<Ports<AppendStore & ReceiptStore>, 'store' | 'files' | 'clock' | 'log'>

/** A file that is given, with what is said of it. */
export interface Adding {
  /** The id it gets, what was chosen, and what to call once it is in the case. */
  upload: { id: string; files: Bytes[]; stored: () => void }
  said: Said
  /** Who gives it, and the key it is sealed under: that of the person it comes from, or the record's. */
  by: Pick<NewEvent, 'actor' | 'acting'> & { scope: Scope }
  /** Why nothing can be added now, or null. */
  refusal: (stored: StoredCase, now: number) => NotAdded | null
  /** The case as it is now, if another request appended first; null if it is gone for this person. */
  again: () => Promise<StoredCase | null>
  /** Idempotency key of a program. */
  key?: string | undefined
}

/** A file as it is kept: the one that came, or the same one that was there already. */
export type Added = Pick<CaseFile, 'id' | 'kind' | 'size'>

/** How often a case is opened again because another request appended first. */
const tries = 4

/** The same file with the same words, if this person gave it before: a button pressed twice, an upload repeated. */
const sameIn = async (
  { log }: Pick<AddPorts, 'log'>,
  stored: StoredCase,
  scope: Scope,
  said: Said,
  original: string,
): Promise<CaseFile | undefined> => {
  const files = filesOf(stored.events, scope).filter(
    ({ erased, audience }) => !erased && audience === said.audience,
  )
  const opened = await stored.words([scope], new Set(files.map(({ seq }) => seq)))
  const words = caseWords(stored.record.id, opened, log)
  return files.find(({ seq, event }) => {
    const known = wordsIn({ words }, { seq, kind: event })
    return known?.original === original && known.caption === said.caption
  })
}

const eventOf = (
  { record }: StoredCase,
  at: number,
  { said, by: { scope, ...by } }: Adding,
  file: Pick<CaseFile, 'id' | 'kind' | 'size'>,
  original: string,
): NewEvent<'file-added' | 'file-recorded'> => {
  const { id, kind, size } = file
  const { caption, audience, sensitive } = said
  const event = kindBy(by.actor)
  const party = event === 'file-added' || scope === 'record' ? {} : { party: partyOf(scope) }
  return {
    ...by,
    ...{ at, scope, unit: record.unit, kind: event },
    data: { file: { id, kind, size, audience }, ...party },
    words: { caption, original, ...(sensitive && { sensitive }) },
  }
}

/**
 * Cleans a file, seals it, and appends it to the case. It may follow whatever others do at the same time.
 * @returns the file as it is kept, or why it was not taken
 */
export const addFile =
  (ports: AddPorts) =>
  async (opened: StoredCase, adding: Adding): Promise<Result<Added, FileFault | NotAdded>> => {
    const { store, files, clock } = ports
    const { upload, said, by, refusal, again, key } = adding
    const chosen = checkChosen(upload.files)
    if (!chosen.ok) return chosen
    // Before the cleaning, which changes some files in place.
    const original = await sha256(chosen.value)
    const body = JSON.stringify([original, said.caption, said.audience])
    const repeat = repeatOf<Added>(store, key, body)
    const repeated = await repeat.earlier(clock())
    if (repeated) return repeated
    let kept: Added | null = null
    let stored: StoredCase | null = opened
    for (let left = tries; left > 0 && stored; left -= 1) {
      const at = clock()
      const same = await sameIn(ports, stored, by.scope, said, original)
      if (same) return ok(same)
      const refused = refusal(stored, at) ?? (mayAdd(stored.events, by.scope) ? null : 'full')
      if (refused) return fail(refused)
      // Whose key is gone was erased, meanwhile too: an erasure appends, so that each try opens the case anew.
      if (!(await stored.keys.of(by.scope))) return fail('ended')
      if (!kept) {
        const cleaned = cleanFile(chosen.value)
        if (!cleaned.ok) return cleaned
        if (!(await files.keep(upload.id, stored, by.scope, cleaned.value))) return fail('ended')
        kept = { id: upload.id, kind: cleaned.value.kind, size: cleaned.value.size }
      }
      const event = eventOf(stored, at, adding, kept, original)
      const dueAt = at + fileKinds[kept.kind].keptDays * day
      const file = { id: kept.id, scope: by.scope, kind: kept.kind, dueAt }
      const appended = await store.appendOnce(stored, [event], repeat.receiptFor(kept, at), { file })
      if (appended.ok) {
        upload.stored()
        return ok(kept)
      }
      const before = appended.error === 'repeated' ? await repeat.earlier(clock()) : null
      if (before) return before
      stored = await again()
    }
    return fail('stale')
  }
