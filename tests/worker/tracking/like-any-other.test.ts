import { beforeEach, expect, it } from 'vitest'
import type { MoveInput } from '#domain/moves/fields.ts'
import type { MoveKind } from '#domain/moves/table.ts'
import { casePath, deskPages, ratingTaskPath } from '#domain/routes/desk.ts'
import { actions, api } from '#domain/routes/site.ts'
import { moveCase } from '../../../functions/desk/moves/move-case.ts'
import { addFile } from '../../../functions/tracking/files/add-file.ts'
import { fileForm, small } from '../../support/evidence.ts'
import { drawing, idOf, low, rate } from '../../support/rating.ts'
import { makeDeskWorld, signInAs, visitDesk } from '../../support/staff.ts'
import { cookieOf, file, makeWorld, postForm, postJson, tuesday, type World } from '../../support/world.ts'

/**
 * What a case of danger lacks, every case at the county lacks (rules.md R49): in each state the whole page of its code
 * and the answer of the API are those of a case that lies there for another reason.
 */

let world: World
beforeEach(() => {
  world = makeWorld(tuesday)
})

type Filed = Awaited<ReturnType<typeof file>>
/** What the holder does by a call of the API without words, and how it is answered. */
const calls = {
  urge: ['urge', {}, 201],
  withdraw: ['withdraw', { confirm: true }, 202],
  erase: ['erase', { confirm: true }, 202],
  keep: ['withdraw', { cancel: true }, 200],
} as const
const isCall = (kind: string): kind is keyof typeof calls => kind in calls

/** A move, words of the holder of the code, what else they do, or days that pass. */
type Step =
  | [kind: MoveKind, input?: MoveInput]
  | [
      'reply' | 'write' | 'call' | 'notify' | 'rated' | 'give' | 'handed' | keyof typeof calls | 'days',
      string,
    ]

const accepted: Step[] = [['accepted', { subject: '一件事', message: '收到了，明天给您打电话。' }]]
const assigned: Step[] = [...accepted, ['assigned', { staff: 'somebody' }]]
const asked: Step[] = [...assigned, ['asked', { message: '哪天方便？' }]]
const replied: Step[] = [...asked, ['reply', '周六上午方便。']]
const referred: Step[] = [
  ...assigned,
  ['referred', { outside: 'police', body: '派出所', reason: '请处理', answerBy: '2026-12-10' }],
]
const mediating: Step[] = [
  ...replied,
  ['transferred', { unit: 'shili-committee', reason: '由它来谈' }],
  ['mediating', { message: '周六上午九点，在县里。' }],
]
const settled: Step[] = [...mediating, ['settled', { message: '谈成了。' }]]

