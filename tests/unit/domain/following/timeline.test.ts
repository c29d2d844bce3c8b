import { expect, it } from 'vitest'
import { shownAs } from '#domain/following/timeline.ts'
import type { CaseEvent } from '#domain/history/events.ts'
import { eventKinds } from '#domain/words/events.ts'

const unit = 'qingshi-liuwan-committee'
const event = (kind: CaseEvent['kind'], data: CaseEvent['data'] = {}): CaseEvent => ({
  kind,
  seq: 1,
  hash: '',
  actor: 'console',
  acting: '',
  at: 0,
  unit,
  data,
})
const here = '柳湾村人民调解委员会'

it.each([
  ['filed online', event('filed', { channel: 'online' }), `您把事情交上来了，登记在${here}。`],
  ['accepted', event('accepted'), `${here}受理了您的事，正式开始办。`],
  ['filed by staff', event('filed', { channel: 'visit' }), `${here}替您记了下来。`],
  ['returned', event('returned'), `退回到${here}。期限照样在走。`],
  ['returned twice', event('returned', { bySecondReturn: true }), `由${here}来定该谁办。期限照样在走。`],
  [
    'extended',
    event('extended', { extends: { rule: 'petition-handle', days: 14 } }),
    '经批准，延长 14 天，理由见给您的话。',
  ],
  ['referred', event('referred', { outside: 'court' }), `${here}移送给人民法院（诉调对接）。`],
  ['marked where it is', event('danger-marked'), null],
])('an event reads as what it means to the resident: %s', (_, one, text) => {
  expect(shownAs(one)?.text ?? null).toBe(text)
})

// A mark of danger and a recusal read like any other move that goes where they go.
it.each([
  ['danger-marked', 'qingshi-liuwan-1-grid', `交给了上一级：${here}。期限照样在走。`],
  ['recused', 'qingshi-liuwan-1-grid', `交给了上一级：${here}。期限照样在走。`],
  ['escalated', 'qingshi-liuwan-1-grid', `交给了上一级：${here}。期限照样在走。`],
  ['danger-marked', 'qingshi-songping-committee', `转给了${here}，由它接着办。期限照样在走。`],
  ['recused', 'qingshi-songping-committee', `转给了${here}，由它接着办。期限照样在走。`],
  ['transferred', 'qingshi-songping-committee', `转给了${here}，由它接着办。期限照样在走。`],
] as const)('%s from %s reads by where it goes', (kind, from, text) => {
  const shown = shownAs(event(kind, { from }))
  expect(shown).toEqual({ kind: text.startsWith('转给') ? 'transferred' : 'escalated', text })
})

it('nothing in the timeline names danger, a note or a duty to report', () => {
  const texts = eventKinds.map((kind) => shownAs(event(kind))?.text ?? '')
  expect(texts.some((text) => /危险|报警|内部|报告/.test(text))).toBe(false)
  for (const kind of ['noted', 'contacted', 'duty-reported', 'danger-lifted', 'erased'] as const)
    expect(shownAs(event(kind)), kind).toBeNull()
})
