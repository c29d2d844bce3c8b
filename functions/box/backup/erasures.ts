import { join } from 'node:path'
import { boxErasures } from '../erasures.ts'
import { statePaths } from '../paths.ts'
import { writeWhole } from './durable.ts'

/**
 * Adds to the list of erasures beside the backups what only the list of the state has. A restore takes the list beside
 * the backups, which is newer than the backup itself.
 */
export const copyErasures = async (state: string): Promise<void> => {
  const { backups, erasures } = statePaths(state)
  const beside = join(backups, 'erasures.jsonl')
  const [known, all] = [await boxErasures(beside).all(), await boxErasures(erasures).all()]
  const lines = new Set([...known, ...all].map((erasure) => JSON.stringify(erasure)))
  if (lines.size > known.length)
    await writeWhole(beside, [Buffer.from([...lines].map((line) => `${line}\n`).join(''))])
}
