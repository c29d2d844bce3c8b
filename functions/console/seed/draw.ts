import type { Random } from '#domain/basics/random.ts'

/**
 * Drawn numbers that are the same for the same name, so that sample data is the same wherever it is made. Never for secrets
 * of a real county: whoever knows the name knows every number.
 */
export interface Draw {
  /** Bytes, as the port `random` gives them. */
  random: Random
  /** From 0 up to and without 1. */
  share(): number
  /** A whole number from `least` to `most`. */
  whole(least: number, most: number): number
  isDrawn(chance: number): boolean
  one<T>(list: readonly T[]): T
  /** One of a list, the more often the larger its weight. */
  weighted<T extends { weight: number }>(list: readonly T[]): T
}

/** Four numbers of 32 bits from a text (cyrb128): fewer bits would give two of 100,000 cases the same numbers. */
const seedsOf = (name: string): [number, number, number, number] => {
  let [a, b, c, d] = [1779033703, 3144134277, 1013904242, 2773480762]
  for (let index = 0; index < name.length; index += 1) {
    const code = name.charCodeAt(index)
    a = b ^ Math.imul(a ^ code, 597399067)
    b = c ^ Math.imul(b ^ code, 2869860233)
    c = d ^ Math.imul(c ^ code, 951274213)
    d = a ^ Math.imul(d ^ code, 2716044179)
  }
  a = Math.imul(c ^ (a >>> 18), 597399067)
  b = Math.imul(d ^ (b >>> 22), 2869860233)
  c = Math.imul(a ^ (c >>> 17), 951274213)
  d = Math.imul(b ^ (d >>> 19), 2716044179)
  return [a ^ b ^ c ^ d, b ^ a, c ^ a, d ^ a]
}

/** Numbers of 32 bits (sfc32, by Chris Doty-Humphrey, in the public domain). */
const numbersOf = (name: string): (() => number) => {
  let [a, b, c, counter] = seedsOf(name)
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + sum) | 0
    return sum >>> 0
  }
  for (let warm = 0; warm < 12; warm += 1) next()
  return next
}

/** The numbers of a name. */
export const drawOf = (name: string): Draw => {
  const next = numbersOf(name)
  const share = () => next() / 2 ** 32
  const whole = (least: number, most: number) => least + Math.floor(share() * (most - least + 1))
  return {
    random: (bytes) => Uint8Array.from({ length: bytes }, () => next() >>> 24),
    share,
    whole,
    isDrawn: (chance) => share() < chance,
    one: (list) => list[whole(0, list.length - 1)] as (typeof list)[number],
    weighted: (list) => {
      let left = share() * list.reduce((sum, { weight }) => sum + weight, 0)
      const found = list.find(({ weight }) => {
        left -= weight
        return left < 0
      })
      return found ?? (list.at(-1) as (typeof list)[number])
    },
  }
}
