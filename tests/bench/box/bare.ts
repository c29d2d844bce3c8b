import { createServer } from 'node:http'
import { DatabaseSync } from 'node:sqlite'
import { filingWriter } from './filing-rows.ts'

/**
 * The floor: node:http with node:sqlite and nothing else. `/read` is one SELECT by an index, `/write` one INSERT with an
 * fsync of its own; with a database of the app, it also writes what a filing writes. Arguments: database file, port, the
 * database of an app and one with its schema.
 */
const [file = '', port = '0', source, filings = ''] = process.argv.slice(2)
const writeFiling = source === undefined ? undefined : filingWriter(filings, source)
const database = new DatabaseSync(file)
database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL')
database.exec('CREATE TABLE bare (id INTEGER PRIMARY KEY, key TEXT NOT NULL, value TEXT)')
database.exec('CREATE INDEX bare_key ON bare (key)')
const write = database.prepare('INSERT INTO bare (key, value) VALUES (?, ?) RETURNING id')
const read = database.prepare('SELECT id, value FROM bare WHERE key = ?')
for (let i = 0; i < 200; i += 1) write.get(`k${i}`, 'value')

createServer((incoming, to) => {
  const chunks: Buffer[] = []
  incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
  incoming.on('end', () => {
    const { key } = JSON.parse(Buffer.concat(chunks).toString() || '{}') as { key?: string }
    const writes = incoming.url === '/write'
    if (writes) writeFiling?.()
    const row = writes && !writeFiling ? write.get(key ?? '', 'value') : read.get(key ?? 'k1')
    to.writeHead(writes ? 201 : 200, { 'content-type': 'application/json' })
    to.end(JSON.stringify(row ?? null))
  })
}).listen(Number(port), '127.0.0.1')
