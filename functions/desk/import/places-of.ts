import { sheetReach } from '#domain/desk/sheets.ts'
import type { Places } from '#domain/importing/places.ts'
import type { StaffMember } from '#domain/staff/staff.ts'

/** The units to which rows may go: those whose cases the person sees. */
export const placesOf = ({ unit }: Pick<StaffMember, 'unit'>): Places => ({
  own: unit,
  units: sheetReach(unit).units,
})
