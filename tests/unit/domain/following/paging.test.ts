import { describe, expect, it } from 'vitest'
import { charactersAtOnce } from '#domain/basics/bounds.ts'
import { fitting, fittingWith, newest, placeOf, readBefore } from '#domain/following/paging.ts'

const items = Array.from({ length: 25 }, (_, index) => index)

describe('paging a long case', () => {
  it.each([
    [25, items.slice(15)],
    [15, items.slice(5, 15)],
    [5, items.slice(0, 5)],
    [0, []],
    [9999, items.slice(15)],
  ])('shows the newest ten of the first %i', (older, shown) => {
    expect(newest(items, older)).toEqual(shown)
  })

  it.each([
    [{ messages: 7, steps: 0 }, '7.0'],
    [{ messages: 0, steps: 12 }, '0.12'],
  ])('goes on at %j', (older, place) => {
    expect(placeOf(older)).toBe(place)
    expect(readBefore(place)).toEqual(older)
  })

  it('ends where nothing is older', () => {
    expect(placeOf({ messages: 0, steps: 0 })).toBeNull()
  })

  it.each(['', '8', 'x.y', '-1.2', '1.2.3', '9999999999.1', '１.２'])(
    'begins with the newest at %j',
    (text) => {
      expect(newest(items, readBefore(text).messages)).toEqual(items.slice(15))
    },
  )

  const long = (length: number) => ({ text: '字'.repeat(length) })
  it.each([
    [[charactersAtOnce], 1],
    [[charactersAtOnce + 1], 1],
    [[1, charactersAtOnce], 1],
    [[charactersAtOnce - 1, 1], 2],
    [[charactersAtOnce - 300, 200, 100], 3],
    [[charactersAtOnce - 299, 200, 100], 2],
    [[], 0],
  ])('of messages with %j characters shows the last %i', (lengths, shown) => {
    const messages = lengths.map(long)
    expect(fitting(messages)).toEqual(messages.slice(messages.length - shown))
  })
})

describe('an answer above the messages', () => {
  const said = (...sizes: number[]) => sizes.map((size, at) => ({ text: `${at}`.padEnd(size, '字') }))

  it.each([
    ['is one of them, and weighs nothing', said(900, 300, 300), 0, [900, 300, 300], true],
    [
      'takes the place of older ones',
      [...said(900, 600, 300), { text: '答'.repeat(700) }],
      3,
      [600, 300].slice(1),
      true,
    ],
    ['is left out beside a single long one', [...said(2000), { text: '答'.repeat(300) }], 1, [2000], false],
  ] as const)('%s', (_, all, at, shown, isShown) => {
    const above = all[at]
    const listed = at === 0 ? all : all.filter((one) => one !== above)
    const fitted = fittingWith(listed, above)
    expect(fitted.messages.map(({ text }) => text.length)).toEqual(shown)
    expect(fitted.above).toBe(isShown ? above : null)
  })
})
