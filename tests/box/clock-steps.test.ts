import { rmSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { day, guessesPerAddress, hour, minute } from '#domain/basics/bounds.ts'
import { checkDigit } from '#domain/filing/tracking-code.ts'
import { actions, api } from '#domain/routes/site.ts'
import { failuresPerPair } from '#domain/staff/bounds.ts'
import { accountSql } from '../../functions/console/staff-sql.ts'
import { type BoxWithClock, boxWithClock } from '../support/box/clock.ts'
import { faultsOf } from '../support/box/faults.ts'
import { fileAt, followAt, post } from '../support/box/filing.ts'
import { startAt } from '../support/day.ts'
import { rightForm, rightJson, sendToken, visit } from '../support/http.ts'
import { boxFolder } from '../support/serve-box.ts'

/** The clock of the machine is set while the program runs (docs/adr/0065-turns-and-clocks-of-a-box.md). */

const password = '檐水归沟 六尺相让 各退三尺'
const names = ['zhang.san', 'li.si'] as const
const tokens = names.map((_, at) => String(at + 1).repeat(43))

let folder: Awaited<ReturnType<typeof boxFolder>>
let box: BoxWithClock
beforeEach(async () => {
  folder = await boxFolder()
  const database = new DatabaseSync(folder.database)
  for (const [at, username] of names.entries())
    database.exec(
      await accountSql(
        { username, name: '张三', unit: 'qingshi-liuwan-committee', role: 'handler' },
        { id: `staff-${at}`, token: tokens[at] ?? '', now: Date.parse(startAt) },
      ),
    )
  database.close()
  box = await boxWithClock(folder)
})
afterEach(() => {
  box.child.kill('SIGKILL')
  rmSync(folder.state, { recursive: true, force: true })
})

const visitor = () => visit(box.base)
const codeOf = async (): Promise<string> => {
  const filed = await fileAt(box.base)
  if (!('code' in filed)) throw new Error(`filing: ${filed.status}`)
  return filed.code
}
const statusOf = async (answer: Promise<Response>): Promise<number> => {
  const { status, body } = await answer
  await body?.cancel()
  return status
}
const follows = (code: string) => statusOf(followAt(box.base, code))
const writes = (trackingCode: string) =>
  statusOf(post(box.base, api.messages, { trackingCode, text: '您好' }))
const unknownCode = (number: number): string => {
  const digits = String(100_000_000_000_000 + number)
  return `${digits}${checkDigit(digits)}`
}

const signIn = async (person: ReturnType<typeof visitor>, username: string, text = password) =>
  person.post('/desk/sign-in', { username, password: text })
const setPasswords = async () => {
  for (const token of tokens)
    expect(
      (await visitor().post('/desk/invite', { token, newPassword: password, again: password })).status,
    ).toBe(303)
}

/** Opens two sessions, locks a name and uses up the guesses of this address. */
const begin = async (code: string) => {
  const [holder, staff] = [visitor(), visitor()]
  const opened = await holder.post(actions.trackOpen, { trackingCode: code })
  expect([opened.status, opened.headers.get('location')]).toEqual([303, actions.trackCase])
  await signIn(staff, names[0])
  for (let at = 0; at <= failuresPerPair; at += 1) await signIn(visitor(), names[1], '猜一个密码')
  for (let at = 0; at < guessesPerAddress; at += 1) await follows(unknownCode(at))
  return {
    /** What each of them is answered. */
    look: async () => ({
      holder: (await holder.get(actions.trackCase)).status,
      staff: (await staff.get('/desk/')).status,
      locked: (await signIn(visitor(), names[1])).status,
      follow: await follows(code),
    }),
  }
}
const stands = { holder: 200, staff: 200, locked: 422, follow: 429 }
const ended = { holder: 303, staff: 303, locked: 303, follow: 200 }

/** The numbers of the events of each case. */
const histories = () => {
  const database = new DatabaseSync(folder.database, { readOnly: true })
  const rows = database.prepare('SELECT case_id, seq FROM case_event ORDER BY case_id, seq').all()
  database.close()
  return [...Map.groupBy(rows, (row) => String(row['case_id'])).values()].map((events) =>
    events.map((event) => Number(event['seq'])),
  )
}
const faults = () => faultsOf(folder.config)
const nothingElseLogged = () => expect(box.entries().filter(({ kind }) => kind !== 'clock')).toEqual([])

describe.each([
  ['ahead by a day, and back', day],
  ['back by a day, and ahead', -day],
])('a clock that is set %s, while people use it', (_, by) => {
  it('ends sessions, locks and counts of guesses each time, and they begin anew', async () => {
    await setPasswords()
    const code = await codeOf()
    for (const step of [by, -by]) {
      const begun = await begin(code)
      expect(await begun.look()).toEqual(stands)
      await box.step(step)
      expect(await begun.look()).toEqual(ended)
    }
    nothingElseLogged()
  })

  it('stores filings and messages in their order, and each is followed', async () => {
    const codes = [await codeOf()]
    for (const step of [by, -by]) {
      await box.step(step)
      codes.push(await codeOf())
      for (const code of codes) expect([await follows(code), await writes(code)]).toEqual([200, 201])
    }
    const stored = histories()
    expect(stored.length).toBe(3)
    for (const seqs of stored) expect(seqs).toEqual(seqs.map((_, at) => at + 1))
    nothingElseLogged()
    expect(faults()).toEqual([])
  })

  it('takes a filing whose form was checked before it, once', async () => {
    for (const step of [by, -by]) {
      const person = visitor()
      const checked = await person.post(actions.fileCheck, rightForm)
      await box.step(step)
      const sent = { ...rightForm, sendToken: sendToken(checked.text) }
      const slips = [await person.post(actions.fileSend, sent), await person.post(actions.fileSend, sent)]
      // The cookie of this browser has ended, so the code is shown at once.
      const codes = slips.map(({ status, text }) => {
        expect(status).toBe(200)
        return [...text.matchAll(/<span>(\d{4})<\/span>/g)].map(([, digits]) => digits).join('')
      })
      expect(codes).toEqual([expect.stringMatching(/^\d{16}$/), codes[0]])
    }
    expect(histories().length).toBe(2)
    nothingElseLogged()
  })

  it('answers a call that is repeated after it was set back as it did before', async () => {
    const call = () => post(box.base, api.cases, rightJson, { 'idempotency-key': 'the-same-key-again' })
    if (by > 0) await box.step(by)
    const first = (await (await call()).json()) as { trackingCode: string }
    await box.step(-Math.abs(by))
    const again = await call()
    expect([again.status, await again.json()]).toEqual([201, first])
    expect(histories().length).toBe(1)
  })
})

describe('the schedule', () => {
  const proofOf = async (trackingCode: string) =>
    (await (await post(box.base, api.proof, { trackingCode })).json()) as { state: string; proof: unknown }

  it('rests while the clock is ahead, publishes nothing of a day that is not over, and goes on once it is back', async () => {
    const code = await codeOf()
    const before = [box.dayAfter(-1)]
    expect(await box.roots()).toEqual(before)
    await box.step(day)
    for (let run = 0; run < 5; run += 1) await box.pass()
    expect(await box.roots()).toEqual(before)
    await box.step(-day)
    await box.pass()
    expect(box.clockAlarms()).toEqual([24, -24])
    expect(await box.roots()).toEqual(before)
    await box.pass(day)
    expect(await box.roots()).toEqual([...before, box.dayAfter(0)])
    expect(await follows(code)).toBe(200)
    nothingElseLogged()
  })

  it('believes after an hour a clock that stays ahead, and goes on when it is put back at last', async () => {
    await codeOf()
    await box.step(day)
    for (let run = 0; run < 7; run += 1) await box.pass()
    const closed = [box.dayAfter(-1), box.dayAfter(0)]
    expect(await box.roots()).toEqual(closed)
    await box.step(-day)
    await box.pass()
    expect(box.clockAlarms()).toEqual([24, -24])
    // Filed on a day whose root is published: no root covers it before the next one, and nobody is told that it was changed.
    const code = await codeOf()
    expect([await follows(code), await writes(code)]).toEqual([200, 201])
    expect(await proofOf(code)).toMatchObject({ state: 'waiting', proof: null })
    await box.pass(day)
    expect(await box.roots()).toEqual(closed)
    // The figures of the day that was counted too early stay as they are, and are named; nothing else is.
    expect(faults()).toEqual([expect.stringContaining(`关了账的数字对不上（figure ${box.dayAfter(0)}: `)])
    await box.pass(day)
    expect(await box.roots()).toEqual([...closed, box.dayAfter(1)])
    expect(await proofOf(code)).toMatchObject({ state: 'locked', proof: { day: box.dayAfter(1) } })
    const late = box.entries().filter(({ kind }) => kind !== 'clock')
    expect(late).toEqual([{ event: 'anchor', kind: 'late', day: box.dayAfter(1), case: expect.any(String) }])
    expect(faults().filter((line) => !line.includes('figure'))).toEqual([])
  })

  it('goes on with an alarm when a clock that was right is set back by a day, and ahead again', async () => {
    const code = await codeOf()
    await box.step(-day)
    await box.pass()
    await box.step(day)
    await box.pass()
    expect(box.clockAlarms()).toEqual([-24, 24])
    expect(await box.roots()).toEqual([box.dayAfter(-1)])
    await box.pass(hour + minute)
    await box.pass(day)
    expect(await box.roots()).toEqual([box.dayAfter(-1), box.dayAfter(0)])
    expect([await follows(code), await writes(code)]).toEqual([200, 201])
    nothingElseLogged()
  })
})
