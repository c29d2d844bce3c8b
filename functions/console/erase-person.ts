/**
 * npm run person:erase -- <case number> <number of the person>
 * Erases one person of a case in the local database: their texts, their tracking code and the blind indexes
 * that find them. This cannot be undone. The erasure is also written to a list outside the database, which is
 * replayed before a restored backup is served.
 */
import { join } from 'node:path'
import { isCaseNumber } from '#domain/filing/case-number.ts'
import { erasePerson } from '../desk/erase-person.ts'
import { erasureFile } from '../erasure-list.ts'
import { withLocalPorts } from './ports.ts'
import { erasuresName, stateFolder } from './secrets.ts'

const failures = {
  unknown: 'No case has this number.',
  noSuchPerson: 'No person in this case has this number; the complainant is 1.',
  stale:
    'The case was changed at the same moment. The erasure is recorded and will be repeated at the next start.',
}

const [number = '', person = ''] = process.argv.slice(2)
if (!isCaseNumber(number) || !/^[1-9]\d?$/.test(person)) {
  process.stderr.write(
    'npm run person:erase -- <case number> <number of the person: 1 the complainant, 2 …>\n',
  )
  process.exitCode = 1
} else {
  const state = stateFolder()
  const erasures = erasureFile(join(state, erasuresName))
  const done = await withLocalPorts(state, (ports) =>
    erasePerson({ ...ports, erasures }, number, Number(person)),
  )
  if (done.ok) process.stdout.write(`${number}: person ${person} is erased\n`)
  else {
    process.stderr.write(`${failures[done.error]}\n`)
    process.exitCode = 1
  }
}
