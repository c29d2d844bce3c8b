import { beforeEach, describe, expect, it } from 'vitest'
import type { MoveInput } from '#domain/moves/fields.ts'
import type { MoveKind } from '#domain/moves/table.ts'
import {
  blankSheet,
  casePath,
  certificatePath,
  documentPath,
  dossierPath,
  evidencePath,
  referralPath,
  wholeDossierPath,
} from '#domain/routes/desk.ts'
import { api } from '#domain/routes/site.ts'
import { dossierData } from '#generated/desk.ts'
import { moveCase } from '../../../functions/desk/moves/move-case.ts'
import { fileForm, small } from '../../support/evidence.ts'
import { headingFaults } from '../../support/headings.ts'
import { staffAt } from '../../support/holder.ts'
import { type DeskWorld, makeDeskWorld } from '../../support/staff.ts'
import { file, rightFiling, tuesday } from '../../support/world.ts'

/** The file of a case and its documents (docs/adr/0046-dossier.md): what stands, what each says, and who may read it. */

const village = 'qingshi-liuwan-committee'
const office = 'qingshi-office'
const other = { name: '陈建国', phone: '13900001111' }

let world: DeskWorld
beforeEach(() => {
  world = makeDeskWorld(tuesday)
})

type Filed = Awaited<ReturnType<typeof file>>
type Step = [kind: MoveKind, input?: MoveInput]

const make = async ({ caseNumber: number }: Filed, ...steps: Step[]) => {
  for (const [kind, input = {}] of steps) {
    const moved = await moveCase(world.ports, { number, kind, by: 'console', input })
    if (!moved.ok) throw new Error(`${kind}: ${moved.error}`)
  }
}

const party: Step = ['party', { otherName: other.name, otherPhone: other.phone, gotFrom: 'complainant' }]
/** A mediation that failed, with everything its file can hold. */
const mediated = async () => {
  const filed = await file(world, { otherParty: '隔壁陈家', contact: { mayCall: true, mayText: false } })
  const photo = fileForm({ trackingCode: filed.trackingCode, caption: '墙上的水印' }, small.png)
  expect((await world.request(api.files, { method: 'POST', ...photo })).status).toBe(201)
  await make(
    filed,
    ['accepted', { subject: '屋檐滴水', message: '周六去看。' }],
    party,
    ['noted', { reason: '量过屋檐，伸出来四十厘米' }],
    ['mediating'],
    ['failed', { message: '这回没有谈拢。', ways: ['untimed-removal'] }],
  )
  return filed
}

const complaint = { track: 'complaint', address: '柳湾村三组 8 号' }
/** A petition with an extension, a referral and an answer. */
const petitioned = async () => {
  const filed = await file(world, complaint)
  await make(
    filed,
    ['accepted', { subject: '井水发黄', matter: 'petition', message: '我们去取水样。' }],
    party,
    ['extension-requested', { rule: 'petition-handle', days: 20, reason: '化验慢' }],
    ['extended', { message: '化验要再等。' }],
    [
      'referred',
      { outside: 'authority', body: '示例县水利局', reason: '请复核水样', answerBy: world.day(9) },
    ],
    ['referral-answered', { reason: '水利局回了' }],
    ['answered', { message: '已经换管，水样合格。' }],
    ['delivered', { deliveryBy: 'hand', deliveryOn: world.day() }],
  )
  return filed
}

/** The states of the documents, as the list says them. */
const statesOn = (html: string): Record<string, string> =>
  Object.fromEntries(
    [...html.matchAll(/<li>\d+．(.*?)：(有|还没有|打印出来手写|只有纸上的)<p/g)].map(
      ([, title = '', state = '']) => [title.replaceAll(/<[^>]*>/g, '').trim(), state],
    ),
  )

