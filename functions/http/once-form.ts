import type { Context } from 'hono'
import { hex } from '#domain/basics/hex.ts'
import { withQuery } from '#domain/routes/desk.ts'
import type { Ports } from '#ports'
import { queryValue } from './query.ts'
import { seeOther } from './see-other.ts'

/**
 * A form that makes something new at each press has a number in its address, not in its page: a browser that goes back
 * loads the page anew, but from the same address, so that a second press is known by its number (docs/how/filing.md).
 */

/** The number in the address of a form, 128 bits in hex; null if it has none, or not one of ours. */
export const onceNumber = (c: Context): string | null => {
  const number = queryValue(c, 'form')
  return /^[0-9a-f]{32}$/.test(number) ? number : null
}

/** A number that no form had before: 128 bits in hex. */
export const newOnceNumber = ({ random }: Pick<Ports, 'random'>): string => hex(random(16))

/** The address of a form with its number. @param path with the rest of its query */
export const onceAddress = (path: string, number: string): string => withQuery(path, `form=${number}`)

/** Leads to the form with a number that no earlier opening had. */
export const openOnceForm = (c: Context, ports: Pick<Ports, 'random'>, path: string): Response =>
  seeOther(c, onceAddress(path, newOnceNumber(ports)))

/**
 * The idempotency key of what one person makes by one form: an address that is shared, or in somebody's log, is another
 * form for everybody else.
 * @param owner id of the member of staff
 */
export const onceKey = async (
  { keys }: Pick<Ports, 'keys'>,
  owner: string,
  number: string,
): Promise<string> => (await keys.mac('send-token', `form ${owner} ${number}`)).slice(0, 32)
