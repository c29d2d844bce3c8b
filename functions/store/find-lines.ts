import { and, eq, inArray } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { complainant } from '#domain/history/events.ts'
import type { DeskStore } from '#store/ports/desk.ts'
import type { Base } from './base.ts'
import { lineColumns, once, openTo } from './list-lines.ts'
import { blindIndex, caseListing, cases } from './schema.ts'

/** Cases of a person and of known ids, and who has them. */

type Finding = Pick<DeskStore, 'findPerson' | 'samePerson' | 'namesIn' | 'linesOf' | 'holdersOf'>

/** The rows of some cases in the list of a person: `staff:` or `lead:` and all that follow it, up to the next character. */
const ofPerson = (prefix: 'staff:' | 'lead:', as: 'assignee' | 'leader'): string =>
  `SELECT l.case_id AS caseId, substr(l.scope, ${prefix.length + 1}) AS staff, '${as}' AS "as" FROM json_each(?1) i CROSS JOIN case_listing l ON l.case_id = i.value AND l.scope > '${prefix}' AND l.scope < '${prefix.replace(':', ';')}'`

// Two ranges of the key: with both in one condition each row of a case is read.
const holdersSql = `${ofPerson('staff:', 'assignee')} UNION ALL ${ofPerson('lead:', 'leader')}`

export const finding = ({ db, d1, keys }: Base): Finding => ({
  async findPerson(field, forms, scopes, reader) {
    const hashes = await Promise.all(forms.map((form) => keys.mac(`blind-${field}`, form)))
    const found = await db
      .select(lineColumns)
      .from(blindIndex)
      .innerJoin(caseListing, eq(caseListing.caseId, blindIndex.caseId))
      .innerJoin(cases, eq(cases.id, blindIndex.caseId))
      .where(
        and(
          eq(blindIndex.field, field),
          inArray(blindIndex.hash, hashes),
          inArray(caseListing.scope, scopes),
          openTo(db, reader),
        ),
      )
      .limit(200)
    return once(found)
  },

  async samePerson(one, other) {
    const theirs = alias(blindIndex, 'theirs')
    const found = await db
      .select({ field: blindIndex.field })
      .from(blindIndex)
      .innerJoin(
        theirs,
        and(
          eq(theirs.field, blindIndex.field),
          eq(theirs.hash, blindIndex.hash),
          eq(theirs.caseId, other),
          eq(theirs.scope, complainant),
        ),
      )
      .where(and(eq(blindIndex.caseId, one), eq(blindIndex.scope, complainant)))
      .limit(1)
    return found.length > 0
  },

  async namesIn(caseId, names) {
    const found = await db
      .select({ hash: blindIndex.hash })
      .from(blindIndex)
      .where(and(eq(blindIndex.caseId, caseId), eq(blindIndex.field, 'name')))
    const hashes = await Promise.all(names.map((name) => keys.mac('blind-name', name)))
    return names.filter((_, index) => found.some(({ hash }) => hash === hashes[index]))
  },

  async linesOf(caseIds, scopes, reader) {
    const found = await db
      .select(lineColumns)
      .from(caseListing)
      .innerJoin(cases, eq(cases.id, caseListing.caseId))
      .where(
        and(inArray(caseListing.caseId, caseIds), inArray(caseListing.scope, scopes), openTo(db, reader)),
      )
    return once(found)
  },

  async holdersOf(caseIds) {
    if (caseIds.length === 0) return []
    const { results } = await d1
      .prepare(holdersSql)
      .bind(JSON.stringify(caseIds))
      .all<Awaited<ReturnType<Finding['holdersOf']>>[number]>()
    return results
  },
})
