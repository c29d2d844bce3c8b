import { casePath, deskPages, spotSlipPath } from '#domain/routes/desk.ts'
import { createDeskApp } from '../../functions/desk-app.ts'
import { codeOn } from './other-side.ts'
import { type DeskWorld, signInAs, visitDesk, type Who } from './staff.ts'
import { type Filed, twoSides } from './two-sides.ts'
import { origin } from './world.ts'

/** Records on the spot, by the page of the desk. */

export const spotUnit = 'qingshi-liuwan-committee'

/** What is typed into the form, of two people whose telephones are known. */
export const rightSpot = {
  ...{ asked: 'none', name: '王桂芳', phone: '13800002222', otherName: '陈建国', otherPhone: '13900001111' },
  ...{ category: 'neighbour', region: 'qingshi-liuwan', subject: '屋檐滴水' },
  ...{
    narrative: '下雨檐水流到隔壁院里，两家争了几句。',
    spotResult: '陈家十天内装好水槽，两家各出一半钱。',
  },
  ...{ agreed: 'oral', effectiveOn: '2026-11-24' },
}

export type SpotForm = Partial<Record<keyof typeof rightSpot | 'otherMatter' | 'sameName', string>>

/** The same world, in which every record is drawn for a call, or none is. */
export const drawingDesk = (world: DeskWorld, drawn: boolean): DeskWorld => {
  const app = createDeskApp({
    ...world.deskPorts,
    // Only the draw takes four bytes.
    random: (length) =>
      length === 4 ? new Uint8Array(4).fill(drawn ? 0 : 255) : world.deskPorts.random(length),
  })
  const desk = async (path: string, init: RequestInit = {}) =>
    app.fetch(new Request(`${origin}${path}`, { redirect: 'manual', ...init }))
  return { ...world, deskApp: app, desk }
}

/** A member of staff with the empty form before them. */
export const atSpotForm = async (world: DeskWorld, who: Partial<Who> = {}) => {
  const member = await signInAs(world, { unit: spotUnit, role: 'handler', ...who })
  const visit = visitDesk(world, member.cookie)
  const html = await (await visit.get(deskPages.spot.path)).text()
  const send = (form: SpotForm = {}) => visit.post(deskPages.spot.path, { ...rightSpot, ...form })
  const text = async (path: string) => (await visit.get(path)).text()
  return { ...visit, text, send, html, id: member.id }
}

/** A record that was stored: its number, and the codes on both slips. */
export const recorded = async (world: DeskWorld, form: SpotForm = {}, who: Partial<Who> = {}) => {
  const staff = await atSpotForm(world, who)
  const answer = await staff.send(form)
  if (answer.status !== 303) throw new Error(`${answer.status}: ${(await answer.text()).slice(0, 200)}`)
  const done = await staff.text(deskPages.spotSlips.path)
  const caseNumber = /\d{4}-\d{6}/.exec(done)?.[0] ?? ''
  const slips = { own: await staff.text(spotSlipPath(1)), other: await staff.text(spotSlipPath(2)) }
  const codes = { own: codeOn(slips.own), other: codeOn(slips.other) }
  const { withOwnCode } = twoSides(world)
  const filed = { caseNumber, trackingCode: '' } as Filed
  /** Each side with a code of their own. */
  const sides = async () => ({
    own: await withOwnCode(filed, codes.own),
    other: await withOwnCode(filed, codes.other),
  })
  return { staff, filed, caseNumber, path: casePath(caseNumber), done, slips, codes, sides }
}
