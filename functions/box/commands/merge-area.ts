import { findArea } from '#domain/places/areas.ts'
import { moveMerged } from '../../console/move-merged.ts'
import { withBoxPorts } from '../box-ports.ts'
import { command, Misuse, Refusal, say } from '../command.ts'

const takes = {
  usage: ['merge-area <旧的地方编号> --reason <为什么>'],
  words: 1,
  options: { reason: { type: 'string' } },
} as const

/** liuchixiang merge-area <area id> --reason <why>: moves the cases of an area that content/regions.yaml has merged. */
export const run = command(takes, async ({ words: [from = ''], values: { reason = '' } }) => {
  if (from === '' || reason === '') throw new Misuse()
  if (!findArea(from)) throw new Refusal(`没有这个地方编号：${from}`)
  if (!findArea(from)?.mergedInto)
    throw new Refusal(
      `${from} 还没有并入别处：先在 地方.csv 的“并入”一栏写上新地方的名称，重新打包、升级，再运行这一条。`,
    )
  const { to, moved } = await withBoxPorts((ports) => moveMerged(ports, from, reason))
  say(
    `${from} → ${to}：移了 ${moved} 件。`,
    '旧地方的工作人员看不到它们了：请管理员在工作台的“账号”里，把他们改到新的单位。',
  )
})
