import { expect, it } from 'vitest'
import { tellingBy } from '../../../site/search/telling.ts'

/** Which words of a question tell the page that answers it. */

const told = (text: string[], asked: string[] = []) => ({
  times: new Map([...text, ...asked.flatMap((way) => [...way])].map((sign) => [sign, 1])),
  asked,
})
const words = (documents: ReturnType<typeof told>[]) => {
  const inDocuments = new Map<string, number>()
  for (const { times } of documents)
    for (const token of times.keys()) inDocuments.set(token, (inDocuments.get(token) ?? 0) + 1)
  return tellingBy(documents, inDocuments, 'bigrams')
}

it('counts a word more whose pages hold it apart from the way to ask', () => {
  const telling = words([
    { times: new Map([['押金', 2]]), asked: ['押金昨天'] },
    { times: new Map([['昨天', 1]]), asked: ['昨天'] },
    ...Array.from({ length: 20 }, () => told([])),
  ])
  expect(telling('押金')).toBeGreaterThan(telling('昨天'))
})

it('keeps a little of every word, known or not', () => {
  const telling = words([told(['债'], ['债']), told(['租'])])
  for (const word of ['债', '租', '谁']) {
    expect(telling(word)).toBeGreaterThanOrEqual(0.1)
    expect(telling(word)).toBeLessThanOrEqual(1)
  }
})
