import { checkHttpsRedirect } from '../https-redirect.ts'
import type { Finding } from './findings.ts'

/** What only the site that runs can answer: its keys and database, https, and the contact for security. */

const patience = 10_000

type Get = (url: string) => Promise<{ status: number; text: string; headers: Headers }>

const ask: Get = async (url) => {
  const answer = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(patience) })
  return { status: answer.status, text: await answer.text(), headers: answer.headers }
}

/**
 * Asks a running site what is missing.
 * @param site full address of the site
 * @param get requests an address; injected for tests
 */
export const liveFindings = async (
  site: string,
  get: Get = ask,
  redirect = checkHttpsRedirect,
): Promise<Finding[]> => {
  const health = new URL('/healthz', site).href
  const answer = await get(health).catch((error: Error) => error.name)
  if (typeof answer === 'string')
    return [{ level: 'error', place: health, says: `没有回答（${answer}）：网站没有开，或者网址不对` }]
  const found: Finding[] = []
  if (answer.status !== 200)
    found.push({
      level: 'error',
      place: health,
      says: `回答 ${answer.status}：${answer.text.trim().slice(0, 200)}`,
    })
  if (!answer.headers.has('strict-transport-security'))
    found.push({ level: 'error', place: health, says: '没有 HSTS：浏览器不会记住用 https' })
  const plain = await redirect(site)
  if (!plain.ok) found.push({ level: 'error', place: 'https', says: plain.says })
  return found
}
