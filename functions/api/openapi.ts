import { Hono } from 'hono'
import { api } from '../domain/routes.ts'
import { openapi } from '../generated/openapi.ts'

/** GET /api/v1/openapi.json: the document that the build made from the schemas. */
export const openapiApi = (): Hono =>
  new Hono().get(api.openapi, (c) =>
    c.body(openapi, 200, { 'content-type': 'application/json; charset=utf-8' }),
  )
