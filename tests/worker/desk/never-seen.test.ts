import { beforeAll, describe, expect, it } from 'vitest'
import { day } from '#domain/basics/bounds.ts'
import { bytesOf, joined } from '#domain/evidence/bytes.ts'
import type { MoveInput } from '#domain/moves/fields.ts'
import type { MoveKind } from '#domain/moves/table.ts'
import { casePath, deskPages, ratingTaskPath } from '#domain/routes/desk.ts'
import { actions, api, trackFileBytes, trackFilePath } from '#domain/routes/site.ts'
import { staffLongest } from '#domain/staff/bounds.ts'
import type { Role } from '#domain/staff/staff.ts'
import { moveCase } from '../../../functions/desk/moves/move-case.ts'
import { fileForm, small } from '../../support/evidence.ts'
import { type Browser, makeForms } from '../../support/forms.ts'
import { outboxRows } from '../../support/notices.ts'
import { drawing, low, moveOn, rate } from '../../support/rating.ts'
import { type DeskWorld, makeDeskWorld, signInAs } from '../../support/staff.ts'
import { linksIn, textOf, walk } from '../../support/walk.ts'
import { file, postJson, tuesday } from '../../support/world.ts'

/**
 * What each role can never see. Everybody opens every page that links lead them to from 今天, and searches for the people
 * of all cases; who must be kept from a case asks every address of it as well. The table says who was shown what:
 * everybody it does not name never was.
 */

/** The cases, by what keeps people from them. */
const cases = {
  /** Settled at the village's desk, rated low and objected to; one member of the desk keeps out of it. */
  village: { name: '穆青岚', phone: '13912340001', notify: true },
  /** Filed with danger: at the county's centre from the start. */
  danger: { name: '戚望舒', phone: '13912340002', danger: true },
  /** Marked with danger at the village's desk. */
  marked: { name: '蔺如海', phone: '13912340003' },
  /** About a cadre of the village: at the town. */
  about: { name: '褚明河', phone: '13912340004', about: 'village-cadre' },
  /** Handed up by the town's office to the county's petition office. */
  passed: { name: '宓长庚', phone: '13912340005', track: 'complaint' },
} as const
type Case = keyof typeof cases
const caseIds = Object.keys(cases) as Case[]

/** Staff, with the case that each must be kept from although they are close to it. */
const members = {
  gridElsewhere: ['qingshi-songping-1-grid', 'handler', null],
  neighbour: ['qingshi-songping-committee', 'lead', 'village'],
  village: ['qingshi-liuwan-committee', 'lead', 'about'],
  recused: ['qingshi-liuwan-committee', 'lead', 'village'],
  marker: ['qingshi-liuwan-committee', 'handler', 'marked'],
  town: ['qingshi-committee', 'lead', 'danger'],
  townCentre: ['qingshi-centre', 'lead', null],
  townOffice: ['qingshi-office', 'lead', 'passed'],
  countyCommittee: ['shili-committee', 'lead', 'danger'],
  petition: ['shili-petition', 'lead', null],
  centre: ['shili-centre', 'lead', null],
  accounts: ['shili-centre', 'admin', 'danger'],
} as const satisfies Record<string, [unit: string, role: Role, kept: Case | null]>
type Member = keyof typeof members
const memberIds = Object.keys(members) as Member[]
/** Without an account: the holder of the code, that of another case, and somebody without any. */
type Viewer = Member | 'holder' | 'other' | 'anybody'

let world: DeskWorld
const filed = {} as Record<Case, Awaited<ReturnType<typeof file>>>
const files = {} as Record<Case, string>
let outbox: string[] = []
/** The texts that each viewer was shown, by address. */
const shown = new Map<Viewer, Map<string, string>>()

/** Words that stand nowhere else. */
const planted = (what: string, id: Case) => `zq-${what}-${id}`

const call = async (path: string, body: object) => {
  const answer = await postJson(world, path, body)
  if (answer.status >= 300) throw new Error(`${path}: ${await answer.text()}`)
}
const add = async (id: Case) => {
  const end = small.jpeg.length - 2
  const photo = joined([small.jpeg.slice(0, end), bytesOf(planted('photo', id)), small.jpeg.slice(end)])
  const { trackingCode } = filed[id]
  const form = fileForm({ trackingCode, caption: planted('caption', id) }, photo)
  const answer = await world.request(api.files, { method: 'POST', ...form })
  files[id] = ((await answer.json()) as { id: string }).id
}

type People = Record<Member, Awaited<ReturnType<typeof signInAs>>>

