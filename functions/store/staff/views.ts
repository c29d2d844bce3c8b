import { and, eq, sql } from 'drizzle-orm'
import { hex } from '#domain/basics/hex.ts'
import { mostViews } from '#domain/ledger/views.ts'
import type { SavedView, ViewStore } from '#store/ports/staff/views.ts'
import type { StaffBase } from './base.ts'
import { staffView } from './schema.ts'

/** The views of one person and the shared ones of their unit, as it is now: nobody takes their views along. */
const viewsSql = (id: string, unit: string) =>
  sql`SELECT v.id AS id, v.name AS name, v.query AS query, v.shared AS shared, v.staff = ${id} AS own FROM (SELECT id FROM staff_user WHERE unit = ${unit} AND deactivated_at IS NULL UNION SELECT ${id}) u CROSS JOIN staff_view v ON v.staff = u.id WHERE v.staff = ${id} OR v.shared = 1 ORDER BY own DESC, v.name, v.id`

type Row = Omit<SavedView, 'shared' | 'own'> & { shared: number; own: number }

/** Named filters of the ledger. */
export const makeStaffViews = ({ db, random }: StaffBase): ViewStore => ({
  async views({ id, unit }) {
    const rows = await db.all<Row>(viewsSql(id, unit))
    return rows.map((row) => ({ ...row, shared: row.shared === 1, own: row.own === 1 }))
  },

  async keepView(staff, { name, query, shared }) {
    const own = await db.select({ name: staffView.name }).from(staffView).where(eq(staffView.staff, staff))
    if (own.filter((view) => view.name !== name).length >= mostViews) return false
    await db.batch([
      db.delete(staffView).where(and(eq(staffView.staff, staff), eq(staffView.name, name))),
      db.insert(staffView).values({ staff, id: hex(random(8)), name, query, shared }),
    ])
    return true
  },

  async dropView(staff, id) {
    await db.delete(staffView).where(and(eq(staffView.staff, staff), eq(staffView.id, id)))
  },
})
