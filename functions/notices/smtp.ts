import type { Outcome } from '#domain/notices/attempts.ts'
import { answerTime } from '#domain/notices/bounds.ts'
import type { Message, Provider } from './provider.ts'

/**
 * Sends mail to staff by SMTP (RFC 5321) over a connection that the platform makes. Mail services of counties speak
 * SMTP, their HTTP interfaces differ from each other.
 */

export interface MailConfig {
  host: string
  port: number
  from: string
  user?: string | undefined
  password?: string | undefined
}

/** An open connection, encrypted from the first byte outside loopback. */
interface Line {
  /** The next complete reply, without its line break; null once the connection has ended. */
  read(): Promise<string | null>
  write(text: string): Promise<void>
  close(): void
}

/** Opens a connection within `wait` milliseconds, after which reading and writing fail as well. */
export type Connect = (to: { host: string; port: number }, wait: number) => Promise<Line>

class Refused extends Error {}
class Later extends Error {}

const base64 = (text: string): string => btoa(String.fromCharCode(...new TextEncoder().encode(text)))

/** The code of a reply; lines of one reply but the last have a dash behind it (RFC 5321, 4.2.1). */
const replyTo = async (line: Line, command: string | null): Promise<number> => {
  if (command !== null) await line.write(`${command}\r\n`)
  for (;;) {
    const reply = await line.read()
    if (reply === null) throw new Later()
    if (/^\d{3}(?: |$)/.test(reply)) return Number(reply.slice(0, 3))
  }
}

/** Sends a command; a reply of the 5xx is final, of the 4xx not (RFC 5321, 4.2.1). */
const say = async (line: Line, command: string | null): Promise<void> => {
  const code = await replyTo(line, command)
  if (code >= 500) throw new Refused()
  if (code >= 400) throw new Later()
}

const greet = async (line: Line, { user, password }: MailConfig): Promise<void> => {
  try {
    await say(line, null)
    await say(line, 'EHLO portal')
    if (user !== undefined) await say(line, `AUTH PLAIN ${base64(`\0${user}\0${password ?? ''}`)}`)
  } catch {
    // The server, or our account there: nothing that concerns this message.
    throw new Later()
  }
}

/** The message (RFC 5322); text of one line in base64, so that no line begins with a dot. */
const mailOf = ({ from }: MailConfig, { id, to, text }: Message, now: number): string =>
  [
    `From: <${from}>`,
    `To: <${to}>`,
    `Subject: =?UTF-8?B?${base64(text)}?=`,
    `Date: ${new Date(now).toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <${id}@${from.split('@')[1]}>`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    base64(text),
    '.',
  ].join('\r\n')

const deliver = async (line: Line, config: MailConfig, message: Message, now: number): Promise<Outcome> => {
  try {
    await greet(line, config)
    await say(line, `MAIL FROM:<${config.from}>`)
    await say(line, `RCPT TO:<${message.to}>`)
    await say(line, 'DATA')
  } catch (error) {
    return error instanceof Refused ? 'refused' : 'again'
  }
  try {
    const code = await replyTo(line, mailOf(config, message, now))
    if (code < 400) return 'sent'
    return code < 500 ? 'again' : 'refused'
  } catch {
    // From the last dot on the server may have the message (RFC 5321, 4.5.4.2).
    return 'unsure'
  }
}

export const smtp = (config: MailConfig, connect: Connect, clock: () => number): Provider => ({
  takesId: false,
  async reach() {
    try {
      ;(await connect(config, answerTime)).close()
      return true
    } catch {
      return false
    }
  },
  async send(message) {
    const line = await connect(config, answerTime).catch(() => null)
    if (!line) return 'again'
    const outcome = await deliver(line, config, message, clock())
    await replyTo(line, 'QUIT').catch(() => undefined)
    line.close()
    return outcome
  },
})
