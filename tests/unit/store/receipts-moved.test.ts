import { readdirSync, readFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { expect, it } from 'vitest'

const moving = '0021'

it('receipts of before the move are found after it, so that a post that is repeated meanwhile is stored once', () => {
  const database = new DatabaseSync(':memory:')
  const files = readdirSync('migrations').filter((name) => name.endsWith('.sql'))
  const run = (names: string[]) => {
    for (const name of names.toSorted()) database.exec(readFileSync(`migrations/${name}`, 'utf8'))
  }
  run(files.filter((name) => name < moving))
  const receipt = { key_hash: 'k', body_mac: 'm', case_id: 'c', answer: Buffer.from('sealed'), expires_at: 5 }
  database
    .prepare('INSERT INTO filing_receipt VALUES (:key_hash, :body_mac, :case_id, :answer, :expires_at)')
    .run(receipt)
  run(files.filter((name) => name >= moving))
  const [kept] = database.prepare('SELECT * FROM post_receipt').all()
  expect({ ...kept, answer: Buffer.from(kept?.['answer'] as Uint8Array) }).toEqual(receipt)
  expect(database.prepare('SELECT count(*) AS n FROM filing_receipt').get()).toEqual({ n: 0 })
})
