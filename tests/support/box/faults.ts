import { spawnSync } from 'node:child_process'
import { expect } from 'vitest'

/**
 * What a maintainer's `verify` names of all that is stored beside the histories, a line each.
 * @param config path of the configuration of a box
 */
export const faultsOf = (config: string): string[] => {
  const { stdout, stderr } = spawnSync(process.execPath, ['tests/.output/box/liuchixiang.mjs', 'verify'], {
    encoding: 'utf8',
    env: { ...process.env, LIUCHIXIANG_CONFIG: config },
  })
  expect(stderr + stdout).toContain('件案件，')
  return stdout.split('\n').filter((line) => /^(对不上|最早的一处)/.test(line))
}
