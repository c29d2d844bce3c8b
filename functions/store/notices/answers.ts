import { complainant, type Scope } from '#domain/history/events.ts'
import { parseWords } from '#domain/history/words.ts'
import type { Base } from '#store/base.ts'
import { type EventRow, eventSql, type KeyRow, keySql, toCase } from '#store/case-rows.ts'
import type { NoticeStore } from '#store/ports/notices.ts'

/** What decides about a message to a person, unsealed at the moment of sending: one round trip, no story. */
export const noticeAnswers = ({ d1, keys }: Base): Pick<NoticeStore, 'answersOf'> => {
  const statements = [
    "SELECT 1 AS held FROM case_code WHERE case_id = ?1 AND 'party:' || party = ?2 AND staff_saw = 0",
    `${eventSql('= ?1', "CASE WHEN kind IN ('filed', 'party', 'party-corrected') AND ?2 <> '' THEN sealed END")}`,
    `${keySql('?1')} AND ?2 <> ''`,
  ].map((text) => d1.prepare(text))
  return {
    async answersOf({ caseId, recipient }) {
      const answers = await d1.batch(statements.map((statement) => statement.bind(caseId, recipient)))
      const [held, rows, keyRows] = answers.map(({ results }) => results) as [unknown[], EventRow[], KeyRow[]]
      if (held.length === 0) return null
      const head = { id: caseId, number: '', subject: null, filed_at: 0 }
      const scopes = [...new Set(rows.map(({ scope }) => scope as Scope))]
      const unsealed = await toCase(keys, head, rows, keyRows).words(scopes)
      const scopeOf = new Map(rows.map(({ seq, scope }) => [seq, scope]))
      const people = unsealed
        .filter(({ kind }) => kind !== 'filed')
        .map(({ seq, json }) => ({ scope: scopeOf.get(seq), words: parseWords('party', json)?.words ?? {} }))
      // The name that the complainant typed may hold the number of the other side.
      const named = unsealed
        .filter(({ kind }) => kind === 'filed' && recipient === complainant)
        .map(({ json }) => parseWords('filed', json)?.words.otherParty)
      return {
        own: people.filter(({ scope }) => scope === recipient).map(({ words }) => words),
        others: [
          ...people.filter(({ scope }) => scope !== recipient).map(({ words }) => words.phone),
          ...named,
        ].filter((text) => text !== undefined),
      }
    },
  }
}
