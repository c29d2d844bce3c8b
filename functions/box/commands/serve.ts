import { configPath, readBoxConfig, sayBoxFaults } from '../config.ts'
import type { Run } from '../run.ts'

export const run: Run = async () => {
  const config = readBoxConfig(configPath())
  if (config.ok) return 0
  process.stderr.write(`${sayBoxFaults(config.error)}\n`)
  return 1
}
