/**
 * npm run case -- <move> <case number> [--message 给他的话] [--subject 事由] [--matter
 * petition|consumer-mediation|other]
 * Makes a move on a case of the local database without the desk's pages, through the same use-case.
 */
import { parseArgs } from 'node:util'
import { isCaseNumber } from '#domain/filing/case-number.ts'
import type { MoveFailure } from '#domain/moves/failures.ts'
import { type Move, type MoveKind, moves } from '#domain/moves/table.ts'
import { type Matter, matterIds } from '#domain/words/matters.ts'
import { statuses } from '#domain/words/statuses.ts'
import { moveCase } from '../desk/moves/move-case.ts'
import { withLocalPorts } from './ports.ts'
import { stateFolder } from './secrets.ts'

/** The commands, and the kind of event each one makes. */
const commands: Record<string, MoveKind> = {
  accept: 'accepted',
  decline: 'declined',
  mediate: 'mediating',
  handle: 'handling',
  message: 'message',
  settle: 'settled',
  fail: 'failed',
  answer: 'answered',
  close: 'closed',
}

const usage = `npm run case -- <${Object.keys(commands).join('|')}> <case number> [--message …] [--subject …] [--matter ${matterIds.join('|')}]`

const failures: Partial<Record<MoveFailure, string>> = {
  unknown: 'No case has this number.',
  stale: 'Another person moved the case in the meantime; check its status first.',
  status: 'This move is not allowed in the current status of the case.',
  track: 'This move does not exist on the track of the case.',
}

const run = async (): Promise<string> => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { message: { type: 'string' }, subject: { type: 'string' }, matter: { type: 'string' } },
  })
  const [command = '', number = ''] = positionals
  const kind = commands[command]
  const { message, subject, matter } = values
  if (!kind || !isCaseNumber(number)) throw new Error(usage)
  const { needs }: Move = moves[kind]
  if (needs.includes('message') && !message)
    throw new Error('This move needs --message: a message to the complainant that gives the reason.')
  if (matter !== undefined && !matterIds.includes(matter as Matter)) throw new Error(usage)
  const input = {
    ...(message && { message }),
    ...(subject && { subject }),
    ...(matter && { matter: matter as Matter }),
  }
  const request = { number, kind, by: 'console', input } as const
  const moved = await withLocalPorts(stateFolder(), (ports) => moveCase(ports, request))
  if (!moved.ok) {
    const { from }: Move = moves[kind]
    const allowed = moved.error === 'status' ? ` ${command}: from ${from.join(', ')}.` : ''
    throw new Error(`${failures[moved.error] ?? moved.error}${allowed}`)
  }
  return `${number}: ${moved.value.status} ${statuses[moved.value.status].name}`
}

try {
  process.stdout.write(`${await run()}\n`)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
