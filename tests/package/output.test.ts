import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, existsSync, mkdtempSync, openSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { bundleBox } from '../../functions/box/bundle.ts'
import { newMachine } from '../support/box-machine.ts'

/** Commands whose output is not read to its end (`liuchixiang verify | head`), or goes to a full disk. */

const folder = mkdtempSync(join(tmpdir(), 'liuchixiang-output-'))
let machine: Awaited<ReturnType<typeof newMachine>>

beforeAll(async () => {
  machine = await newMachine([process.execPath, resolve(await bundleBox(folder))])
})
afterAll(() => {
  machine.stop()
  for (const one of [folder, machine.place()]) rmSync(one, { recursive: true, force: true })
})

/** Exit code and errors of a command. @param name which of its streams nobody reads */
const ended = async (child: ChildProcess) => {
  let stderr = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  const [code] = await once(child, 'close')
  return [code, stderr]
}
/** A command whose pipe is closed before it writes. */
const unread = (stream: 'stdout' | 'stderr', ...args: string[]) => {
  const child = machine.start(['ignore', 'pipe', 'pipe'], ...args)
  child[stream]?.destroy()
  return ended(child)
}
const toFullDisk = async (...args: string[]) => {
  const full = openSync('/dev/full', 'w')
  const child = machine.start(['ignore', full, 'pipe'], ...args)
  closeSync(full)
  return ended(child)
}
const firstRun = [
  ...['first-run', '--origin', 'http://127.0.0.1:8331', '--listen', '127.0.0.1:8331'],
  ...['--name', '张三', '--username', 'zhang.san', '--unit', 'shili-centre'],
]

it('first-run does all of its work while nobody reads what it says', async () => {
  expect(await unread('stdout', ...firstRun)).toEqual([0, ''])
  for (const made of ['etc/box.json', 'etc/keys/master-key', 'state/app.db'])
    expect(existsSync(machine.place(made)), made).toBe(true)
})

it.each([
  // No server is running here: status finds that.
  ['status', 1],
  ['verify', 0],
  ['backup', 0],
  ['migrate', 0],
])('%s ends quietly, with the exit code of its work, where nobody reads what it says', async (name, code) => {
  expect(await unread('stdout', name)).toEqual([code, ''])
})

it.each([
  ['a command that is none', ['no-such-command'], 2],
  ['an option that is none', ['first-run', '--no-such-option'], 1],
  ['a refusal', ['restore'], 1],
] as const)('%s ends with its code where nobody reads its errors', async (_, args, code) => {
  expect((await unread('stderr', ...args))[0]).toBe(code)
})

it('output that a full disk does not take is said, and is no success', async () => {
  expect(await toFullDisk('verify')).toEqual([1, '输出没有写全（ENOSPC）。\n'])
})
