import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

/** CONTRIBUTING.md: a reader of a shared function learns from its docstring what it takes, returns and refuses. */

const folders = ['functions/domain', 'functions/http', 'functions/store/ports']
const exported = /^export (?:async function|function|const) (\w+)(?:\(|.* = (?:async )?(?:<.*>)?\()/

/** Names of the exported functions of a module that no comment precedes. */
const undocumented = (source: string): string[] => {
  const lines = source.split('\n')
  return lines.flatMap((line, at) => {
    const name = exported.exec(line)?.[1]
    return name && !lines[at - 1]?.endsWith('*/') ? [name] : []
  })
}

describe('docstrings', () => {
  it.each(folders)('every exported function of %s has one', (folder) => {
    const files = globSync(`${folder}/**/*.{ts,tsx}`).filter((file) => !file.includes('/planted-'))
    expect(files).not.toEqual([])
    expect(
      files.flatMap((file) => undocumented(readFileSync(file, 'utf8')).map((name) => `${file}: ${name}`)),
    ).toEqual([])
  })

  it.each([
    ['export const twice = (n: number): number => n * 2', ['twice']],
    ['export const load = async (id: string) => id', ['load']],
    ['export const pick = <T>(all: T[]): T[] => all', ['pick']],
    ['export function* ignored() {}\nexport async function read() {}', ['read']],
    ['/** Doubles. */\nexport const twice = (n: number): number => n * 2', []],
    ['export const bound = 4', []],
    ['const inner = () => 1', []],
  ])('the check reads %s', (source, names) => {
    expect(undocumented(source)).toEqual(names)
  })
})
