import { day } from '#domain/basics/bounds.ts'
import { readFiling } from '#domain/filing/filing.ts'
import type { MoveKind } from '#domain/moves/table.ts'
import { moveCase } from '../desk/moves/move-case.ts'
import { fileCase } from '../filing/file-case.ts'
import type { MaintenancePorts } from './maintenance-ports.ts'

/**
 * Sample cases for trying out the product, loaded through the use-cases and only by `npm start`. Names,
 * places and numbers are invented; the telephone numbers cannot be assigned to anybody.
 */
interface Sample {
  /** Also the idempotency key: loading the samples again changes nothing. */
  id: string
  daysAgo: number
  filing: Record<string, unknown>
  moves: { kind: MoveKind; daysAgo: number; message?: string; subject?: string }[]
}

const base = { danger: false, consent: true, name: '示例吴大姐', phone: '0000-0000199' }

const samples: Sample[] = [
  {
    id: 'sample-eaves-water',
    daysAgo: 9,
    filing: {
      ...base,
      track: 'mediation',
      category: 'neighbour',
      region: 'qingshi-liuwan',
      title: '屋檐水滴进我家院子',
      narrative:
        '今年春天隔壁翻了屋顶，檐子伸出来一尺多，一下雨水就落到我家院子里，墙脚都潮了。我去说过两次，他不认。',
      request: '请他家装水槽，墙脚的潮湿他来修。',
      otherParty: '隔壁陈家',
    },
    moves: [
      { kind: 'accepted', daysAgo: 7, subject: '屋檐滴水' },
      {
        kind: 'mediating',
        daysAgo: 4,
        message: '吴大姐您好，周六上午九点半在村部谈。不方便，打村部电话改日子。对方那边我也在问。',
      },
    ],
  },
  {
    id: 'sample-unpaid-wages',
    daysAgo: 3,
    filing: {
      ...base,
      track: 'mediation',
      category: 'labour',
      region: 'yunxi-xiqiao',
      narrative: '在工地干了两个月，活干完了，包工头说没钱，电话也不接了。',
      request: '把两个月的工钱结清。',
    },
    moves: [{ kind: 'accepted', daysAgo: 2, subject: '工钱没有结清' }],
  },
  {
    id: 'sample-road-light',
    daysAgo: 1,
    filing: {
      ...base,
      track: 'suggestion',
      category: 'village-affairs',
      region: 'nanping',
      narrative: '村口的路灯坏了半个月，晚上老人出门看不见。',
      request: '请尽快修好。',
    },
    moves: [],
  },
]

/** Ports whose clock is `days` behind, so that samples have a past. */
const portsBefore = (ports: MaintenancePorts, days: number): MaintenancePorts => ({
  ...ports,
  clock: () => ports.clock() - days * day,
})

/**
 * Files the samples and makes their moves; returns each with its tracking code, to be printed in the
 * terminal.
 */
export const loadSamples = async (ports: MaintenancePorts) => {
  const loaded: { caseNumber: string; trackingCode: string }[] = []
  for (const { id, daysAgo, filing, moves } of samples) {
    const parsed = readFiling(filing)
    if (!parsed.ok) throw new Error(`sample ${id}: ${JSON.stringify(parsed.error)}`)
    const filed = await fileCase(portsBefore(ports, daysAgo), parsed.value, id)
    if (!filed.ok) throw new Error(`sample ${id}: ${JSON.stringify(filed.error)}`)
    const { caseNumber, trackingCode } = filed.value
    for (const { daysAgo: movedDaysAgo, kind, ...input } of moves) {
      const moved = await moveCase(portsBefore(ports, movedDaysAgo), {
        number: caseNumber,
        kind,
        by: 'console',
        input,
      })
      if (!moved.ok) throw new Error(`sample ${id}: ${kind}: ${moved.error}`)
    }
    loaded.push({ caseNumber, trackingCode })
  }
  return loaded
}