describe('the file of a mediation', () => {
  it('lists its documents in the usual order, with what stands and what is missing', async () => {
    const fresh = await file(world)
    const { text } = await staffAt(world, village)
    expect(await text(casePath(fresh.caseNumber))).toContain(dossierPath(fresh.caseNumber))
    const before = await text(dossierPath(fresh.caseNumber))
    expect(headingFaults(before)).toEqual([])
    expect(statesOn(before)).toEqual({
      ...{ 卷宗封面: '有', 卷内目录: '有', 人民调解申请书: '有', 受理登记表: '还没有' },
      ...{ 当事人权利义务告知书: '打印出来手写', 身份证明复印件: '只有纸上的', 授权委托书: '打印出来手写' },
      ...{ 调查笔录: '打印出来手写', '调解、办理工作记录': '还没有', 调解笔录: '还没有' },
      ...{ 人民调解协议书: '还没有', 口头协议登记表: '还没有', 终止调解告知书: '还没有' },
      ...{ 移送函: '还没有', '送达回证（申请人）': '打印出来手写', '送达回证（对方）': '打印出来手写' },
      ...{ 履行记录和凭据: '还没有', 回访记录: '还没有', 证据清单: '还没有' },
      ...{ 卷宗情况说明: '有', 备考表: '有' },
    })
    const filed = await mediated()
    expect(statesOn(await text(dossierPath(filed.caseNumber)))).toMatchObject({
      ...{ 受理登记表: '有', '调解、办理工作记录': '有', 终止调解告知书: '有', 证据清单: '有' },
      ...{ '送达回证（对方）': '有', 移送函: '还没有' },
    })
  })

  it('prints each document with the facts of the case', async () => {
    const { caseNumber } = await mediated()
    const { text } = await staffAt(world, village)
    const digits = caseNumber.slice(5)
    const said: Record<string, string[]> = {
      cover: [
        '人民调解卷宗',
        '屋檐滴水',
        '吴秀兰',
        other.name,
        '永久',
        '调解不成',
        `柳湾人调卷〔2026〕${digits} 号`,
      ],
      index: ['件号', '页号', '授权委托书', '只有纸上的'],
      application: [
        '隔壁陈家',
        rightFiling.narrative,
        rightFiling.request,
        rightFiling.phone,
        '签名、按指印',
      ],
      registration: [
        `${other.name}，${other.phone}`,
        '可以打电话，不能发短信',
        '网上提交',
        '2026 年 11 月 24 日',
      ],
      rights: ['（二）接受调解、拒绝调解或者要求终止调解；', '《人民调解法》第二十四条', '盖章处'],
      log: ['量过屋檐，伸出来四十厘米'],
      ended: ['这回没有谈拢。', '不受时效限制', '《人民调解法》第二十六条', `柳湾人调终〔2026〕${digits} 号`],
      delivery: ['吴秀兰', `终止调解告知书（柳湾人调终〔2026〕${digits} 号）`],
      'delivery-other': [other.name, caseNumber],
      evidence: ['墙上的水印'],
      statement: ['移送函'],
      back: ['检查人', '永久'],
    }
    for (const [id, words] of Object.entries(said)) {
      const page = await text(documentPath(caseNumber, id))
      expect(headingFaults(page), id).toEqual([])
      // A sheet that fell out of its file finds its way back.
      expect(page.slice(page.indexOf('<article')), id).toContain(digits)
      expect(
        words.filter((word) => !page.includes(word)),
        id,
      ).toEqual([])
    }
    const whole = await text(wholeDossierPath(caseNumber))
    const titles = [...whole.matchAll(/<article class="paper-sheet">.*?<h2>([^<]*)<\/h2>/g)].map(
      ([, title]) => title,
    )
    expect(titles).toEqual([
      ...['人民调解卷宗', '卷内目录', '人民调解申请书', '受理登记表', '调解、办理工作记录', '终止调解告知书'],
      ...['送达回证（对方）', '证据清单', '卷宗情况说明', '备考表'],
    ])
    expect(headingFaults(whole)).toEqual([])
  })
})

describe('a blank sheet', () => {
  /** Documents that are also written by hand, each with words of its form. */
  const blanks: Record<string, string> = {
    ...{
      rights: '接受这位调解员',
      authority: '和解，代签协议',
      enquiry: '被问的人',
      minutes: '各人说了什么',
    },
    ...{ agreement: '自愿达成如下协议', oral: '双方口头说定的内容', delivery: '代收的人' },
    ...{
      'delivery-other': '代收的人',
      performance: '订在后面的凭据',
      revisit: '做了一部分',
      evidence: '原件还是复印件',
    },
  }

  it('of each of them is printed before anything was recorded, with the head of the case', async () => {
    const { caseNumber } = await file(world)
    const { text, get } = await staffAt(world, village)
    const list = await text(dossierPath(caseNumber))
    for (const [id, words] of Object.entries(blanks)) {
      const page = await text(documentPath(caseNumber, id, blankSheet))
      expect(headingFaults(page), id).toEqual([])
      for (const one of [words, caseNumber.slice(5)]) expect(page, id).toContain(one)
      expect(list, id).toContain(`"${documentPath(caseNumber, id)}`)
    }
    for (const id of ['cover', 'accept', 'application', 'ended', 'identity', 'nothing'])
      expect((await get(documentPath(caseNumber, id, blankSheet))).status, id).toBe(404)
  })

  it('stays there once the document stands, and holds nothing that was recorded', async () => {
    const { caseNumber } = await mediated()
    const { text } = await staffAt(world, village)
    const list = await text(dossierPath(caseNumber))
    for (const id of ['delivery-other', 'evidence']) {
      const blank = documentPath(caseNumber, id, blankSheet)
      expect(list).toContain(blank)
      const page = await text(blank)
      for (const recorded of [other.name, '墙上的水印']) expect(page, id).not.toContain(recorded)
    }
  })

  it('of a slip for one more delivery has the papers to tick, and a line for the day', async () => {
    const { caseNumber } = await petitioned()
    const { text } = await staffAt(world, office)
    const page = await text(documentPath(caseNumber, 'delivery', blankSheet))
    expect(page).toContain('□ 信访处理意见书（青府处')
    expect(page).not.toContain('>当面<')
    expect(await text(documentPath(caseNumber, 'delivery'))).toContain('>当面<')
  })
})

