/**
 * npm run staff:code -- <secret>: prints the six digits an authenticator shows now, for sample accounts on
 * this machine.
 */
import { codeAt } from './totp.ts'

const [secret = ''] = process.argv.slice(2)
if (/^[A-Z2-7]{32}$/.test(secret)) process.stdout.write(`${await codeAt(secret, Date.now())}\n`)
else {
  process.stderr.write('npm run staff:code -- <the 32 letters of the secret>\n')
  process.exitCode = 1
}
