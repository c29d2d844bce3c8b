import { createServer } from 'node:http'
import { DatabaseSync } from 'node:sqlite'

/**
 * The floor: node:http with node:sqlite and nothing else. `/read` is one SELECT by an index, `/write` one INSERT with an
 * fsync of its own. Arguments: database file, port.
 */
const [file = '', port = '0'] = process.argv.slice(2)
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
    const row = writes ? write.get(key ?? '', 'value') : read.get(key ?? 'k1')
    to.writeHead(writes ? 201 : 200, { 'content-type': 'application/json' })
    to.end(JSON.stringify(row ?? null))
  })
}).listen(Number(port), '127.0.0.1')
