import { beforeEach, describe, expect, it } from 'vitest'
import { day } from '#domain/basics/bounds.ts'
import { deskPages } from '#domain/routes/desk.ts'
import { api } from '#domain/routes/site.ts'
import { holder } from '../../support/holder.ts'
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

it.each([
  [village, true],
  ['shili-centre', false],
])('says how the two ways to register differ, where both are open: %s', async (unit, both) => {
  const page = await todayAt(unit)
  expect(page.includes('登记一件：还没有了的')).toBe(both)
  expect(page.includes('当场登记：已经当场说和了的')).toBe(both)
})

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

describe('a group', () => {
  it('has on top who has waited longest, and says how long and who wants to be called', async () => {
    const [first, second, third] = (await several(3)) as [Filed, Filed, Filed]
    await talk.send(second, { text: '在吗？' })
    world.time.now += 2 * day
    await talk.send(third, { text: '墙又湿了。', call: {} })
    await talk.send(second, { text: '还在吗？' })
    world.time.now += day
    await talk.send(first, { text: '您好。' })
    const html = await todayAt()
    const numbers = [second, third, first].map(({ caseNumber }) => caseNumber)
    expect(group(html, '申请人来话了')).toEqual(numbers)
    const rows = numbers.map((number) => html.split('<li').find((row) => row.includes(number)) ?? '')
    expect(rows.map((row) => /等了 \d+ 天/.exec(row)?.[0])).toEqual(['等了 3 天', '等了 1 天', undefined])
    expect(rows.map((row) => row.includes('要回电话'))).toEqual([false, true, false])
    await talk.move(third, 'called', { reached: 'yes', reason: '说好了' })
    expect(await todayAt()).not.toContain('要回电话')
  })

  it('of cases that are due on one day has those first in which somebody waits', async () => {
    const filed = await several(6)
    const wrote = filed[4] as Filed
    await talk.send(wrote, { text: '在吗？' })
    world.time.now += 60 * day
    expect(group(await todayAt(), '到期和过期')[0]).toBe(wrote.caseNumber)
  })

  it('names the cases whose holder withdraws them, until that has taken effect', async () => {
    const [filed] = (await several(1)) as [Filed]
    const title = '申请人要撤回（不用做什么）'
    expect(group(await todayAt(), title)).toEqual([])
    await holder(world, filed).call(api.withdraw, { confirm: true })
    expect(group(await todayAt(), title)).toEqual([filed.caseNumber])
    world.time.now += 8 * day
    expect(group(await todayAt(), title)).toEqual([])
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
