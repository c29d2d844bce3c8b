import { expect, it } from 'vitest'
import { turns } from '../../../functions/box/http/turns.ts'

it('what comes in one turn goes on together, before what comes in the next one', async () => {
  const next = turns()
  const steps: string[] = []
  const request = async (name: string) => {
    await next()
    steps.push(`${name} begins`)
    await Promise.resolve()
    steps.push(`${name} ends`)
  }
  const first = [request('a'), request('b')]
  await first[0]
  await Promise.all([...first, request('c')])
  expect(steps).toEqual(['a begins', 'b begins', 'a ends', 'b ends', 'c begins', 'c ends'])
})
