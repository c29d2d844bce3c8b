import dns from 'node:dns'
import { syncBuiltinESMExports } from 'node:module'
import net from 'node:net'

/** Preloaded into a box by tests: whoever asks for a name, or connects to anybody outside, is refused and written down. */

const refuse = (what: string) => {
  process.stderr.write(`ASKED OUTSIDE: ${what}\n`)
  throw new Error(`offline: ${what}`)
}

/** An address is no name: node:net asks for its own as well. */
const orRefuse =
  (name: string, original: (...args: unknown[]) => unknown) =>
  (...args: unknown[]): unknown =>
    net.isIP(String(args[0])) === 0 ? refuse(name) : original(...args)

for (const holder of [dns, dns.promises] as unknown as Record<string, unknown>[])
  for (const name of Object.keys(holder))
    if (/^(lookup|resolve)/.test(name)) holder[name] = orRefuse(name, holder[name] as () => unknown)

const connect = net.Socket.prototype.connect
net.Socket.prototype.connect = function (this: net.Socket, ...args: unknown[]) {
  const [first] = args.flat() as [{ host?: string; path?: string } | undefined]
  if (first?.path === undefined && !/^(127\.|::1$)/.test(first?.host ?? '')) refuse(`connect ${first?.host}`)
  return Reflect.apply(connect, this, args) as net.Socket
} as typeof connect
syncBuiltinESMExports()
