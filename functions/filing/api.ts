import { Hono } from 'hono'
import { rfc3339 } from '#domain/basics/time.ts'
import { ignoredFields, readFiling } from '#domain/filing/filing.ts'
import { messageFor, refusals } from '#domain/filing/messages.ts'
import { api } from '#domain/routes/site.ts'
import { idempotencyKey } from '#http/idempotency-key.ts'
import { readJson } from '#http/json.ts'
import { problem, wrongFields } from '#http/problem.ts'
import type { Ports } from '#ports'
import type { FilingStore } from '#store/ports/filing.ts'
import { type FiledAnswer, fileCase } from './file-case.ts'

/** The body of the 201 answer, described in answer-schemas.ts. */
export const answerJson = ({
  caseNumber,
  trackingCode,
  status,
  level,
  unit,
  filedAt,
  next,
  lastHash,
  ignored,
}: FiledAnswer) => ({
  caseNumber,
  trackingCode,
  status,
  level,
  unit,
  filedAt: rfc3339(filedAt),
  next,
  lastHash,
  ...(ignored.length > 0 && { ignored }),
})

/** POST /api/v1/cases: the same schema and use-case as the form. */
export const filingApi = (ports: Ports<FilingStore>): Hono =>
  new Hono().post(api.cases, async (c) => {
    const body = await readJson(c)
    if (!body.ok) return body.error
    const key = idempotencyKey(c)
    if (!key.ok) return key.error
    const result = readFiling(body.value)
    if (!result.ok)
      return wrongFields(
        c,
        result.error.map((fault) => ({ ...fault, message: messageFor(fault) })),
      )
    const filed = await fileCase(ports, result.value, key.value && `api:${key.value}`, {
      ignored: ignoredFields(body.value),
    })
    // An API caller cannot clear its stored answer, so the only possible failure is a conflict.
    if (!filed.ok) {
      const { title, text } = refusals.conflict
      return problem(c, { status: 409, title, detail: text })
    }
    c.header('cache-control', 'no-store')
    return c.json(answerJson(filed.value), 201)
  })
