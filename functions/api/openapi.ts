import { Hono } from 'hono'
import { api } from '#domain/routes/site.ts'
import { county } from '#generated/county.ts'
import { openapi } from '#generated/openapi.ts'
import { regionsHere } from './regions-here.ts'

/** The text of the document as it is served. */
export const servedDocument = openapi.replace(
  JSON.stringify(regionsHere),
  county.areas.map(({ id }) => JSON.stringify(id)).join(','),
)

/**
 * GET /api/v1/openapi.json: the document the build made from the schemas, with the ids of the county's areas.
 */
export const openapiApi = (): Hono =>
  new Hono().get(api.openapi, (c) =>
    c.body(servedDocument, 200, { 'content-type': 'application/json; charset=utf-8' }),
  )
