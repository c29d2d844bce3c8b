import { partyScope } from '#domain/history/events.ts'
import { personIn, scopesOfPeople } from '#domain/history/people.ts'
import { peopleIn } from '#domain/history/roles.ts'
import type { MoveOptions } from '#domain/moves/fields.ts'
import type { MoveField } from '#domain/moves/table.ts'
import type { StaffMember } from '#domain/staff/staff.ts'
import type { DeskCase } from '../case/open-case.ts'
import type { DeskCasePorts } from '../ports.ts'
import { readRecord } from './read-record.ts'

/** Fields whose options are people of the case. */
const peopleFields: readonly MoveField[] = ['whom', 'actsFor', 'comers', 'chooser', 'absentees', 'signers']

/**
 * The options of a form, people with their names beside their places: 对方第 2 位 alone tells nobody apart. It is a read of
 * the case, logged first; nothing is read where one person of a side cannot be mistaken.
 */
export const namePeople = async (
  ports: Pick<DeskCasePorts, 'store' | 'clock' | 'log'>,
  member: Pick<StaffMember, 'id' | 'unit'>,
  deskCase: DeskCase,
  options: MoveOptions,
): Promise<MoveOptions> => {
  const fields = peopleFields.filter((field) => options[field])
  if (fields.length === 0 || peopleIn(deskCase.events).length <= 2) return options
  const view = await readRecord(ports, member, deskCase, scopesOfPeople(deskCase.events))
  const named = fields.map((field) => [
    field,
    options[field]?.map((option) => {
      const { name } = personIn(view, partyScope(Number(option.id)))
      return name ? { ...option, name: `${option.name}，${name}` } : option
    }),
  ])
  return { ...options, ...Object.fromEntries(named) }
}
