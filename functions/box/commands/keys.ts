import { clock } from '../../console/clock.ts'
import { boxConfig } from '../box-ports.ts'
import { command, Refusal, say } from '../command.ts'
import { ownUnits } from '../instance.ts'
import { readBackupKey } from '../key-files.ts'
import { misfitsIn, sayMisfits, takePepper } from '../own-keys.ts'
import { statePaths } from '../paths.ts'
import { becomeOwner } from '../rights.ts'
import { needStopped } from '../setup/answering.ts'
import { hasDatabase } from '../state.ts'
import { upgradeState } from '../upgrade.ts'

const takes = {
  usage: ['keys [--new-pepper]'],
  options: { 'new-pepper': { type: 'boolean', default: false } },
} as const

/**
 * liuchixiang keys [--new-pepper]: whether the keys of the machine are those of the database. With --new-pepper the pepper of
 * the machine takes the place of a lost one.
 */
export const run = command(takes, async ({ values }) => {
  const config = boxConfig()
  const { state, secrets, listen } = config
  const key = readBackupKey(config)
  const { database } = statePaths(state)
  becomeOwner(state)
  if (!hasDatabase(state)) throw new Refusal(`${database}：还没有数据库。`)
  const misfits = await misfitsIn(database, secrets)
  if (misfits.length === 0) return say('master-key、code-pepper 和数据库对得上。')
  if (!values['new-pepper'] || misfits.includes('master-key')) throw new Refusal(sayMisfits(misfits))
  await needStopped(listen)
  // The server has refused to do it, with a pepper that was not the database's.
  const upgraded = await upgradeState(state, key, clock())
  if (!upgraded.ok) throw new Refusal(upgraded.error)
  say(...(await takePepper(database, secrets)), `现在启动：sudo systemctl start ${ownUnits().server}`)
})
