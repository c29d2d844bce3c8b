import { api } from '#domain/routes/site.ts'
import { rightJson } from '../http.ts'

/** Filing and following at a box, as a program does. */

/** A call of the API with a JSON body. */
export const post = (base: string, path: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(base + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })

/** Files a case. @returns its code, or the status if it was not taken; rejects if the connection broke */
export const fileAt = async (base: string): Promise<{ code: string } | { status: number }> => {
  const answer = await post(base, api.cases, rightJson)
  if (answer.status !== 201) {
    await answer.body?.cancel()
    return { status: answer.status }
  }
  return { code: ((await answer.json()) as { trackingCode: string }).trackingCode }
}

export const followAt = (base: string, trackingCode: string, headers: Record<string, string> = {}) =>
  post(base, api.track, { trackingCode }, headers)

/** Files cases, `atOnce` at a time, until `until` settles. @returns the codes of all that were acknowledged */
export const fileUntil = async (base: string, atOnce: number, until: Promise<unknown>) => {
  let ended = false
  const codes: string[] = []
  const statuses: number[] = []
  const one = async (): Promise<void> => {
    while (!ended) {
      const filed = await fileAt(base).catch(() => null)
      if (filed === null) return
      if ('code' in filed) codes.push(filed.code)
      else statuses.push(filed.status)
    }
  }
  const over = until.then(() => {
    ended = true
  })
  await Promise.all([over, ...Array.from({ length: atOnce }, one)])
  return { codes, statuses }
}
