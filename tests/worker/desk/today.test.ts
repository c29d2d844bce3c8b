import { beforeEach, describe, expect, it } from 'vitest'
import { day } from '#domain/basics/bounds.ts'
import { deskPages } from '#domain/routes/desk.ts'
import { drawing, ended, low, rate } from '../../support/rating.ts'
import { type DeskWorld, makeDeskWorld, signInAs, visitDesk } from '../../support/staff.ts'
import { type Filed, makeTalk, type Talk } from '../../support/talk.ts'
import { file, tuesday } from '../../support/world.ts'

/** 今天: what stands there, where, and in which order. */

let world: DeskWorld
let talk: Talk
beforeEach(async () => {
  world = makeDeskWorld(tuesday)
  talk = makeTalk(world)
  await world.db.prepare('DELETE FROM case_listing').run()
})

const village = 'qingshi-liuwan-committee'
const todayAt = async (unit = village) => {
  const { cookie } = await signInAs(world, { unit, role: 'lead' })
  return (await visitDesk(world, cookie).get(deskPages.today.path)).text()
}
/** The numbers of the cases of a group, as they stand. */
const group = (html: string, title: string): string[] => {
  const section =
    html.split('<section').find((one) => one.includes(`<h2 class="section-head">${title}<`)) ?? ''
  return [...section.matchAll(/href="\/desk\/cases\/(\d{4}-\d+)/g)].map(([, number = '']) => number)
}
const several = async (count: number) => {
  const filed: Filed[] = []
  for (let left = count; left > 0; left -= 1) filed.push(await talk.accepted())
  return filed
}

describe('what waits', () => {
  it('stands on 今天 however many other cases are overdue', async () => {
    const filed = await several(22)
    world.time.now += 60 * day
    const numbers = filed.map(({ caseNumber }) => caseNumber)
    const shown = group(await todayAt(), '到期和过期')
    const last = filed.find(({ caseNumber }) => !shown.includes(caseNumber)) as Filed
    expect(numbers).toContain(last.caseNumber)
    await talk.send(last, { text: '墙又湿了。', call: {} })
    expect(await todayAt()).toContain(last.caseNumber)
  })

  it('stands there once, and with twenty others that wait the same way', async () => {
    const filed = await several(24)
    for (const one of filed) await talk.send(one, { text: '在吗？' })
    world.time.now += 60 * day
    const html = await todayAt()
    const due = group(html, '到期和过期')
    const wrote = group(html, '申请人来话了')
    expect([due.length, wrote.length]).toEqual([20, 4])
    expect(new Set([...due, ...wrote])).toEqual(new Set(filed.map(({ caseNumber }) => caseNumber)))
  })
})

it('does not say that nothing waits above a case that has to be looked at', async () => {
  await rate(drawing(world, false), await ended(world), low)
  world.time.now += 8 * day
  const html = await todayAt('qingshi-centre')
  expect(html).toContain('/look"')
  expect(html).not.toContain('也没有等着的')
  await file(world)
  expect(await todayAt('nanping-office')).toContain('也没有等着的')
})
