import { units } from '#domain/basics/bounds.ts'

/** What of a sender's network address counts: for the address itself, and for its share of a total. */
export interface AddressPrefixes {
  /** IPv4 whole (/32), IPv6 the first 64 bits: one subscriber holds at least that many addresses (RFC 6177). */
  own: string
  /** IPv4 whole, IPv6 the first 48 bits: what one site gets at most, so that its 65,536 networks are one sender. */
  shared: string
}

const ipv4 = /^\d{1,3}(\.\d{1,3}){3}$/
const group = /^[0-9a-f]{1,4}$/

/** The eight groups of an IPv6 address (RFC 4291, 2.2), or null where it is none. */
const groupsOf = (address: string): string[] | null => {
  const [head = '', tail, ...more] = address.split('::')
  if (more.length > 0) return null
  const left = head === '' ? [] : head.split(':')
  const right = tail ? tail.split(':') : []
  const missing = 8 - left.length - right.length
  if (tail === undefined ? missing !== 0 : missing < 1) return null
  const groups = [...left, ...Array<string>(missing).fill('0'), ...right]
  return groups.every((one) => group.test(one))
    ? groups.map((one) => Number.parseInt(one, 16).toString(16))
    : null
}

/**
 * The prefixes of a network address that guesses are counted by. A zone (`%eth0`) is none of the address, an IPv4
 * address inside IPv6 (`::ffff:203.0.113.7`, RFC 4291, 2.5.5.2) is that IPv4 address.
 * @returns an empty text twice for what is no address: all such senders are one
 */
export const addressPrefixes = (address: string): AddressPrefixes => {
  const bare = address.slice(0, units.header).trim().toLowerCase().split('%', 1)[0] ?? ''
  const plain = bare.startsWith('::ffff:') && ipv4.test(bare.slice(7)) ? bare.slice(7) : bare
  if (ipv4.test(plain)) return { own: plain, shared: plain }
  const groups = groupsOf(plain)
  if (!groups) return { own: '', shared: '' }
  const first = (count: number): string => groups.slice(0, count).join(':')
  // The same in hexadecimal groups: ::ffff:cb00:7107.
  if (first(6) === '0:0:0:0:0:ffff') {
    const [high = 0, low = 0] = groups.slice(6).map((one) => Number.parseInt(one, 16))
    const four = [high >> 8, high & 255, low >> 8, low & 255].join('.')
    return { own: four, shared: four }
  }
  return { own: first(4), shared: first(3) }
}

/** The prefix of an address itself. */
export const addressPrefix = (address: string): string => addressPrefixes(address).own
