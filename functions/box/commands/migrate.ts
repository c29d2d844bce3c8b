import { existsSync } from 'node:fs'
import { ok } from '#domain/basics/result.ts'
import { clock } from '../../console/clock.ts'
import { boxSettings, migrateState } from '../box-ports.ts'
import { command, Refusal, say } from '../command.ts'
import { configPath } from '../config.ts'
import { readBackupKey } from '../key-files.ts'
import { statePaths } from '../paths.ts'
import { becomeOwner } from '../rights.ts'
import { hasDatabase } from '../state.ts'
import { type Upgraded, upgradeState } from '../upgrade.ts'

const options = {
  /** Migrates even if no backup can be made. */
  'no-backup': { type: 'boolean', default: false },
  /** Does nothing where nothing was set up yet. */
  'if-any': { type: 'boolean', default: false },
} as const

/**
 * liuchixiang migrate [--no-backup] [--if-any]: a backup, then the migrations that the database lacks, as `serve` does by
 * itself. Earlier programs go on with the database, so the server may run.
 */
export const run = command({ usage: ['migrate [--no-backup]'], options }, async ({ values }) => {
  if (values['if-any'] && !existsSync(configPath())) return
  const { state, ...settings } = boxSettings()
  const key = readBackupKey(settings)
  becomeOwner(state)
  if (!hasDatabase(state)) {
    if (values['if-any']) return
    throw new Refusal(`${statePaths(state).database}：还没有数据库。`)
  }
  const upgraded = values['no-backup']
    ? ok<Upgraded>({ steps: migrateState(state) })
    : await upgradeState(state, key, clock())
  if (!upgraded.ok) throw new Refusal(upgraded.error)
  const { steps, backup } = upgraded.value
  if (backup !== undefined) say(`升级以前的备份：${backup}`)
  say(steps.length > 0 ? `数据库已升级 ${steps.length} 步。` : '数据库不用升级。')
})
