import { describe, expect, it } from 'vitest'
import { charactersAtOnce, shownAtOnce } from '#domain/basics/bounds.ts'
import { fitting, newest, olderThan, readBefore } from '#domain/following/paging.ts'

const numbered = (...seqs: number[]) => seqs.map((seq) => ({ seq }))
const upTo = (count: number) => Array.from({ length: count }, (_, index) => ({ seq: index + 1 }))

describe('paging a long case', () => {
  it.each([0, 1, shownAtOnce - 1, shownAtOnce, shownAtOnce + 1, 35])(
    'shows each of %i messages and of twice as many steps once, the newest first',
    (count) => {
      const all = { messages: upTo(count), steps: upTo(2 * count) }
      const seen = { messages: [] as number[], steps: [] as number[] }
      let more: string | null = ''
      for (let page = 0; more !== null && page < 20; page += 1) {
        const before = readBefore(more)
        const shown = {
          messages: newest(all.messages, before.messages),
          steps: newest(all.steps, before.steps),
        }
        seen.messages.unshift(...shown.messages.map(({ seq }) => seq))
        seen.steps.unshift(...shown.steps.map(({ seq }) => seq))
        more = olderThan(shown, all, before)
      }
      expect(more).toBeNull()
      expect(seen.messages).toEqual(all.messages.map(({ seq }) => seq))
      expect(seen.steps).toEqual(all.steps.map(({ seq }) => seq))
    },
  )

  it('goes on below the messages that did not fit', () => {
    const all = { messages: numbered(3, 5, 8), steps: numbered(1) }
    const before = readBefore('')
    expect(olderThan({ messages: numbered(8), steps: numbered(1) }, all, before)).toBe('8.0')
  })

  it.each(['', '8', 'x.y', '-1.2', '1.2.3', '9999999999.1', '１.２'])(
    'begins with the newest at %j',
    (text) => {
      expect(newest(numbered(4, 7), readBefore(text).messages)).toEqual(numbered(4, 7))
    },
  )

  const long = (length: number) => ({ text: '字'.repeat(length) })
  it.each([
    [[charactersAtOnce], 1],
    [[charactersAtOnce + 1], 1],
    [[1, charactersAtOnce], 1],
    [[charactersAtOnce - 1, 1], 2],
    [[900, 900, 200], 3],
    [[901, 900, 200], 2],
    [[], 0],
  ])('of messages with %j characters shows the last %i', (lengths, shown) => {
    const messages = lengths.map(long)
    expect(fitting(messages)).toEqual(messages.slice(messages.length - shown))
  })
})
