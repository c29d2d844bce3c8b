/** A stream of the process that cannot be written to. */
const unwritable = ({ code }: NodeJS.ErrnoException): void => {
  // Who reads has what they wanted, as `head` does: the command goes on, and its exit code is that of its work.
  if (code === 'EPIPE') return
  process.stderr.write(`输出没有写全（${code}）。\n`)
  process.once('exit', () => {
    process.exitCode ||= 1
  })
}

/**
 * Keeps a command alive whose output cannot be written. Node ends the process in the middle of its work, and an erasure
 * or a first run would stay half done. A closed pipe is nothing to say; a full disk is said, and the exit code is not 0.
 */
export const outliveOutput = (): void => {
  process.stdout.on('error', unwritable)
  process.stderr.on('error', ({ code }: NodeJS.ErrnoException) => {
    if (code !== 'EPIPE') process.exitCode = 1
  })
}
