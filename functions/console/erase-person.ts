/**
 * npm run person:erase -- <case number> <number of the person>
 * Erases one person of a case in the local database. This cannot be undone. The erasure is also written to a list outside
 * the database, which is replayed before a restored backup is served.
 */
import { join } from 'node:path'
import { erasureFile } from '../erasure-list.ts'
import { eraseOne, erasureArguments, isErasure } from './erase-one.ts'
import { withLocalPorts } from './ports.ts'
import { erasuresName, stateFolder } from './secrets.ts'

const [number = '', person = ''] = process.argv.slice(2)
try {
  if (!isErasure(number, person)) throw new Error(`npm run person:erase -- ${erasureArguments}`)
  const state = stateFolder()
  const erasures = erasureFile(join(state, erasuresName))
  const done = await withLocalPorts(state, (ports) => eraseOne({ ...ports, erasures }, number, person))
  process.stdout.write(`${done}\n`)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
