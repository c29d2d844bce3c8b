import { clock } from '../../console/clock.ts'
import { boxSettings } from '../box-ports.ts'
import { command, say } from '../command.ts'
import { findings } from '../setup/health.ts'

/** Says in a few lines whether everything is as it should be; ends with 1 if something is not. */
export const run = command(async () => {
  const found = await findings(boxSettings(), clock())
  say(...found.map(({ good, says }) => `${good ? '好  ' : '注意'}  ${says}`))
  return found.every(({ good }) => good)
})
