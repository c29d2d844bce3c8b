import { Hono } from 'hono'
import type { AddFile, DeskCasePorts } from '../ports.ts'
import { addRoutes } from './add-routes.tsx'
import { showRoutes } from './show-routes.tsx'

/** Files of a case at the desk: a table of contents. */
export const fileRoutes = (ports: DeskCasePorts & { addFile: AddFile }): Hono =>
  new Hono().route('/', addRoutes(ports)).route('/', showRoutes(ports))
