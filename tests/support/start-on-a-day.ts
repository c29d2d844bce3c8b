/** Like `npm start`, on the day of TEST_DAY: this process and both Workers use its clock. */
import './moved-clock.ts'
import { mkdirSync, readFileSync } from 'node:fs'
import { ensureSecrets, stateFolder } from '../../functions/console/secrets.ts'
import { start } from '../../functions/console/start.ts'
import { copyConfigs } from './configs.ts'

ensureSecrets()
mkdirSync(stateFolder(), { recursive: true })
await start(copyConfigs(stateFolder(), readFileSync('.dev.vars', 'utf8')))