/** Files the cases and does everything to them that leaves words. */
const play = async (people: People) => {
  const move = async (who: Member, id: Case, kind: MoveKind, input: MoveInput) => {
    const [unit, role] = members[who]
    const by = { id: people[who].id, username: who, name: who, unit, role }
    const moved = await moveCase(world.ports, { number: filed[id].caseNumber, kind, by, input })
    if (!moved.ok) throw new Error(`${id} ${kind}: ${moved.error}`)
  }
  for (const id of caseIds) {
    const contact = { mayCall: true, when: planted('when', id) }
    const words = { narrative: planted('story', id), request: planted('wish', id), contact }
    filed[id] = await file(world, { ...words, ...cases[id] })
    await call(api.messages, { trackingCode: filed[id].trackingCode, text: planted('message', id) })
    await add(id)
  }
  const [{ trackingCode: settled }, { trackingCode: passed }] = [filed.village, filed.passed]
  await move('recused', 'village', 'recused', { reason: planted('reason', 'village') })
  await moveOn(world, filed.village, [['accepted', { subject: '屋檐滴水' }], ['mediating'], ['settled']])
  await rate(drawing(world, true), filed.village, { ...low, text: planted('rating', 'village') })
  await call(api.object, { trackingCode: settled, text: planted('objection', 'village') })
  await move('marker', 'marked', 'accepted', { subject: '家里的事' })
  await move('marker', 'marked', 'danger-marked', { reason: planted('reason', 'marked') })
  await move('townOffice', 'passed', 'accepted', { subject: '井水', matter: 'other' })
  const up = { unit: 'shili-petition', reason: planted('reason', 'passed') }
  await move('townOffice', 'passed', 'escalated', up)
  await call(api.withdraw, { trackingCode: passed, confirm: true })
  await move('petition', 'passed', 'request-confirmed', { reason: planted('talk', 'passed') })
}

/** Every address of the desk about a case. */
const addressesOf = (id: Case): string[] =>
  world.deskApp.routes
    .filter(({ method, path }) => method === 'GET' && path.startsWith(casePath(':number')))
    .map(({ path }) =>
      path
        .replace(':number', filed[id].caseNumber)
        .replace(':id', files[id])
        .replace(':seq', '3')
        .replace(':kind', 'noted'),
    )

/** Everything a member of staff is shown. */
const walkDesk = async (who: Member, by: Browser) => {
  const pages = new Map<string, string>()
  const kept = members[who][2]
  await walk(by, [deskPages.today.path, ...(kept ? addressesOf(kept) : [])], '/desk', pages)
  for (const id of caseIds)
    for (const text of id === kept
      ? [cases[id].name, cases[id].phone, filed[id].caseNumber]
      : [cases[id].phone]) {
      const answer = await by.post(deskPages.find.path, { find: text })
      // The search repeats what was typed.
      const found = (await answer.text()).replaceAll(text, '')
      pages.set(`find ${text}`, found)
      const led = linksIn(found).filter((to) => to.startsWith('/desk'))
      await walk(by, [casePath(filed[id].caseNumber), ...led], '/desk', pages)
    }
  return pages
}

/** Everything that somebody with a code is shown, who asks for these cases with it. */
const walkTrack = async (by: Browser, trackingCode: string, asked: Case[] = caseIds) => {
  const pages = new Map<string, string>()
  await by.post(actions.trackOpen, { trackingCode })
  const given = asked.flatMap((id) => [trackFilePath(files[id]), trackFileBytes(files[id])])
  await walk(by, [actions.trackCase, ...given], '/track/', pages)
  for (const path of [actions.trackCopy, actions.trackFiled])
    pages.set(`post ${path}`, await (await by.post(path, { trackingCode })).text())
  for (const id of asked)
    for (const path of [api.track, api.copy, api.readFile]) {
      const body = { trackingCode, caseNumber: filed[id].caseNumber, id: files[id] }
      pages.set(`${path} ${id}`, await textOf(await postJson(world, path, body)))
    }
  return pages
}

beforeAll(async () => {
  world = makeDeskWorld(tuesday)
  const people = {} as People
  for (const who of memberIds) {
    const [unit, role] = members[who]
    people[who] = await signInAs(world, { unit, role, name: who })
  }
  await play(people)
  outbox = (await outboxRows(world)).map(({ id }) => id)
  // The look and the call that a low rating asks for wait on desks above; sessions end sooner.
  world.time.now += 8 * day
  const { now } = world.time
  await world.db
    .prepare('UPDATE staff_session SET created_at = ?, updated_at = ?, expires_at = ?')
    .bind(now, now, now + staffLongest)
    .run()

  const { browser } = makeForms(world)
  for (const who of memberIds) shown.set(who, await walkDesk(who, browser(people[who].cookie)))
  const held = new Map<string, string>()
  for (const id of caseIds)
    for (const [address, text] of await walkTrack(browser(), filed[id].trackingCode, [id]))
      held.set(`${id} ${address}`, text)
  shown.set('holder', held)
  const { trackingCode } = await file(world, { region: 'yunxi-xiqiao' })
  shown.set('other', await walkTrack(browser(), trackingCode))
  shown.set('anybody', await walkTrack(browser(), ''))
}, 240_000)