describe('the papers of a petition', () => {
  it('say what was decided, by which article, and until when', async () => {
    const { caseNumber } = await petitioned()
    const { text, get } = await staffAt(world, office)
    const digits = caseNumber.slice(5)
    const said: Record<string, string[]> = {
      accept: [
        '吴秀兰：',
        '我们去取水样。',
        '2027 年 1 月 25 日前',
        '第三十四条',
        '0000-0000201',
        '青府受告',
      ],
      extension: ['延长 20 日', '2027 年 2 月 12 日', '化验要再等。', '《信访工作条例》第三十四条'],
      refer: ['示例县水利局'],
      answer: [
        rightFiling.request,
        rightFiling.narrative,
        '已经换管，水样合格。',
        '第三十五条',
        `青府处〔2026〕${digits} 号`,
      ],
      review: ['2026 年 11 月 24 日的处理意见', '2026 年 12 月 24 日', '自收到书面答复之日起30日内'],
      delivery: ['当面', '信访处理意见书（青府处', '延期告知书（青府延告'],
      settlement: ['《信访工作条例》第三十三条', other.name],
      'hand-over': [
        '示例县水利局：',
        rightFiling.phone,
        other.name,
        '请复核水样',
        '回执',
        '不归我单位',
        '寄回、传回：青石镇',
      ],
    }
    for (const [id, words] of Object.entries(said)) {
      const page = (await text(documentPath(caseNumber, id))).replaceAll(/<[^>]*>/g, '')
      expect(
        words.filter((word) => !page.replaceAll(' ', '').includes(word.replaceAll(' ', ''))),
        id,
      ).toEqual([])
    }
    expect(await text(referralPath(caseNumber))).toContain('回执')
    for (const id of ['decline', 'pass-on', 'identity', 'nothing', 'application'])
      expect((await get(documentPath(caseNumber, id))).status, id).toBe(404)
    expect((await get(documentPath(caseNumber, 'answer', 1))).status).toBe(404)
  })

  it('a decline names the reason and whom to ask', async () => {
    const filed = await file(world, complaint)
    await make(filed, ['declined', { message: '这是法院判过的事。', body: '示例县人民法院' }])
    const { text } = await staffAt(world, office)
    const page = await text(documentPath(filed.caseNumber, 'decline'))
    for (const words of ['这是法院判过的事。', '该找：示例县人民法院', '《信访工作条例》第二十三条'])
      expect(page).toContain(words)
  })

  it('have a slip for the other side only where both made an agreement (信访工作条例 33)', async () => {
    const { text, get } = await staffAt(world, office)
    const slip = '送达回证（对方）'
    for (const others of [[party], []]) {
      const filed = await file(world, complaint)
      const { caseNumber } = filed
      await make(filed, ['accepted', { subject: '井水', matter: 'other', message: '收到了。' }], ...others)
      expect(statesOn(await text(dossierPath(caseNumber)))[slip]).toBe('还没有')
      expect((await get(documentPath(caseNumber, 'delivery-settled'))).status).toBe(404)
      await make(filed, ['settled'])
      expect(statesOn(await text(dossierPath(caseNumber)))[slip]).toBe('有')
      const page = await text(documentPath(caseNumber, 'delivery-settled'))
      expect(page.includes(other.name)).toBe(others.length > 0)
      for (const words of [rightFiling.name, rightFiling.phone]) expect(page).not.toContain(words)
    }
  })

  it('tell who passed a case on, and where to, with the number and seal of that unit', async () => {
    const filed = await file(world, complaint)
    await make(
      filed,
      ['escalated', { unit: 'qingshi-centre', reason: '跨村' }],
      ['transferred', { unit: 'shili-petition', reason: '归它办' }],
    )
    const { text } = await staffAt(world, 'shili-petition')
    const sheets = (await text(documentPath(filed.caseNumber, 'pass-on')))
      .replaceAll(/<[^>]*>/g, '')
      .split('转送告知书')
    const digits = filed.caseNumber.slice(5)
    expect(sheets.join('')).toContain(`青府转告〔2026〕${digits} 号`)
    expect(sheets.join('')).toContain(`青综治转告〔2026〕${digits}-2 号`)
    expect(sheets.join('')).not.toContain('示信转告')
  })

  it('are the same for a case in danger as for one that came to the county for another reason', async () => {
    const toCounty: Step[] = [
      ['danger-marked', { reason: '有人威胁' }],
      ['escalated', { unit: 'shili-centre', reason: '办不了' }],
    ]
    const pages: string[][] = []
    const { text } = await staffAt(world, 'shili-centre', 'lead')
    for (const step of toCounty) {
      const filed = await file(world, complaint)
      await make(filed, step, ['accepted', { subject: '井水', matter: 'petition', message: '收到了。' }])
      const printed: string[] = []
      for (const id of ['pass-on', 'accept', 'delivery', 'petition'])
        printed.push(
          (await text(documentPath(filed.caseNumber, id)))
            .replaceAll(filed.caseNumber, 'N')
            .replaceAll(filed.caseNumber.slice(5), 'N'),
        )
      pages.push(printed)
    }
    expect(pages[0]?.join('')).toContain('示例县矛盾纠纷调处中心')
    expect(pages[0]).toEqual(pages[1])
  })
})

