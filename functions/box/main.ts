import { commands, usage } from './commands.ts'

/** Entry file of the program of a county's own box (docs/how/box.md). */

const [name = '', ...args] = process.argv.slice(2)
const command = Object.hasOwn(commands, name) ? commands[name] : undefined
if (command) process.exitCode = await (await command.load()).run(args)
else {
  process.stderr.write(`${usage()}\n`)
  process.exitCode = 2
}