const states: Record<string, Step[]> = {
  new: [],
  accepted,
  assigned,
  'waiting for its holder': asked,
  'answered by its holder': replied,
  'with the police': referred,
  'back from the police': [...referred, ['referral-answered', { reason: '处理过了' }]],
  declined: [['declined', { message: '不归这里。', body: '县法院' }]],
  mediating,
  settled,
  failed: [...mediating, ['failed', { message: '没有谈成。', ways: ['none'], reason: '都不合适' }]],
  closed: [...settled, ['closed', { message: '办结了。' }]],
  'rated low by its holder': [...settled, ['rated', '对我大呼小叫'], ['closed']],
  reopened: [...settled, ['closed'], ['reopened', { reason: '又起了争执', message: '再来谈。' }]],
  'written to by its holder': [...accepted, ['write', '他昨天又来了。'], ['write', '请给我回话。']],
  'written to and answered': [...accepted, ['write', '哪天来？'], ['message', { message: '周六。' }]],
  'asked for a call, and called': [
    ...accepted,
    ['call', '请打来。'],
    ['called', { reached: 'yes', reason: '说好了周六' }],
  ],
  'asked for a call, and not reached': [
    ...accepted,
    ['call', '请打来。'],
    ['called', { reached: 'no', reason: '没有人接' }],
  ],
  'written to and set aside': [...accepted, ['write', '谢谢。'], ['set-aside', { reason: '不用回' }]],
  'long enough to be paged': [
    ...accepted,
    ...Array.from({ length: 12 }, (_, at): Step => ['message', { message: `第 ${at} 句` }]),
  ],
  'given files by its holder': [...accepted, ['give', '墙'], ['give', '欠条'], ['handed', '收据']],
  'given files while it waits': [...asked, ['give', '墙']],
  'given files after its end': [...settled, ['give', '墙']],
  'written to after its end': [...settled, ['write', '他没有照办。']],
  'urged once': [...accepted, ['days', '16'], ['urge', '']],
  'urged twice': [['days', '2'], ['urge', ''], ...accepted, ['days', '16'], ['urge', '']],
  'urged and answered': [...accepted, ['days', '16'], ['urge', ''], ['message', { message: '周六。' }]],
  'asked to be withdrawn': [...assigned, ['withdraw', '']],
  'asked to be withdrawn, and set aside': [
    ...[...assigned, ['write', '不告了。'], ['withdraw', '']],
    ['request-set-aside', { reason: '不是本人要的' }],
  ] as Step[],
  'asked to be withdrawn, and taken back': [...assigned, ['withdraw', ''], ['keep', '']],
  'withdrawn after a talk': [
    ...[...assigned, ['withdraw', ''], ['request-confirmed', { reason: '单独问过' }]],
    ...[
      ['days', '8'],
      ['write', '谢谢。'],
    ],
  ] as Step[],
  'settled long ago': [...settled, ['days', '32'], ['closed']],
  'asked to be erased': [...settled, ['closed'], ['erase', '']],
  'told by messages, and not any more': [['notify', 'true'], ...accepted, ['notify', 'false']],
  merged: [...assigned, ['merged', { message: '两件一起办。' }]],
}

/** Moves that need the mark to be lifted first. */
const together: string[] = ['mediating', 'transferred', 'merged']

const move = async (number: string, kind: MoveKind, input: MoveInput = {}) => {
  const moved = await moveCase(world.ports, { number, kind, by: 'console', input })
  if (!moved.ok) throw new Error(`${kind}: ${moved.error}`)
}
const enter = async ({ trackingCode }: Filed) =>
  cookieOf(await postForm(world, '/track/open', { trackingCode }))

/** The page of files, that of each, and what each is served with. */
const filesShown = async (filed: Filed): Promise<string[]> => {
  const headers = { cookie: await enter(filed) }
  const list = await (await world.request(actions.trackFiles, { headers })).text()
  const shown = [list]
  for (const [, path = ''] of list.matchAll(/href="(\/track\/files\/[0-9a-f]{32})"/g)) {
    const bytes = await world.request(`${path}/content`, { headers })
    const served = [...bytes.headers].filter(([name]) => !/set-cookie|content-disposition/.test(name))
    shown.push(await (await world.request(path, { headers })).text(), JSON.stringify(served))
  }
  return shown
}

const give = async ({ trackingCode }: Filed, caption: string) => {
  const form = fileForm({ trackingCode, caption }, small.png)
  expect((await world.request(api.files, { method: 'POST', ...form })).status).toBe(201)
}

/** Staff of the county put a file to the case that its holder handed over. */
const hand = async ({ caseNumber }: Filed, caption: string) => {
  const stored = await world.ports.store.openCase(caseNumber)
  if (!stored) throw new Error('no case')
  const added = await addFile(world.ports)(stored, {
    upload: {
      id: '0'.repeat(24) + caseNumber.slice(-6).padStart(8, '0'),
      files: [small.jpeg],
      stored: () => undefined,
    },
    said: { caption, audience: 'mediator' },
    by: { actor: 'staff:somebody', acting: 'shili-centre', scope: 'party:1' },
    refusal: () => null,
    again: async () => null,
  })
  expect(added.ok).toBe(true)
}

