import type { Scope } from '#domain/history/events.ts'
import type { Keys } from '#keys'

/** What is stored beside the history of a person of a case: how staff find them, and the code that opens it for them. */

/** Id of the pepper that makes new code fingerprints; a rotation adds the next one. */
export const pepper = 1

/** The rows by which staff find a person: one for each form of a name or a telephone. */
export const blindRows = (
  keys: Keys,
  caseId: string,
  { scope, phones, names }: { scope: Scope; phones: string[]; names: string[] },
) => {
  const row = (field: 'phone' | 'name') => async (text: string) => ({
    ...{ caseId, scope, field },
    hash: await keys.mac(`blind-${field}`, text),
  })
  return Promise.all([...phones.map(row('phone')), ...names.map(row('name'))])
}
