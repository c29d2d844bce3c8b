import type { AddressInfo } from 'node:net'
import { createServer, type Socket } from 'node:net'

/** A mail server on this machine, real SMTP, that answers each command as a table says. */

/** Replies by the beginning of a command; `greeting` and `message` stand for the connection and the last dot. */
export type Replies = Partial<
  Record<'greeting' | 'EHLO' | 'AUTH' | 'MAIL' | 'RCPT' | 'DATA' | 'message', string>
>

const usual: Required<Replies> = {
  greeting: '220 ready',
  EHLO: '250-portal\r\n250 AUTH PLAIN',
  AUTH: '235 welcome',
  MAIL: '250 ok',
  RCPT: '250 ok',
  DATA: '354 go on',
  message: '250 taken',
}

/**
 * Starts a mail server.
 * @param replies those that differ from a server that takes everything; `cut` ends the connection, `stall` says nothing
 */
export const startMailServer = async (replies: Replies = {}) => {
  const commands: string[] = []
  const messages: string[] = []
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    const say = (at: keyof Replies) => {
      const reply = replies[at] ?? usual[at]
      if (reply === 'cut') socket.destroy()
      else if (reply !== 'stall') socket.write(`${reply}\r\n`)
    }
    let pending = ''
    let inMessage = false
    socket.on('data', (chunk) => {
      pending += chunk.toString('utf8')
      for (;;) {
        const end = pending.indexOf(inMessage ? '\r\n.\r\n' : '\r\n')
        if (end < 0) return
        const text = pending.slice(0, end)
        pending = pending.slice(end + (inMessage ? 5 : 2))
        if (inMessage) {
          messages.push(text)
          inMessage = false
          say('message')
          continue
        }
        commands.push(text)
        const command = text.slice(0, 4) as keyof Replies
        if (text === 'QUIT') socket.end('221 bye\r\n')
        else if (command in usual) say(command)
        else socket.write('500 what?\r\n')
        inMessage = command === 'DATA' && (replies.DATA ?? usual.DATA).startsWith('354')
      }
    })
    say('greeting')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const stop = () =>
    new Promise<void>((resolve) => {
      for (const socket of sockets) socket.destroy()
      server.close(() => resolve())
    })
  return { port: (server.address() as AddressInfo).port, commands, messages, stop }
}
