import { commands, usage } from './commands.ts'
import { outliveOutput } from './output.ts'

/** Entry file of the program of a county's own box (docs/how/box.md). */

/** A command that cannot go on says why; its message is about the machine, never about a case. */
const gaveUp = (error: Error): number => {
  process.stderr.write(`${error.message}\n`)
  return 1
}

const asksForHelp = ['', 'help', '--help', '-h']

outliveOutput()
const [name = '', ...args] = process.argv.slice(2)
const command = Object.hasOwn(commands, name) ? commands[name] : undefined
if (command)
  process.exitCode = await command
    .load()
    .then(({ run }) => run(args))
    .catch(gaveUp)
else {
  if (!asksForHelp.includes(name)) process.stderr.write(`没有“${name.slice(0, 40)}”这个命令。\n`)
  process.stderr.write(`${usage()}\n`)
  process.exitCode = 2
}
