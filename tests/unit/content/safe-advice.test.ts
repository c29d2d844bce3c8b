import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

/**
 * Advice on pages about violence or bullying must not trap: somebody locked in a room cannot get away, and a kitchen has
 * knives. The way leads towards an exit and other people.
 */

const about = globSync('content/**/*.{mdx,yaml}')
  .filter((file) => !file.startsWith('content/laws/'))
  .map((file) => ({ file, text: readFileSync(file, 'utf8') }))
  .filter(({ text }) => /^exit: true$/m.test(text))

const trapping =
  /反锁|[锁关插][好上紧]?[房屋]?门|门[锁插关][好上紧]|锁在|锁进|躲[进到在](?!.{0,6}(?:邻居|亲戚|人多|有人))|(?:进|去|待在)(?:卫生间|厕所|厨房|阳台|房间|里屋)/

/** The same words in advice against it, or in what somebody else did. */
const allowed = /别|不要|不能|不躲|没锁|锁门不让|把(?:她|他|您|孩子|老人)锁|被锁|堵[在进]|单独问/

const sentences = (text: string): string[] => text.split(/(?<=[。！？；])|\n/)

const faults = (text: string): string[] =>
  sentences(text).filter((sentence) => trapping.test(sentence) && !allowed.test(sentence))

it.each([
  '赶紧躲进卫生间，把门反锁。',
  '先锁好门，再打电话。',
  '躲在里屋，等他气消。',
  '关上门等他走。',
  '去厨房待着。',
])('%s is advice that may trap', (advice) => {
  expect(faults(advice)).toHaveLength(1)
})

it.each(['别反锁自己，往门口走。', '躲到邻居家，请人报警。', '他把她锁在屋里。', '不要躲进厨房。'])(
  '%s is none',
  (advice) => {
    expect(faults(advice)).toEqual([])
  },
)

it('no page about violence or bullying gives it', () => {
  expect(about.length).toBeGreaterThan(8)
  expect(about.flatMap(({ file, text }) => faults(text).map((sentence) => `${file}: ${sentence}`))).toEqual(
    [],
  )
})

it('each tells of a way out or of somebody to go to, or to call', () => {
  const towards = /门口|出口|离开|邻居|亲戚|派出所|110|庇护|救助站|老师|居委会|村委会|法院|走开|走掉/
  expect(about.filter(({ text }) => !towards.test(text)).map(({ file }) => file)).toEqual([])
})
