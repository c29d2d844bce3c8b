import { Hono } from 'hono'
import { units } from '#domain/basics/bounds.ts'
import { sentencesOf } from '#domain/basics/text-cut.ts'
import { api } from '#domain/routes/site.ts'
import { apiKindOf, type SearchDoc } from '#domain/search/search-index.ts'
import { problem, wrongField } from '#http/problem.ts'
import { queryValue } from '#http/query.ts'
import { type Answer, type Found, search } from './answer.ts'
import { cutQuestion } from './question.ts'
import type { SearchPorts } from './routes.tsx'

const defaultLimit = '10'
const most = 50

const shape = ({ kind, title, url, category }: SearchDoc, excerpt: string) => ({
  kind: apiKindOf(kind),
  title,
  url,
  category,
  excerpt,
})
const firstSentence = ({ text }: SearchDoc): string => sentencesOf(text)[0]?.trim() ?? ''

/** The JSON body of a 200 answer, as described in answer-schemas.ts. */
export const answerJson = ({ urgent, results }: Answer) => ({
  urgent: urgent.map((doc) => shape(doc, firstSentence(doc))),
  results: results.map(({ doc, excerpt }: Found) => shape(doc, excerpt)),
})

/** GET /api/v1/search?q=&limit=: the results of the search page, as data. */
export const searchApi = ({ index }: SearchPorts): Hono =>
  new Hono().get(api.search, async (c) => {
    const limitText = queryValue(c, 'limit', { missing: defaultLimit })
    const limit = /^\d{1,3}$/.test(limitText) ? Number(limitText) : 0
    if (limit < 1 || limit > most) return wrongField(c, 'limit', 'range', `limit 要在 1 到 ${most} 之间`)
    const typed = cutQuestion(queryValue(c, 'q', { most: units.question }))
    if (typed === '') return wrongField(c, 'q', 'required', '请写上要找的话（q）')
    const loaded = await index()
    if (!loaded) return problem(c, { status: 503, title: '搜索暂时用不了' })
    c.header('cache-control', 'no-store')
    return c.json(answerJson(search(loaded, typed, limit)))
  })
