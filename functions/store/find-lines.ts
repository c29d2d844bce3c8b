import { and, eq, gt, inArray, lt, or } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { ListScope } from '#domain/desk/access.ts'
import { complainant } from '#domain/history/events.ts'
import type { DeskStore } from '#store/ports/desk.ts'
import type { Base } from './base.ts'
import { inOneTrip } from './client.ts'
import { lineColumns, once, openTo } from './list-lines.ts'
import { chunks } from './listing-rows.ts'
import { blindIndex, caseListing, cases } from './schema.ts'

/** Cases of a person and of known ids, and who has them. */

type Finding = Pick<DeskStore, 'findPerson' | 'samePerson' | 'namesIn' | 'linesOf' | 'holdersOf'>

/** Scopes of persons: `staff:` or `lead:` and all that follow it, up to the next character. */
const ofPerson = (prefix: 'staff:' | 'lead:') =>
  and(gt(caseListing.scope, prefix), lt(caseListing.scope, prefix.replace(':', ';') as ListScope))

export const finding = ({ db, keys }: Base): Finding => ({
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
    const found = await inOneTrip<{ caseId: string; scope: string }[]>(
      db,
      chunks(caseIds, 90).map((part) =>
        db
          .select({ caseId: caseListing.caseId, scope: caseListing.scope })
          .from(caseListing)
          .where(and(inArray(caseListing.caseId, part), or(ofPerson('staff:'), ofPerson('lead:')))),
      ),
    )
    return found.flat().map(({ caseId, scope }) => ({
      caseId,
      staff: scope.slice(scope.indexOf(':') + 1),
      as: scope.startsWith('lead:') ? ('leader' as const) : ('assignee' as const),
    }))
  },
})
