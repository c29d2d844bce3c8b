import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { nodeClient } from '../../support/node-app.ts'

const folder = mkdtempSync(join(tmpdir(), 'pages-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Pages in the write-ahead log (sqlite.org/fileformat2.html, 4.1): those before the first checkpoint, so all of them. */
const pages = (database: string): number => {
  const log = readFileSync(`${database}-wal`)
  return Math.floor((log.length - 32) / (24 + log.readUInt32BE(8)))
}

it('a filing in a group of sixteen writes at most nine pages of the log: what is filed together lies together', async () => {
  const database = join(folder, 'app.db')
  let sender = 0
  const client = nodeClient({
    database,
    inProgress: () => 16,
    clientAddress: () => {
      sender += 1
      return `10.0.0.${sender % 256}`
    },
  })
  const group = () => Promise.all(Array.from({ length: 16 }, () => client.file()))
  for (let i = 0; i < 6; i += 1) await group()
  const before = pages(database)
  for (let i = 0; i < 6; i += 1) await group()
  const each = (pages(database) - before) / 96
  client.close()
  expect(each).toBeGreaterThan(5)
  expect(each).toBeLessThan(9)
})
