import { units } from '#domain/basics/bounds.ts'

/** The parts of a sender's network address by which requests are counted: the address, and its wider network. */
export interface AddressPrefixes {
  /** IPv4: the whole address (/32); IPv6: the first 64 bits, since a subscriber has at least a /64 (RFC 6177). */
  own: string
  /** IPv4: the whole address; IPv6: the first 48 bits, the most one site gets: its 65,536 networks are one. */
  shared: string
}

const ipv4 = /^\d{1,3}(\.\d{1,3}){3}$/
const group = /^[0-9a-f]{1,4}$/

/** The eight groups of an IPv6 address (RFC 4291, 2.2), or null if it is not one. */
const groupsOf = (address: string): string[] | null => {
  const [head = '', tail, ...more] = address.split('::')
  if (more.length > 0) return null
  const leading = head === '' ? [] : head.split(':')
  const trailing = tail ? tail.split(':') : []
  const missing = 8 - leading.length - trailing.length
  if (tail === undefined ? missing !== 0 : missing < 1) return null
  const groups = [...leading, ...Array<string>(missing).fill('0'), ...trailing]
  return groups.every((one) => group.test(one))
    ? groups.map((one) => Number.parseInt(one, 16).toString(16))
    : null
}

/**
 * The prefixes of a network address by which guesses are counted. A zone (`%eth0`) is ignored; an IPv4 address mapped
 * into IPv6 (`::ffff:203.0.113.7`, RFC 4291, 2.5.5.2) counts as that IPv4 address.
 * @returns two empty strings if the text is no address: all such senders count as one
 */
export const addressPrefixes = (address: string): AddressPrefixes => {
  const bare = address.slice(0, units.header).trim().toLowerCase().split('%', 1)[0] ?? ''
  const plain = bare.startsWith('::ffff:') && ipv4.test(bare.slice(7)) ? bare.slice(7) : bare
  if (ipv4.test(plain)) return { own: plain, shared: plain }
  const groups = groupsOf(plain)
  if (!groups) return { own: '', shared: '' }
  const first = (count: number): string => groups.slice(0, count).join(':')
  // A mapped IPv4 address in hexadecimal groups: ::ffff:cb00:7107.
  if (first(6) === '0:0:0:0:0:ffff') {
    const [high = 0, low = 0] = groups.slice(6).map((one) => Number.parseInt(one, 16))
    const four = [high >> 8, high & 255, low >> 8, low & 255].join('.')
    return { own: four, shared: four }
  }
  return { own: first(4), shared: first(3) }
}

/** The prefix of the sender's own address, see `AddressPrefixes.own`. */
export const addressPrefix = (address: string): string => addressPrefixes(address).own
