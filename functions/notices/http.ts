import type { Outcome } from '#domain/notices/attempts.ts'
import { answerTime } from '#domain/notices/bounds.ts'

/** Calling providers over HTTP. */

/** Longest answer that is read, in bytes; what providers send is a few hundred. */
const longestAnswer = 16 * 1024

/** What a status without a body says: taken before, not taken for now, or never. Others may have arrived. */
const byStatus: Record<number, Outcome> = {
  // The receiver knows this id already (draft-ietf-httpapi-idempotency-key-header).
  409: 'sent',
  400: 'refused',
  410: 'refused',
  413: 'refused',
  422: 'refused',
  429: 'again',
  503: 'again',
}

/** Other statuses of the 3xx and 4xx are faults of the configuration, which the operator can fix. */
const outcomeOf = (status: number): Outcome =>
  byStatus[status] ?? (status < 500 && status !== 408 ? 'again' : 'unsure')

/** The beginning of a body as text. */
const readStart = async ({ body }: Response): Promise<string> => {
  if (!body) return ''
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let text = ''
  for (let size = 0; size < longestAnswer; ) {
    const { done, value } = await reader.read()
    if (done) return text
    size += value.byteLength
    text += decoder.decode(value, { stream: true })
  }
  await reader.cancel()
  return text
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

interface Request {
  headers: Record<string, string>
  body: string
}

/** Posts within `answerTime`. Redirects are not followed: they would carry a number to a place that nobody configured. */
const posted = async (
  url: string,
  request: Request,
  read: (status: number, answer: unknown) => Outcome,
): Promise<Outcome> => {
  const signal = AbortSignal.timeout(answerTime)
  try {
    const answer = await fetch(url, { method: 'POST', redirect: 'manual', signal, ...request })
    return read(answer.status, parsed(await readStart(answer)))
  } catch {
    return 'unsure'
  }
}

const isTaken = (status: number): boolean => status >= 200 && status < 300

/**
 * Posts a message to a receiver that answers by the status.
 * @param read what a successful answer means, from its JSON, undefined if it has none
 */
export const post = (url: string, request: Request, read: (answer: unknown) => Outcome): Promise<Outcome> =>
  posted(url, request, (status, answer) => (isTaken(status) ? read(answer) : outcomeOf(status)))

/**
 * Posts a message to a provider that answers by codes, whatever the status: Alibaba Cloud says 400 of its account as well.
 * So no status alone is final for a message.
 * @param read what the code of an answer means; null if it has none
 */
export const postForCode = (
  url: string,
  request: Request,
  read: (answer: unknown) => Outcome | null,
): Promise<Outcome> =>
  posted(url, request, (status, answer) => {
    if (isTaken(status)) return read(answer) ?? 'unsure'
    const byItself = outcomeOf(status)
    if (byItself === 'unsure') return byItself
    return read(answer) ?? 'again'
  })

/** True if the server of an address answers at all. */
export const reaches = async (url: string): Promise<boolean> => {
  try {
    const answer = await fetch(new URL('/', url), {
      method: 'HEAD',
      redirect: 'manual',
      signal: AbortSignal.timeout(answerTime),
    })
    await answer.body?.cancel()
    return true
  } catch {
    return false
  }
}
