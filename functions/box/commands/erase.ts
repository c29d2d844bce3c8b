import { mkdir } from 'node:fs/promises'
import { eraseOne, erasureArguments, isErasure } from '../../console/erase-one.ts'
import { copyErasures } from '../backup/erasures.ts'
import { withBoxPorts } from '../box-ports.ts'
import { command, Refusal, say } from '../command.ts'
import { statePaths } from '../paths.ts'

/** Erases one person of a case, and notes it beside the backups at once: the next of them may be an hour away. */
export const run = command(async ([number = '', person = '']) => {
  if (!isErasure(number, person)) throw new Refusal(`liuchixiang erase ${erasureArguments}`)
  await withBoxPorts(async (ports, { state }) => {
    say(await eraseOne(ports, number, person))
    await mkdir(statePaths(state).backups, { recursive: true, mode: 0o700 })
    await copyErasures(state)
  })
})
