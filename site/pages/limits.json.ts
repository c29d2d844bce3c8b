import type { LimitData, QuotedArticle } from '#domain/content/limit-data.ts'
import { library } from '#generated/library.ts'
import { checkAgain, findArticle, mustBeChecked } from '../laws.ts'

const quote = async (id: string): Promise<QuotedArticle> => {
  const found = await findArticle(id)
  const { law, path } = found
  const { number, text, plain } = found.article
  const quoted = { title: `《${law.data.short}》${number}`, path, text, plain }
  return mustBeChecked(found) ? { ...quoted, notice: `这一条${checkAgain}。` } : quoted
}
const all = (ids: string[]): Promise<QuotedArticle[]> => Promise.all(ids.map(quote))

/** Limits with their articles, for the Worker that counts them. */
export const GET = async (): Promise<Response> => {
  const data: LimitData = {
    limits: await Promise.all(
      library.limits.map(async (limit) => ({
        ...limit,
        source: limit.article ? await quote(limit.article) : null,
      })),
    ),
    counting: await all(['civil-code-201', 'civil-code-202', 'civil-code-203']),
    breaking: {
      civil: await all([
        'civil-code-195',
        'limitation-interpretation-8',
        'limitation-interpretation-12',
        'civil-code-194',
      ]),
      labour: await all(['labour-arbitration-27']),
    },
  }
  return new Response(JSON.stringify(data), { headers: { 'content-type': 'application/json' } })
}