it('papers that leave the desk have no head or foot of it in print', async () => {
  const { caseNumber } = await mediated()
  const { text } = await staffAt(world, village)
  for (const path of [
    certificatePath(caseNumber),
    evidencePath(caseNumber),
    documentPath(caseNumber, 'ended'),
  ])
    expect(await text(path), path).toContain('<body class="own-paper">')
  expect(await text(dossierPath(caseNumber))).not.toContain('<body class="own-paper">')
})

describe('who reads a document', () => {
  /** What must not be on a document, by whom it is for. */
  const never = {
    applicant: [other.phone, other.name, '量过屋檐', '化验慢'],
    both: [other.phone, rightFiling.phone, rightFiling.address, rightFiling.narrative, '量过屋檐'],
    other: ['吴秀兰', rightFiling.phone, rightFiling.address, rightFiling.narrative, '屋檐滴水', '井水发黄'],
    outside: [other.phone, '量过屋檐', '化验慢'],
    file: [],
  }
  it.each([
    ['a mediation', mediated, village],
    ['a petition', petitioned, office],
  ] as const)('no side finds what is the other’s on the papers of %s', async (_, filing, unit) => {
    const { caseNumber } = await filing()
    const { get } = await staffAt(world, unit)
    let read = 0
    for (const { id, for: reader } of dossierData.documents) {
      for (const which of [undefined, blankSheet]) {
        const answer = await get(documentPath(caseNumber, id, which))
        if (answer.status !== 200) continue
        read += 1
        const page = await answer.text()
        expect(
          never[reader].filter((secret) => page.includes(secret)),
          id,
        ).toEqual([])
      }
    }
    expect(read).toBeGreaterThan(18)
  })

  it('the roll of a group stands on no paper but the slip for each of them', async () => {
    const filed = await file(world)
    const member: MoveInput = { otherName: '村民丁', otherPhone: '13900009999', gotFrom: 'village' }
    await make(
      filed,
      ['accepted', { subject: '屋檐滴水' }],
      party,
      ['party', { ...member, onSide: 'other', role: 'member' }],
      ['referred', { outside: 'authority', body: '示例县水利局', reason: '请复核' }],
    )
    const { caseNumber } = filed
    const { get } = await staffAt(world, village)
    const naming: string[] = []
    for (const { id } of dossierData.documents) {
      const page = await (await get(documentPath(caseNumber, id))).text()
      if (page.includes('村民丁') || page.includes('13900009999')) naming.push(id)
    }
    expect(naming).toEqual(['delivery-other'])
  })

  it.each<[string, 'handler' | 'lead' | 'admin']>([
    ['qingshi-songping-committee', 'lead'],
    ['qingshi-liuwan-1-grid', 'handler'],
    ['shili-centre', 'admin'],
  ])('%s (%s) finds nothing', async (unit, role) => {
    const { caseNumber } = await mediated()
    const { get } = await staffAt(world, unit, role)
    for (const path of [
      dossierPath(caseNumber),
      wholeDossierPath(caseNumber),
      documentPath(caseNumber, 'cover'),
      documentPath(caseNumber, 'ended', 9),
    ])
      expect((await get(path)).status, path).toBe(404)
  })

  it('leaves a read: the list is opened, a document is printed', async () => {
    const { caseNumber } = await mediated()
    const { get, id } = await staffAt(world, village)
    await get(dossierPath(caseNumber))
    await get(documentPath(caseNumber, 'cover'))
    await get(wholeDossierPath(caseNumber))
    const { results } = await world.db
      .prepare('SELECT kind FROM read_log WHERE staff = ?')
      .bind(id)
      .all<{ kind: string }>()
    expect(results.map(({ kind }) => kind).sort()).toEqual(['open', 'print', 'print'])
  })
})