type Shows = (text: string) => boolean
const containing = (what: string) => (id: Case) => (text: string) => text.includes(planted(what, id))
const task = (kind: 'look' | 'call') => (id: Case) => (text: string) =>
  text.includes(ratingTaskPath(filed[id].caseNumber, kind))

/** What somebody may be shown of a case. */
const secrets = {
  number: (id) => (text) => text.includes(filed[id].caseNumber),
  name: (id) => (text) => text.includes(cases[id].name),
  phone: (id) => (text) => text.includes(cases[id].phone),
  'what happened': containing('story'),
  'what is asked for': containing('wish'),
  'when it is safe to call': containing('when'),
  'a message of the holder': containing('message'),
  'the caption of a file': containing('caption'),
  'the bytes of a file': containing('photo'),
  'the mark of danger': (id) => (text) =>
    text.includes(filed[id].caseNumber) && text.includes('class="danger"'),
  'the reason of a step': containing('reason'),
  'what a talk alone came to': containing('talk'),
  'the words of a rating': containing('rating'),
  'that a look is owed to a rating': task('look'),
  'that a call is owed to a rating': task('call'),
  'the words of an objection': containing('objection'),
  'the code': (id) => (text) => text.replaceAll(/<[^>]*>|\s/g, '').includes(filed[id].trackingCode),
  'a row of the outbox': () => (text) => outbox.some((row) => text.includes(row)),
} satisfies Record<string, (id: Case) => Shows>
type Secret = keyof typeof secrets

/** Who handles each case or sees it from above. */
const readers = {
  village: ['village', 'marker', 'town', 'townCentre', 'townOffice', 'centre'],
  danger: ['centre'],
  marked: ['centre'],
  about: ['town', 'townCentre', 'centre'],
  passed: ['petition', 'centre'],
} satisfies Record<Case, Viewer[]>

/** Who is shown a thing; all others never are. */
const seenBy = (id: Case): Record<Secret, Viewer[]> => {
  const staff: Viewer[] = readers[id]
  const all: Viewer[] = [...staff, 'holder']
  const only = (there: Case | Case[], who: Viewer[]) => ([there].flat().includes(id) ? who : [])
  return {
    // Who sent a case away keeps its number, and for danger the page of what they did.
    number: [...only('marked', ['marker']), ...only('passed', ['townOffice']), ...all],
    name: all,
    phone: all,
    'what happened': all,
    'what is asked for': all,
    'when it is safe to call': staff,
    'a message of the holder': all,
    'the caption of a file': all,
    'the bytes of a file': all,
    'the mark of danger': only(['danger', 'marked'], staff),
    'the reason of a step': only(['village', 'marked', 'passed'], staff),
    'what a talk alone came to': only('passed', staff),
    'the words of a rating': only('village', ['holder']),
    'that a look is owed to a rating': only('village', ['townCentre']),
    'that a call is owed to a rating': only('village', ['centre']),
    'the words of an objection': only('village', ['townCentre', 'holder']),
    'the code': [],
    'a row of the outbox': [],
  }
}

describe.each(caseIds)('of the case %s', (id) => {
  it.each(Object.keys(secrets) as Secret[])('%s is shown to those of the table alone', (secret) => {
    const shows: Shows = secrets[secret](id)
    const places = [...shown].flatMap(([who, pages]) => {
      const on = [...pages].filter(([, text]) => shows(text)).map(([address]) => address)
      return on.length > 0 ? [{ who, on }] : []
    })
    const expected = new Set<string>(seenBy(id)[secret])
    const wrongly = places.filter(({ who }) => !expected.has(who))
    expect(wrongly.map(({ who, on }) => `${who} on ${on.slice(0, 3).join(', ')}`)).toEqual([])
    expect(new Set(places.map(({ who }) => who))).toEqual(expected)
  })
})

it('everybody with an account walked further than 今天, and notices were made', () => {
  for (const who of memberIds) expect(shown.get(who)?.size, who).toBeGreaterThan(20)
  expect(outbox.length).toBeGreaterThan(0)
})
