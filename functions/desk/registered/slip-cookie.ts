import { doneLife } from '#domain/basics/bounds.ts'
import { ownedCookie } from '#http/sealed-cookie.ts'
import type { Slip } from '#ui/slip.tsx'
import type { DeskCasePorts } from '../ports.ts'

/**
 * The code takes the place of one that was lost, of who filed or of somebody else; is for a person who was invited or for
 * another who joined; absent: of a new case.
 */
export type Given = 'replaced' | 'replaced-joined' | 'other' | 'joined'

interface Registered {
  slip: Slip
  unit: string
  nobody: boolean
  /** The key under which the answer is kept for a repeat, of a case that was registered. */
  key?: string
  given?: Given
  /** Whose code it is, if they did not file: their place, and their name where there are several. */
  whom?: string | undefined
}

/** Cookie that carries the slip from the register form to the page that shows it. */
export const slipCookie = (ports: DeskCasePorts) => ownedCookie<Registered>(ports, 'slip-cookie', doneLife)
