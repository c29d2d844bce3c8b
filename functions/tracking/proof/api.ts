import { Hono } from 'hono'
import { units } from '#domain/basics/bounds.ts'
import { api } from '#domain/routes/site.ts'
import { readJson } from '#http/json.ts'
import { problem } from '#http/problem.ts'
import type { Ports } from '#ports'
import type { FollowingStore } from '#store/ports/following.ts'
import { openFor, textOf } from '../api.ts'
import { readProof } from './read-proof.ts'

/** POST /api/v1/cases/proof: whether the history of a case is whole, and its path to the newest published root. */
export const proofApi = (ports: Ports<FollowingStore>): Hono =>
  new Hono().post(api.proof, async (c) => {
    const body = await readJson(c)
    if (!body.ok) return body.error
    const opened = await openFor(c, ports, body.value)
    if (!opened.ok) return opened.error
    const proof = await readProof(ports, opened.value, textOf(body.value['hash']).slice(0, units.short))
    return proof
      ? c.json(proof)
      : problem(c, {
          status: 409,
          title: '整件事的记录，由登记的人核对',
          detail: '您的核对码请到窗口请人查。',
        })
  })
