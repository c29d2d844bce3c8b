/**
 * The prefix of a network address that guesses are counted by: IPv4 whole (/32), IPv6 the first 64 bits, because
 * one subscriber holds at least that many addresses (RFC 6177).
 */
export const addressPrefix = (address: string): string => {
  if (!address.includes(':')) return address
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)
  if (mapped?.[1]) return mapped[1]
  const [head = '', tail] = address.split('%')[0]?.split('::') ?? []
  const left = head === '' ? [] : head.split(':')
  const right = tail ? tail.split(':') : []
  const zeros = tail === undefined ? [] : Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0')
  return [...left, ...zeros, ...right]
    .slice(0, 4)
    .map((group) => (Number.parseInt(group, 16) || 0).toString(16))
    .join(':')
}

/** Both prefixes guesses are counted by: the sender's own, and the wider one whose share of the total is bounded. */
export const addressPrefixes = (address: string): { own: string; shared: string } => {
  const own = addressPrefix(address)
  return { own, shared: own.includes(':') ? own.split(':').slice(0, 3).join(':') : own }
}
