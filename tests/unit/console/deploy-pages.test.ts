import { expect, it } from 'vitest'
import { fail, ok } from '#domain/basics/result.ts'
import { allPages, type PageInfo } from '../../../functions/console/deploy/pages.ts'

/** Lists of an API that may take another size than was asked for, and may or may not say how much there is. */

/** An API with so many entries, in pages of `size`, that says of itself what `say` returns. */
const api = (entries: number, size: number, say: (size: number, entries: number) => PageInfo) => {
  const asked: string[] = []
  const get = async (path: string) => {
    asked.push(path)
    const page = Number(new URL(path, 'http://x').searchParams.get('page'))
    const all = Array.from({ length: entries }, (_, at) => at + 1)
    return ok({ result: all.slice((page - 1) * size, page * size), info: say(size, entries) })
  }
  return { asked, get }
}

const says: [says: string, say: (size: number, entries: number) => PageInfo][] = [
  ['size and total', (per_page, total_count) => ({ per_page, total_count })],
  ['only the size', (per_page) => ({ per_page })],
  ['only the total', (_, total_count) => ({ total_count })],
  ['a total without its filter', (per_page, total_count) => ({ per_page, total_count: total_count + 900 })],
]
it.each(says)('reads everything of an API that takes a smaller size and says %s', async (_, say) => {
  for (const entries of [0, 1, 9, 10, 11, 20, 35]) {
    const { get } = api(entries, 10, say)
    const read = await allPages(get, '/list', 50)
    expect(read.ok && read.value.length).toBe(entries)
  }
})

it('reads everything of an API that says nothing and takes the size', async () => {
  for (const entries of [0, 9, 10, 11, 20]) {
    const { get } = api(entries, 10, () => ({}))
    const read = await allPages(get, '/list', 10)
    expect(read.ok && read.value.length).toBe(entries)
  }
})

it('asks once where everything is on one page, and keeps the filter of the path', async () => {
  const { asked, get } = api(3, 10, (per_page, total_count) => ({ per_page, total_count }))
  await allPages(get, '/list?name=a', 10)
  expect(asked).toEqual(['/list?name=a&per_page=10&page=1'])
})

it('a fault of a later page is the fault of the list', async () => {
  const { get } = api(30, 10, (per_page) => ({ per_page }))
  const fault = {
    kind: 'rate',
    method: 'GET',
    path: '/list',
    status: 429,
    code: 1,
    message: 'later',
  } as const
  let pages = 0
  const read = await allPages(async (path) => (++pages === 2 ? fail(fault) : get(path)), '/list', 10)
  expect(read).toEqual(fail(fault))
})

it('an API that gives the same page again and again is given up', async () => {
  const read = await allPages(async () => ok({ result: [1, 2], info: {} }), '/list', 2)
  expect(!read.ok && read.error.message).toContain('more than 200 pages')
})
