import { isCaseNumber } from '#domain/filing/case-number.ts'
import { type ErasureFault, type ErasureList, erasePerson } from '../desk/erase-person.ts'
import type { MaintenancePorts } from './maintenance-ports.ts'

const failures: Record<ErasureFault, string> = {
  unknown: 'No case has this number.',
  noSuchPerson: 'No person in this case has this number; the complainant is 1.',
  erased: 'This person was erased before.',
  stale:
    'The case was changed at the same moment. The erasure is recorded and will be repeated at the next start.',
}

/** What the command takes. */
export const erasureArguments = '<case number> <number of the person: 1 the complainant, 2 …>'

/** True if the arguments of the command have their form. */
export const isErasure = (number: string, person: string): boolean =>
  isCaseNumber(number) && /^[1-9]\d?$/.test(person)

/**
 * Erases one person of a case: their texts, their tracking code and the blind indexes that find them.
 * @returns what was done, in words
 * @throws with what is wrong, in words
 */
export const eraseOne = async (
  ports: MaintenancePorts & { erasures: ErasureList },
  number: string,
  person: string,
): Promise<string> => {
  const done = await erasePerson(ports, number, Number(person))
  if (!done.ok) throw new Error(failures[done.error])
  return `${number}: person ${person} is erased`
}
