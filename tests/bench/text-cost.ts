/**
 * node tests/bench/text-cost.ts — the time for the worst texts that can be sent, each as long as a body may be
 * (500,000 code units), compared with a short normal text. Prints ratios, because times depend on the machine.
 * Before texts were bounded, 6 KB of spaces in a day and 240 KB of marks in a narrative took twenty seconds each.
 */
import { lengths } from '#domain/basics/bounds.ts'
import {
  normaliseDigits,
  normaliseLine,
  normaliseText,
  normaliseWidth,
  readText,
} from '#domain/basics/normalise.ts'
import { readDay } from '#domain/basics/read-day.ts'
import { tokensOf } from '#domain/search/search-tokens.ts'
import { cutQuestion } from '../../functions/search/question.ts'
import { readCode } from '../../functions/staff/auth/codes.ts'
import { median } from './median.ts'

const size = 500_000
const fill = (unit: string): string => unit.repeat(Math.ceil(size / unit.length)).slice(0, size)

const families: Record<string, string> = {
  spaces: fill(' '),
  'wide spaces': fill('\u3000'),
  'combining marks': `a${fill('\u0301\u0323')}`,
  jamo: fill('\u1100\u1161\u11a8'),
  digits: fill('1'),
  'full-width digits': fill('１'),
  'line ends': fill('\r\n'),
  ligatures: fill('\ufdfa'),
  'half emoji': fill('\ud83d'),
  'a day in spaces': `2026${fill(' ')}1${fill(' ')}x`,
  'Chinese numbers': `${fill('十零')}1条`,
  'an article in spaces': fill('1 '),
}

const honest = '今年春天隔壁翻了屋顶，一下雨水就落到我家院子里。２０２６年３月１日'

const readers: Record<string, (text: string) => unknown> = {
  narrative: (text) => readText(text, lengths.narrative),
  'any text': normaliseText,
  'any line': normaliseLine,
  digits: normaliseDigits,
  'a name to sign in': normaliseWidth,
  'a code': readCode,
  'a day': readDay,
  'a question': (text) => tokensOf(normaliseWidth(cutQuestion(text))),
}

const timed = (work: () => unknown, rounds: number): number =>
  median(
    Array.from({ length: rounds }, () => {
      const began = performance.now()
      work()
      return performance.now() - began
    }),
  )

const say = (line: string) => process.stdout.write(`${line}\n`)
for (const [reader, read] of Object.entries(readers)) {
  for (let warm = 0; warm < 500; warm += 1) read(honest)
  const floor = timed(() => read(honest), 2001)
  const worst = Object.entries(families)
    .map(([name, text]) => ({ name, ratio: timed(() => read(text), 9) / floor }))
    .sort((a, b) => b.ratio - a.ratio)
  say(
    `${reader}: honest ${(floor * 1000).toFixed(1)} µs; ${worst.map(({ name, ratio }) => `${name} × ${ratio.toFixed(ratio < 10 ? 1 : 0)}`).join(', ')}`,
  )
}
