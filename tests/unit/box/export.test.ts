import { readdirSync, writeFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { exportState } from '../../../functions/box/moving/export.ts'
import { statePaths } from '../../../functions/box/paths.ts'
import { emptyState } from '../../support/box-state.ts'

it('an export of a damaged database leaves nothing, so that the next is not refused', async () => {
  const [state, to] = [emptyState(), emptyState()]
  writeFileSync(statePaths(state).database, 'garbage '.repeat(1_000))
  await expect(exportState(state, to, 'evidence')).rejects.toThrow('not a database')
  expect(readdirSync(to)).toEqual([])
})
