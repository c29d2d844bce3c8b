import type { IncomingMessage } from 'node:http'
import { addressPrefix } from '#http/address.ts'
import { waitingBodies, waitingFrom } from './bounds.ts'

/**
 * Places for bodies that have not come whole yet, apart from those for requests of the app: who sends many bodies slowly
 * takes the places of nobody else.
 * @param most bodies at a time, of all senders
 * @param mostFrom bodies at a time of one sender: an IPv4 address, or the first 64 bits of an IPv6 address
 * @returns takes a place until the body has come whole or the connection has ended; false if there is none
 */
export const waitingPlaces = (most = waitingBodies, mostFrom = waitingFrom) => {
  const places = new Map<string, number>()
  let taken = 0
  const change = (sender: string, by: 1 | -1): void => {
    taken += by
    const own = (places.get(sender) ?? 0) + by
    if (own > 0) places.set(sender, own)
    else places.delete(sender)
  }
  return (incoming: IncomingMessage, address: string): boolean => {
    const sender = addressPrefix(address)
    if (taken >= most || (places.get(sender) ?? 0) >= mostFrom) return false
    change(sender, 1)
    let left = false
    const leave = (): void => {
      if (!left) change(sender, -1)
      left = true
    }
    incoming.once('end', leave).once('close', leave)
    return true
  }
}
