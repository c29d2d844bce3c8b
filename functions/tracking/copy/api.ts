import { Hono } from 'hono'
import { api } from '#domain/routes/site.ts'
import { readJson } from '#http/json.ts'
import type { Ports } from '#ports'
import type { FollowingStore } from '#store/ports/following.ts'
import { openFor } from '../api.ts'
import { copyJson, readCopy } from './read-copy.ts'

/** POST /api/v1/cases/copy: all that the holder of the code gave and was told. Stores nothing. */
export const copyApi = (ports: Ports<FollowingStore>): Hono =>
  new Hono().post(api.copy, async (c) => {
    const body = await readJson(c)
    if (!body.ok) return body.error
    const opened = await openFor(c, ports, body.value, { also: 'agreement' })
    return opened.ok ? c.json(copyJson(await readCopy(ports, opened.value))) : opened.error
  })