/** What its holder can do on pages of their own, and what these say. */
const pagesOf = async (filed: Filed): Promise<string[]> => {
  const headers = { cookie: await enter(filed) }
  const { trackWithdraw, trackErase, trackObject, trackReaders, trackProof, trackNotify, trackCopy } = actions
  const shown = []
  for (const path of [trackWithdraw, trackErase, trackObject, trackReaders, trackProof, trackNotify])
    shown.push(await (await world.request(path, { headers })).text())
  const { trackingCode } = filed
  shown.push(await (await postForm(world, trackCopy, { trackingCode }, headers)).text())
  const copy = await postJson(world, api.copy, { trackingCode })
  const proof = await postJson(world, api.proof, { trackingCode })
  return [...shown, JSON.stringify(await copy.json()), JSON.stringify(await proof.json())]
}

/** Everything the code of a case shows: the page with all its elements in order, the API's answer, and its notices. */
const shown = async (filed: Filed) => {
  const answer = await world.request('/track/case', { headers: { cookie: await enter(filed) } })
  const json = await postJson(world, '/api/v1/cases/track', { trackingCode: filed.trackingCode })
  const notices = await world.db
    .prepare(`SELECT kind, recipient, state, made_at, next_at FROM outbox WHERE case_id = ${idOf}`)
    .bind(filed.caseNumber)
    .all()
  const texts = [
    await answer.text(),
    JSON.stringify(await json.json()),
    JSON.stringify(notices.results),
    ...(await filesShown(filed)),
    ...(await pagesOf(filed)),
  ]
  return texts.map((text) =>
    text
      .replaceAll(/\d{4}-\d{6}/g, '#')
      .replaceAll(/(?:[0-9a-f]{4} ?){16}|[0-9a-f]{32}|(?<=name="case" value=")[0-9a-f]{8}/g, '#'),
  )
}

/** What is done in a case of danger besides, none of it for the holder's eyes. */
const besides: Step[] = [
  ['contacted', { reason: '电话里说平安' }],
  ['duty-reported', { duty: 'child-in-danger', reason: '报了派出所' }],
]
const lift: Step = ['danger-lifted', { reason: '搬出来了' }]

/** A case that went through the steps; a marked one with what its danger asks for between them. */
const play = async (filing: Record<string, unknown>, steps: Step[], mark: 'none' | 'filed' | 'later') => {
  const about = { about: 'town-staff', category: 'family' }
  const into = await file(world, about)
  const filed = await file(world, { ...about, ...filing })
  const take = async ([kind, input]: Step) => {
    if (kind === 'reply' || kind === 'write' || kind === 'call') {
      const cookie = await enter(filed)
      const [path, field] = kind === 'reply' ? ['/track/reply', 'reply'] : ['/track/message', 'message']
      const fields = { [field]: input as string, after: input, ...(kind === 'call' && { call: 'true' }) }
      const answer = await postForm(world, path, fields, { cookie })
      expect(answer.status).toBe(303)
    } else if (kind === 'notify') {
      const cookie = await enter(filed)
      expect((await postForm(world, '/track/notify', { notify: input as string }, { cookie })).status).toBe(
        303,
      )
    } else if (kind === 'rated') {
      const answer = await rate(drawing(world, true), filed, { result: 'not', treated: 1, text: input })
      expect(answer.status).toBe(201)
    } else if (kind === 'give') await give(filed, input as string)
    else if (kind === 'handed') await hand(filed, input as string)
    else if (kind === 'days') world.time.now += Number(input) * 86_400_000
    else if (isCall(kind)) {
      const [path, body, status] = calls[kind]
      const { trackingCode } = filed
      const answer = await postJson(world, `/api/v1/cases/${path}`, { trackingCode, ...body })
      expect(answer.status).toBe(status)
    } else if (kind === 'merged')
      await move(filed.caseNumber, kind, { ...(input as MoveInput), other: into.caseNumber })
    else await move(filed.caseNumber, kind, input as MoveInput)
  }
  let marked = mark === 'filed'
  for (const [at, step] of steps.entries()) {
    if (marked && together.includes(step[0])) {
      for (const one of [...besides, lift]) await take(one)
      marked = false
    }
    await take(step)
    if (mark === 'later' && at === 0 && step[0] === 'accepted') {
      await take(['danger-marked', { reason: '他挨打了' }])
      marked = true
    }
    world.time.now += 3_600_000
  }
  return filed
}

it.each(Object.entries(states))('a case of danger that is %s looks like any other', async (_, steps) => {
  const start = world.time.now
  const seen = []
  for (const [filing, mark] of [
    [{}, 'none'],
    [{ danger: true, contact: { mayCall: false }, about: 'none' }, 'filed'],
    [{}, 'later'],
  ] as const) {
    world.time.now = start
    const filed = await play(filing, steps, mark)
    const first = await shown(filed)
    // Hours and days on, when the first contact is overdue.
    world.time.now = start + 4 * 86_400_000
    const later = await shown(filed)
    // A month on, when the holder of a case that has ended is asked again.
    world.time.now = start + 40 * 86_400_000
    seen.push([...first, ...later, ...(await shown(filed))])
  }
  const [plain, ...dangers] = seen
  expect(plain?.[0]).toContain('示例县')
  for (const danger of dangers) expect(danger).toEqual(plain)
})

const told = { whom: '2', deliveryBy: 'hand', deliveryOn: '2026-11-24', reason: '当面说的' } as const
const drafted: Step[] = [
  ...accepted,
  ['party', { otherName: '陈建国', gotFrom: 'complainant' }],
  ['invitation', { whom: '2', invitation: '想请您来商量。' }],
]
const invited: Step[] = [...drafted, ['invitation-approved', told], ['invited']]

it.each<[string, string, Step[]]>([
  ['town', 'village-cadre', accepted],
  ['village', 'none', accepted],
  ['village with words that wait for its holder', 'none', drafted],
  ['village where the other side was invited', 'none', invited],
  ['village where the other side agreed', 'none', [...invited, ['agreed', told], ['mediating']]],
  ['village where the other side refused', 'none', [...invited, ['refused', told]]],
])('a case of danger that leaves a %s reads like one that is handed up', async (_, about, before) => {
  const start = world.time.now
  const seen = []
  for (const step of [
    ['escalated', { unit: 'shili-centre', reason: '办不了' }],
    ['danger-marked', { reason: '他挨打了' }],
  ] as Step[]) {
    world.time.now = start
    seen.push(await shown(await play({ about }, [...before, step], 'none')))
  }
  expect(seen[0]?.[0]).toContain('交给了上一级')
  expect(seen[1]).toEqual(seen[0])
})

it('a rated case that goes to the county in danger keeps no more of its rating than one handed up', async () => {
  const desk = makeDeskWorld(tuesday)
  world = desk
  const start = world.time.now
  const seen = []
  const ways: Step[][] = [
    [['escalated', { unit: 'shili-centre', reason: '办不了' }]],
    [['danger-marked', { reason: '他挨打了' }], lift],
  ]
  for (const way of ways) {
    world.time.now = start
    const filed = await file(world, { contact: { mayCall: true } })
    const take = async (steps: Step[]) => {
      for (const [kind, input] of steps) await move(filed.caseNumber, kind as MoveKind, input as MoveInput)
    }
    await take([...accepted, ['mediating'], ['settled']])
    expect((await rate(drawing(world, true), filed, low)).status).toBe(201)
    await take([['reopened', { reason: '又起了争执' }], ...way])
    world.time.now += 9 * 86_400_000
    await take([
      ['transferred', { unit: 'shili-committee', reason: '由它来谈' }],
      ['failed', { message: '没有谈成。', ways: ['court'] }],
    ])
    const by = visitDesk(desk, (await signInAs(desk, { unit: 'shili-centre', role: 'handler' })).cookie)
    await by.get(casePath(filed.caseNumber))
    const path = ratingTaskPath(filed.caseNumber, 'call')
    const aside = await by.post(path, { reason: '打通了' })
    const today = await (await by.get(deskPages.today.path)).text()
    const page = await shown(filed)
    expect(page[0]).toContain('action="/track/rate"')
    seen.push([aside.status, today.includes(path), ...page])
  }
  expect(seen[1]).toEqual(seen[0])
})
