import type { IncomingMessage } from 'node:http'
import { addressPrefix } from '#http/address.ts'
import { waitingBodies, waitingFrom } from './bounds.ts'

type Bodies = ReadonlySet<IncomingMessage>

/** The sender with the most bodies, and these, the oldest first; no bodies if nobody has any. */
const fullest = (places: ReadonlyMap<string, Bodies>): [string, Bodies] => {
  let most: [string, Bodies] = ['', new Set()]
  for (const one of places) if (one[1].size > most[1].size) most = one
  return most
}

/**
 * Places for bodies that have not come whole yet, apart from those for requests of the app: who sends many bodies slowly
 * takes the places of nobody else.
 * @param most bodies at a time, of all senders
 * @param mostFrom bodies at a time of one sender: an IPv4 address, or the first 64 bits of an IPv6 address
 * @returns takes a place until the body has come whole or the connection has ended; false if there is none. `instead`: if
 * all are taken, the oldest body of the sender with the most is cut off for one of a sender with fewer
 */
export const waitingPlaces = (most = waitingBodies, mostFrom = waitingFrom) => {
  const places = new Map<string, Set<IncomingMessage>>()
  let taken = 0
  const leave = (sender: string, incoming: IncomingMessage): void => {
    const bodies = places.get(sender)
    if (!bodies?.delete(incoming)) return
    taken -= 1
    if (bodies.size === 0) places.delete(sender)
  }
  const cutOff = (fewer: number): void => {
    const [sender, bodies] = fullest(places)
    const [oldest] = bodies
    // Nor where it would only change sides: two could take it from each other without end.
    if (!oldest || bodies.size <= fewer + 1) return
    leave(sender, oldest)
    // The connection ends with it, and whoever reads the body learns that it was broken off.
    oldest.destroy()
  }
  return (incoming: IncomingMessage, address: string, instead = false): boolean => {
    const sender = addressPrefix(address)
    const own = places.get(sender)?.size ?? 0
    // Of a connection that has ended already, nothing would tell that the place is free.
    if (incoming.destroyed || own >= mostFrom) return false
    if (taken >= most && instead) cutOff(own)
    if (taken >= most) return false
    places.set(sender, (places.get(sender) ?? new Set()).add(incoming))
    taken += 1
    const left = () => leave(sender, incoming)
    incoming.once('end', left).once('close', left)
    return true
  }
}
