import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

/** Nobody at the desk knows whether a person is a man or a woman: screens say 申请人, 当事人 or 本人, never 他 or 她. */

// A list of signs, not a text of a screen.
const exempt = 'functions/domain/search/danger-words.ts'
const files = [
  ...globSync('functions/{domain,desk,staff,http,ui}/**/*.{ts,tsx}').filter((file) => file !== exempt),
  'content/handbook.yaml',
]

// 他人 in the words of a law is anybody else.
const pronoun = /(?<!其)[他她](?![们人])/

it('no screen of the desk calls a person 他 or 她', () => {
  const found = files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')
      .split('\n')
      .filter((line) => pronoun.test(line))
      .map((line) => `${file}: ${line.trim()}`),
  )
  expect(found).toEqual([])
  expect(files.length).toBeGreaterThan(200)
})
