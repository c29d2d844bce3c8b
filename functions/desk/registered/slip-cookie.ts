import { doneLife } from '#domain/basics/bounds.ts'
import { ownedCookie } from '#http/sealed-cookie.ts'
import type { Slip } from '#ui/slip.tsx'
import type { DeskCasePorts } from '../ports.ts'

/** Cookie that carries the slip from the register form to the page that shows it. */
export const slipCookie = (ports: DeskCasePorts) =>
  ownedCookie<{ slip: Slip; unit: string; nobody: boolean; replaced?: boolean }>(
    ports,
    'slip-cookie',
    doneLife,
  )
