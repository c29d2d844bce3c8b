import { beforeEach, describe, expect, it } from 'vitest'
import { casePath, certificatePath } from '#domain/routes/desk.ts'
import { actions, api } from '#domain/routes/site.ts'
import { fileForm, small } from '../../support/evidence.ts'
import { holder, staffAt } from '../../support/holder.ts'
import { otherSide } from '../../support/other-side.ts'
import { type DeskWorld, makeDeskWorld } from '../../support/staff.ts'
import { type Filed, twoSides } from '../../support/two-sides.ts'
import { cookieOf, file, postForm, rightFiling, tuesday } from '../../support/world.ts'

/** The certificate of what somebody claimed and when (诉讼时效规定 12), by their own code and at the desk. */

const village = 'qingshi-liuwan-committee'
let world: DeskWorld
let sides: ReturnType<typeof twoSides>
beforeEach(() => {
  world = makeDeskWorld(tuesday)
  sides = twoSides(world)
})

const textOf = (html: string) => (/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '').replaceAll(/<[^>]+>/g, '')

/** The certificate as the holder of a code prints it. */
const printed = async ({ trackingCode }: Pick<Filed, 'trackingCode'>) => {
  const cookie = cookieOf(await postForm(world, actions.trackOpen, { trackingCode }))
  return textOf(await (await postForm(world, actions.trackCertificate, { trackingCode }, { cookie })).text())
}

/** Two sides who talk and give evidence. */
const both = async () => {
  const filed = await sides.drafted()
  await sides.approve(filed)
  world.time.now += 86_400_000
  const { trackingCode = '' } = await sides.make(filed, 'invited')
  const theirs = await sides.withOwnCode(filed, trackingCode)
  for (const [one, caption] of [
    [filed, '一号的墙'],
    [theirs, '二号的墙'],
  ] as const) {
    const form = fileForm({ trackingCode: one.trackingCode, caption }, small.png)
    expect((await world.request(api.files, { method: 'POST', ...form })).status).toBe(201)
  }
  await holder(world, filed).call(api.messages, { text: '我愿意少要两千' })
  await holder(world, theirs).call(api.messages, { text: '我愿意出一千' })
  await sides.make(filed, 'noted', { reason: '底价三千' })
  return { filed, theirs }
}

const offers = ['我愿意少要两千', '我愿意出一千', '底价三千']

describe('the certificate', () => {
  it('of the complainant has their words, the day, the unit and their evidence, by code and at the desk', async () => {
    const { filed } = await both()
    const staff = await staffAt(world, village)
    expect(await staff.text(casePath(filed.caseNumber))).toContain(certificatePath(filed.caseNumber))
    const atDesk = textOf(await staff.text(certificatePath(filed.caseNumber)))
    for (const page of [await printed(filed), atDesk]) {
      for (const part of [
        ...[rightFiling.name, filed.caseNumber, '2026 年 11 月 24 日（周二）', '柳湾村'],
        ...[rightFiling.request, rightFiling.narrative, '一号的墙', '第十二条', '申请调解'],
      ])
        expect(page.includes(part), part).toBe(true)
      for (const secret of [...offers, '二号的墙', otherSide.name, otherSide.phone, rightFiling.phone])
        expect(page.includes(secret), secret).toBe(false)
    }
    expect(atDesk).toContain('（盖章）')
  })

  it('of the other side has only what is theirs', async () => {
    const { filed, theirs } = await both()
    const staff = await staffAt(world, village)
    const atDesk = textOf(await staff.text(certificatePath(filed.caseNumber, 2)))
    for (const page of [await printed(theirs), atDesk]) {
      for (const part of [otherSide.name, '2026 年 11 月 25 日（周三）', '二号的墙', '受邀的一方'])
        expect(page.includes(part), part).toBe(true)
      for (const secret of [
        ...[...offers, '一号的墙', rightFiling.name, rightFiling.request, rightFiling.narrative],
        ...['11 月 24 日', '第十二条'],
      ])
        expect(page.includes(secret), secret).toBe(false)
    }
  })

  it('of somebody whom nobody invited does not exist, nor of a case on another desk', async () => {
    const { caseNumber } = await file(world)
    const staff = await staffAt(world, village)
    expect((await staff.get(certificatePath(caseNumber, 2))).status).toBe(404)
    const elsewhere = await staffAt(world, 'shili-petition')
    expect((await elsewhere.get(certificatePath(caseNumber))).status).toBe(404)
  })

  it('says of another track what was told, and nothing of a limitation', async () => {
    const page = await printed(await file(world, { track: 'consult' }))
    expect(page).toContain('提出下面的事')
    expect(page).not.toContain('第十二条')
  })

  it('of a case in danger is like any other at the county', async () => {
    const contact = { mayCall: true, mayText: false }
    const pages = []
    for (const changes of [{ danger: true, contact }, { about: 'unknown' }]) {
      const filed = await file(world, changes)
      pages.push((await printed(filed)).replaceAll(/\d{4}-\d{6}|[0-9a-f]{64}|县[^县于，]+(?=申请调解)/g, ''))
    }
    expect(pages[0]?.replaceAll(/示例.*?(?=申请|去)/g, '')).toBe(
      pages[1]?.replaceAll(/示例.*?(?=申请|去)/g, ''),
    )
  })
})
