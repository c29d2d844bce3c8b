import { createServer, type ServerResponse } from 'node:http'
import { DatabaseSync } from 'node:sqlite'
import { filingWriter } from './filing-rows.ts'

/**
 * The floor: node:http with node:sqlite and nothing else. `/read` is one SELECT by an index, `/write` one INSERT with an
 * fsync of its own. With a database of the app, `/write` writes what a filing writes instead, each filing with an fsync of
 * its own, or those of one turn of the event loop with one. Arguments: database file, port, the database of an app and one
 * with its schema, `together`.
 */
const [file = '', port = '0', source, filings = '', together] = process.argv.slice(2)
const writeFilings = source === undefined ? undefined : filingWriter(filings, source)
const database = new DatabaseSync(file)
database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL')
database.exec('CREATE TABLE bare (id INTEGER PRIMARY KEY, key TEXT NOT NULL, value TEXT)')
database.exec('CREATE INDEX bare_key ON bare (key)')
const write = database.prepare('INSERT INTO bare (key, value) VALUES (?, ?) RETURNING id')
const read = database.prepare('SELECT id, value FROM bare WHERE key = ?')
for (let i = 0; i < 200; i += 1) write.get(`k${i}`, 'value')

const answer = (to: ServerResponse, status: number, row: unknown): void => {
  to.writeHead(status, { 'content-type': 'application/json' })
  to.end(JSON.stringify(row ?? null))
}

const waiting: ServerResponse[] = []
/** Writes the filings that wait, with one fsync, and answers them. */
const flush = (): void => {
  const answered = waiting.splice(0)
  writeFilings?.(answered.length)
  for (const to of answered) answer(to, 201, read.get('k1'))
}

createServer((incoming, to) => {
  const chunks: Buffer[] = []
  incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
  incoming.on('end', () => {
    const { key } = JSON.parse(Buffer.concat(chunks).toString() || '{}') as { key?: string }
    if (incoming.url !== '/write') answer(to, 200, read.get(key ?? 'k1'))
    else if (!writeFilings) answer(to, 201, write.get(key ?? '', 'value'))
    else if (waiting.push(to) === 1) together ? setImmediate(flush) : flush()
  })
}).listen(Number(port), '127.0.0.1')
