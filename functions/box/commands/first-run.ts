import { chmodSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { clock } from '../../console/clock.ts'
import { createAccount, inviteLink } from '../../console/new-account.ts'
import { boxConfig, boxSettings, withBoxPorts } from '../box-ports.ts'
import { command, Refusal, say } from '../command.ts'
import { type BoxConfig, configPath, readBoxSettings, sayBoxFaults } from '../config.ts'
import { ownCommand, ownUnits } from '../instance.ts'
import { newKeysFolder, paperPath, readBackupKey } from '../key-files.ts'
import { misfitsOf, noteOwnKeys, tracesIn } from '../own-keys.ts'
import { statePaths } from '../paths.ts'
import { readDatabase } from '../read-database.ts'
import { actAsOwner, asOwner } from '../rights.ts'
import { sayInUse } from '../setup/answering.ts'
import { complete, firstAdmin, firstRunOptions } from '../setup/answers.ts'
import { type FitsDatabase, prepareKeys } from '../setup/keys.ts'
import { readinessLines } from '../setup/readiness.ts'
import { hasDatabase, hasLostDatabase } from '../state.ts'
import { lockState } from '../state-lock.ts'
import { upgradeState } from '../upgrade.ts'

/** Where the package keeps the state; elsewhere the environment says. */
const stateFolder = (): string => process.env['STATE_DIRECTORY'] ?? '/var/lib/liuchixiang'

/** Writes box.json and checks it as the server will. @throws if it is not right, and leaves none */
const writeSettings = (origin: string, listen: string): void => {
  const path = configPath()
  const text = JSON.stringify({ origin, listen, state: stateFolder(), keys: newKeysFolder() }, null, 2)
  const tried = `${path}.new`
  writeFileSync(tried, `${text}\n`)
  const settings = readBoxSettings(tried)
  if (settings.ok) {
    // It has no secret, and the server reads it with fewer rights.
    chmodSync(tried, 0o644)
    renameSync(tried, path)
    return
  }
  rmSync(tried)
  throw new Refusal(sayBoxFaults(settings.error).replaceAll(tried, path))
}

const sayPaper = (): void => {
  if (!existsSync(paperPath())) return
  say(
    '',
    `要紧：${paperPath()} 是三把钥匙的抄本。请现在打印（或照抄）两份，装信封封好，放进两处保险柜，`,
    '不要和备份放在一起；然后从机器上删掉：',
    `  shred -u ${paperPath()}`,
    '丢了 master-key，所有案件永远打不开；丢了 code-pepper，所有查询码失效；丢了 backup-key，备份打不开。',
  )
}

/** Compares keys with the database that is there already, if there is one. */
const fitsDatabase =
  (state: string): FitsDatabase =>
  async (secrets) =>
    hasDatabase(state)
      ? misfitsOf(
          asOwner(state, () => readDatabase(statePaths(state).database, tracesIn)),
          secrets,
        )
      : []

/** What follows where no administrator was made: the data of another machine come next, unless they are here. */
const sayNext = (state: string): void => {
  const { server, timer } = ownUnits()
  if (hasDatabase(state))
    say(
      '数据库已经在这台机器上，不用恢复，也不用导入。接着：',
      `  sudo systemctl enable --now ${server} ${timer}`,
      `  sudo ${ownCommand()} backup`,
    )
  else say(`接着恢复备份（${ownCommand()} restore …）或从 Cloudflare 导入（${ownCommand()} import …）。`)
}

const makeDatabase = async (
  { state, secrets }: BoxConfig,
  key: ReturnType<typeof readBackupKey>,
): Promise<void> => {
  mkdirSync(state, { recursive: true, mode: 0o700 })
  actAsOwner(state)
  const release = lockState(state, 'shared')
  if (!release) throw new Refusal(sayInUse())
  try {
    if (hasLostDatabase(state))
      throw new Refusal(
        `${statePaths(state).database} 不见了，别的数据还在。没有建新的：请恢复最近的备份（${ownCommand()} restore …）。`,
      )
    const upgraded = await upgradeState(state, key, clock())
    if (!upgraded.ok) throw new Refusal(upgraded.error)
    await noteOwnKeys(statePaths(state).database, secrets)
  } finally {
    release()
  }
}

const takes = {
  usage: [
    'first-run [--origin <网站地址>] [--name <姓名>] [--username <登录名>] [--unit <单位编号>]',
    'first-run --origin <网站地址> --keys <钥匙纸>  接着恢复备份',
    'first-run --origin <网站地址> --secrets <文件夹>  接着从 Cloudflare 导入',
  ],
  options: firstRunOptions,
}

/**
 * liuchixiang first-run: settings, keys, database, first administrator. What is there is never changed, so it can be run
 * again after it has stopped. With --keys or --secrets it prepares a box for `restore` or `import`: no database, no
 * administrator.
 */
export const run = command(takes, async ({ values: { keys: sheet, secrets, listen, ...options } }) => {
  const takesOver = sheet !== undefined || secrets !== undefined
  const configured = existsSync(configPath())
  const given = await complete(options, [
    ...(configured ? [] : (['origin'] as const)),
    ...(takesOver ? [] : (['name', 'username', 'unit'] as const)),
  ])
  const admin = takesOver ? undefined : firstAdmin(given)
  const { server, timer } = ownUnits()
  mkdirSync(dirname(configPath()), { recursive: true })
  if (configured) say(`设置已经有了，没有改动：${configPath()}`)
  else writeSettings((given.origin ?? '').replace(/\/$/, ''), listen)
  const { state } = boxSettings()
  say(await prepareKeys(sheet, secrets, fitsDatabase(state)))
  if (admin) {
    // Read first: the owner of the state, whose rights come next, cannot read the keys.
    const config = boxConfig()
    const key = readBackupKey(config)
    const lacking = readinessLines(config.origin, clock())
    await makeDatabase(config, key)
    await withBoxPorts(async (ports, { origin }) => {
      const token = await createAccount(ports, admin)
      say(
        `管理员 ${admin.name}（${admin.username}）的一次性链接，72 小时内有效：`,
        inviteLink(origin, token).trimEnd(),
      )
    }, config)
    sayPaper()
    if (lacking.length > 0) say('', ...lacking)
    say('', `现在启动：sudo systemctl enable --now ${server} ${timer}`)
    return
  }
  // A sheet that was typed from paper has its copies already.
  if (sheet === undefined) sayPaper()
  else say(`恢复好以后，从机器上删掉抄来的这一份：sudo shred -u ${sheet}`)
  sayNext(state)
})
