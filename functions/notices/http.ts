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

/**
 * Posts a message and reads the answer within `answerTime`. Redirects are not followed: they would carry a number to a
 * place that nobody configured.
 * @param read what a successful answer means, from its JSON, undefined if it has none
 */
export const post = async (
  url: string,
  request: { headers: Record<string, string>; body: string },
  read: (answer: unknown) => Outcome,
): Promise<Outcome> => {
  const signal = AbortSignal.timeout(answerTime)
  try {
    const answer = await fetch(url, { method: 'POST', redirect: 'manual', signal, ...request })
    const text = await readStart(answer)
    return answer.ok ? read(parsed(text)) : outcomeOf(answer.status)
  } catch {
    return 'unsure'
  }
}

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
