import { lengths } from '#domain/basics/bounds.ts'
import { type ReadBack, type Room, readBacks, roomIds, rooms } from '#domain/words/meetings.ts'
import { line, oneOf, prose } from './field-row.ts'
import { date, dayAndTime, number, type Option, severalOf } from './readers.ts'

/** Fields of the moves about meetings (docs/adr/0043-sessions.md). */

/** The choice of a place that is none of the unit's rooms. */
export const elsewhere = 'elsewhere'

const several = { read: severalOf, input: 'choices' } as const
const time = (label: string, hint?: string) =>
  ({ label, ...(hint && { hint }), read: dayAndTime, input: 'line' }) as const
const namesOf = <T extends string>(names: Record<T, string>): Option<T>[] =>
  (Object.keys(names) as T[]).map((id) => ({ id, name: names[id] }))

export const sessionFields = {
  comers: {
    ...several,
    label: '请谁来',
    hint: '只选一方，就是单独谈（背对背）。对方答应谈了，才选得到。',
  },
  mediator: oneOf({ label: '谁主持' }),
  length: { label: '大约多少分钟', read: number(10, 480), input: 'number' },
  room: oneOf<Room | typeof elsewhere>({
    label: '在哪里',
    options: [
      ...roomIds.map((id) => ({ id, name: `本单位${rooms[id].name}` })),
      { id: elsewhere, name: '别处，或者在网上', note: '写在下面的“地点”里。' },
    ],
  }),
  time1: time('时间', '像 12 月 3 日 9:30、明天下午2点半 这样写。'),
  time2: time('第二个时间'),
  time3: time('第三个时间'),
  place: line(lengths.place, {
    label: '地点',
    hint: '怎么走；在网上谈，写 https:// 开头的链接。来的人看得到，不写人名、电话。',
  }),
  language: line(lengths.language, { label: '口译、方言、手语', hint: '要人帮着说的，写请了谁、什么话。' }),
  guests: line(lengths.place, {
    label: '还请谁',
    hint: '亲属、邻居、村民代表、专家：先问过双方同不同意（人民调解法第二十条）。来的人看得到。',
  }),
  chooser: oneOf({ label: '谁答的' }),
  choice: { ...several, label: '哪些时间行', hint: '都不行，就一个也不选。' },
  fix: oneOf({ label: '定哪个时间' }),
  meeting: oneOf({ label: '哪一场' }),
  absentees: { ...several, label: '谁没有到' },
  present: prose(lengths.reason, {
    label: '到场的人',
    hint: '姓名、身份；主持的、记录的、翻译的都写上。',
    rows: 4,
  }),
  said: prose(lengths.narrative, { label: '各人说了什么', hint: '一人一段，写原话的意思。', rows: 12 }),
  proposals: prose(lengths.reason, { label: '提了哪些办法', rows: 6 }),
  outcome: prose(lengths.reason, {
    label: '结果',
    hint: '谈成了什么，还有什么没谈成，下一步怎么办。',
    rows: 4,
  }),
  readBack: oneOf<ReadBack>({ label: '念过、看过没有', options: namesOf(readBacks) }),
  signers: { ...several, label: '谁在纸上签了字' },
  signedOn: {
    label: '哪天签的',
    read: date((day, today) => (day > today ? 'future' : null)),
    input: 'day',
  },
} as const
