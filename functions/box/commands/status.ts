import { existsSync } from 'node:fs'
import { clock } from '../../console/clock.ts'
import { boxSettings } from '../box-ports.ts'
import { command, say } from '../command.ts'
import { readBoxSecrets } from '../config.ts'
import { paperPath } from '../key-files.ts'
import { becomeOwner } from '../rights.ts'
import { findings } from '../setup/health.ts'

/** Says in a few lines whether everything is as it should be; ends with 1 if something is not. */
export const run = command({ usage: ['status'] }, async () => {
  const settings = boxSettings()
  // Looked for first: keys, and the folder of the settings, may be closed to the owner of the state.
  const secrets = readBoxSecrets(settings)
  const paper = existsSync(paperPath()) ? paperPath() : undefined
  becomeOwner(settings.state)
  const found = await findings(settings, secrets, paper, clock())
  say(...found.map(({ good, says }) => `${good ? '好  ' : '注意'}  ${says}`))
  return found.every(({ good }) => good)
})
