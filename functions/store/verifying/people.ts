import { findableNames } from '#domain/basics/folded-name.ts'
import { findableNumbers } from '#domain/basics/phone-numbers.ts'
import { codeGivers } from '#domain/history/code-givers.ts'
import { type CaseEvent, complainant, partyOf, partyScope, type Scope } from '#domain/history/events.ts'
import { parseWords } from '#domain/history/words.ts'
import type { Keys, SealingKey } from '#keys'
import { blindRows, pepper } from '#store/person-rows.ts'
import type { blindIndex, caseCode, caseEvent, caseKey } from '#store/schema.ts'
import { masterId, openCaseKey, openWords } from '#store/sealing.ts'

/** What is stored beside the history of the people of a case: keys, codes, and the fingerprints by which staff find them. */

type Row = typeof caseEvent.$inferSelect
type KeyRow = typeof caseKey.$inferSelect
type CodeRow = typeof caseCode.$inferSelect
type BlindRow = typeof blindIndex.$inferSelect

/** The keys of a case that open, by scope. */
export type OpenKeys = ReadonlyMap<string, SealingKey>

const sameTexts = (one: readonly string[], other: readonly string[]): boolean =>
  [...new Set(one)].sort().join('\n') === [...other].sort().join('\n')

/** The people of a case who were erased. */
const erasedIn = (events: readonly CaseEvent[]): Set<string> =>
  new Set(
    events.flatMap(({ kind, data }) =>
      kind === 'erased' && data.party !== undefined ? partyScope(data.party) : [],
    ),
  )

/** Opens the keys of a case; names what is missing, too much, or does not open. */
export const keysIn = async (
  keys: Keys,
  caseId: string,
  events: readonly CaseEvent[],
  rows: readonly Row[],
  stored: readonly KeyRow[],
): Promise<{ open: OpenKeys; faults: string[] }> => {
  const open = new Map<string, SealingKey>()
  const faults = new Set<string>()
  const erased = erasedIn(events)
  const sealedWith = rows.flatMap(({ scope }) => (scope === '' || erased.has(scope) ? [] : scope))
  const scopes = stored.map(({ scope }) => scope)
  if (!sameTexts(sealedWith, scopes)) faults.add('case_key.scope')
  for (const { scope, wrapped, masterId: id } of stored) {
    if (id !== masterId) faults.add('case_key.masterId')
    const key = await openCaseKey(keys, caseId, scope as Scope, wrapped)
    if (key) open.set(scope, key)
    else if (sealedWith.includes(scope)) faults.add('case_key.wrapped')
  }
  return { open, faults: [...faults] }
}

/** Unsealed words of one event, as JSON. */
export const wordsAt = async (open: OpenKeys, row: Row | undefined): Promise<string | null> => {
  const key = row && open.get(row.scope)
  return key && row.sealed ? openWords(key, { ...row, sealed: row.sealed }) : null
}

const ends: readonly string[] = ['stood-down', 'erased']

/** Who holds a code, and whether staff have seen it, as the history says. */
const holdersIn = (events: readonly CaseEvent[]): { party: number; staffSaw: boolean }[] => {
  const people = new Set(events.flatMap(({ kind, data }) => (kind === 'party' ? (data.party ?? 1) : [])))
  return [...people].flatMap((party) => {
    let code: { party: number; staffSaw: boolean } | undefined
    for (const [index, { kind, data }] of events.entries()) {
      const own = (data.party ?? partyOf(complainant)) === party
      const given = codeGivers(events.slice(0, index + 1), Infinity, party).length
      const before = codeGivers(events.slice(0, index), Infinity, party).length
      if (given > before) code = { party, staffSaw: true }
      else if (kind === 'filed' && partyScope(party) === complainant && !data.imported)
        code = { party, staffSaw: false }
      else if (kind === 'code-replaced' && own) code = { party, staffSaw: false }
      else if (ends.includes(kind) && own) code = undefined
    }
    return code ? [code] : []
  })
}

/** What the rows of codes have that the history does not say. Whose code it is stands in none. */
export const codeFaults = (events: readonly CaseEvent[], stored: readonly CodeRow[]): string[] => {
  const holders = holdersIn(events)
  const parties = (all: readonly { party: number }[]) => all.map(({ party }) => String(party))
  if (!sameTexts(parties(holders), parties(stored))) return ['case_code.party']
  const last = events.at(-1)?.at ?? 0
  const wrong = stored.flatMap(({ party, pepper: id, staffSaw, codeHash, firstUsedAt }) => [
    ...(id === pepper ? [] : ['pepper']),
    ...(holders.some((one) => one.party === party && one.staffSaw === staffSaw) ? [] : ['staffSaw']),
    ...(/^[0-9a-f]{64}$/.test(codeHash) ? [] : ['codeHash']),
    ...(firstUsedAt === null || (events[0] && firstUsedAt >= events[0].at && last > 0)
      ? []
      : ['firstUsedAt']),
  ])
  return [...new Set(wrong)].map((column) => `case_code.${column}`)
}

/** True if each person is found by the name and the telephone that they gave, and by nothing else. */
export const blindFaults = async (
  keys: Keys,
  caseId: string,
  rows: readonly Row[],
  open: OpenKeys,
  stored: readonly BlindRow[],
): Promise<string[]> => {
  const print = ({ field, hash, scope }: Pick<BlindRow, 'field' | 'hash' | 'scope'>) =>
    `${field} ${hash} ${scope}`
  const expected: string[] = []
  for (const row of rows.filter(({ kind }) => kind === 'party')) {
    const json = await wordsAt(open, row)
    const said = json === null ? undefined : parseWords('party', json)?.words
    if (!said) continue
    const [names, phones] = [findableNames(said.name ?? ''), findableNumbers(said.phone ?? '')]
    const right = await blindRows(keys, caseId, { scope: row.scope as Scope, names, phones })
    expected.push(...right.map(print))
  }
  return sameTexts(expected, stored.map(print)) ? [] : ['blind_index']
}
