import { doneLife } from '#domain/basics/bounds.ts'
import { ownedCookie } from '#http/sealed-cookie.ts'
import type { DeskCasePorts } from '../ports.ts'
import type { SpotCodes } from './record-spot.ts'

/** Cookie that carries the two codes from the form to the pages that print them, each on a slip of its own. */
export const spotSlipCookie = (ports: DeskCasePorts) =>
  ownedCookie<SpotCodes>(ports, 'slip-cookie', doneLife, 'spot')
