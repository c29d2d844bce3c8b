import { Hono } from 'hono'
import type { Similar } from '#domain/search/similar.ts'
import type { Ports } from '#ports'
import type { FilingStore } from '#store/ports/filing.ts'
import { checkRoutes } from './check/routes.tsx'
import { doneRoutes } from './done/routes.tsx'

/** The pages of filing: a table of contents. */
export const filingRoutes = (ports: Ports<FilingStore>, similar: Similar): Hono =>
  new Hono().route('/', checkRoutes(ports, similar)).route('/', doneRoutes(ports))
