import { describe, expect, it } from 'vitest'
import type { Outcome } from '#domain/notices/attempts.ts'
import { smtp } from '../../../functions/notices/smtp.ts'
import { smtpLine } from '../../../functions/smtp-line.ts'
import { type Replies, startMailServer } from '../../support/mail-server.ts'

/** Mail to staff, against a real server on this machine. */

const now = Date.parse('2026-11-24T10:00:00+08:00')
const message = { id: 'b'.repeat(32), to: 'zhiban@county.example', text: '您有新的待办，请登录查看' }
const mailTo = (port: number) =>
  smtp(
    { host: '127.0.0.1', port, from: 'portal@county.example', user: 'portal', password: 'p' },
    // Nobody waits ten seconds for a test.
    (to, wait) => smtpLine(to, wait / 20),
    () => now,
  )

describe('mail', () => {
  it.concurrent.each([
    ['is taken', {}, 'sent'],
    ['is greeted in two lines and taken', { greeting: '220-hello\r\n220 ready' }, 'sent'],
    ['is not greeted', { greeting: '554 no' }, 'again'],
    ['is cut at the greeting', { greeting: 'cut' }, 'again'],
    ['is kept waiting at the greeting', { greeting: 'stall' }, 'again'],
    ['has a wrong password', { AUTH: '535 no' }, 'again'],
    ['has an unknown recipient', { RCPT: '550 nobody here' }, 'refused'],
    ['is put off by grey listing', { RCPT: '451 later' }, 'again'],
    ['is refused as a whole', { message: '554 no' }, 'refused'],
    ['is put off as a whole', { message: '452 full' }, 'again'],
    ['is cut after the last dot', { message: 'cut' }, 'unsure'],
    ['is kept waiting after the last dot', { message: 'stall' }, 'unsure'],
  ] as [string, Replies, Outcome][])('that %s', async (_, replies, outcome) => {
    const server = await startMailServer(replies)
    expect(await mailTo(server.port).send(message)).toBe(outcome)
    await server.stop()
  })

  it('says its one sentence, and nothing of a case', async () => {
    const server = await startMailServer()
    await mailTo(server.port).send(message)
    await server.stop()
    expect(server.commands).toEqual([
      'EHLO portal',
      `AUTH PLAIN ${Buffer.from('\0portal\0p').toString('base64')}`,
      'MAIL FROM:<portal@county.example>',
      'RCPT TO:<zhiban@county.example>',
      'DATA',
      'QUIT',
    ])
    const [mail = ''] = server.messages
    const words = Buffer.from(message.text).toString('base64')
    expect(mail.split('\r\n')).toEqual([
      'From: <portal@county.example>',
      'To: <zhiban@county.example>',
      `Subject: =?UTF-8?B?${words}?=`,
      'Date: Tue, 24 Nov 2026 02:00:00 +0000',
      `Message-ID: <${message.id}@county.example>`,
      'MIME-Version: 1.0',
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: base64',
      '',
      words,
    ])
  })

  it('is not tried while the server is gone', async () => {
    const server = await startMailServer()
    expect(await mailTo(server.port).reach()).toBe(true)
    await server.stop()
    expect(await mailTo(server.port).reach()).toBe(false)
    expect(await mailTo(server.port).send(message)).toBe('again')
  })
})
