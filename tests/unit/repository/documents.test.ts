import { globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  brokenLinks,
  foreignPapers,
  isDocument,
  missingCommands,
  missingDocuments,
  missingFiles,
  missingNames,
  missingPaths,
  missingRecords,
  missingRules,
  ruleNumbers,
  type TextFile,
  textFiles,
} from '../../support/documents.ts'

/** What comments and documents name must exist in the repository, the only source readers have (docs/adr/0020-documents.md). */

// These two files contain broken names on purpose.
const checkers = ['tests/support/documents.ts', 'tests/unit/repository/documents.test.ts']
const files = textFiles().filter(({ file }) => !checkers.includes(file))
const documents = files.filter(isDocument)
const rules = readFileSync('docs/rules.md', 'utf8')
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }
const code = files
  .filter(({ file }) => /^(functions|site|tests|migrations)\//.test(file))
  .map(({ text }) => text)
  .join('\n')

/** Each check: its name, the files it reads, and a planted text that it must report. */
const checks: [name: string, files: TextFile[], (file: TextFile) => string[], planted: string][] = [
  ['comments and documents cite no private working paper', files, foreignPapers, '// see DESIGN 10'],
  ['comments and documents cite no private design folder', files, foreignPapers, '// as in look/README'],
  ['every document that a file names exists', files, missingDocuments, '// docs/no-such-page.md'],
  [
    'every rule that a file cites exists',
    files,
    (file) => missingRules(file, rules),
    '// rules.md R1, R9999',
  ],
  ['every decision record that a file cites exists', files, missingRecords, '// ADR 9999'],
  ['every path of a decision record exists', files, missingRecords, '// docs/adr/9999'],
  ['every link of a document leads to a file', documents, brokenLinks, '[a](no-such-page.md)'],
  [
    'every anchor of a document leads to a heading',
    documents,
    brokenLinks,
    '[a](docs/rules.md#r9999-nothing)',
  ],
  ['every path in a document exists', documents, missingPaths, 'in `functions/no-such-folder/`'],
  ['every file that a comment names exists', files, missingFiles, '// see functions/no-such-file.ts'],
  [
    'every command that a document names exists',
    documents,
    (file) => missingCommands(file, scripts),
    'npm run no-such-command',
  ],
  [
    'every identifier in docs/how exists in the code',
    documents,
    (file) => missingNames(file, code),
    '`noSuchFunction`',
  ],
]

describe('names in comments and documents', () => {
  it.each(checks)('%s', (_, checked, check) => {
    const faults = checked.flatMap((file) => check(file).map((fault) => `${file.file}: ${fault}`))
    expect(faults).toEqual([])
  })

  it.each(checks)('a planted fault is reported: %s', (name, _, check, planted) => {
    const place = name.includes('docs/how') ? 'docs/how/planted' : 'planted'
    const file = `${place}.${name.includes('comment') ? 'ts' : 'md'}`
    expect(check({ file, text: planted })).toHaveLength(1)
  })

  it('textFiles() finds files of every comment syntax', () => {
    const found = files.map(({ file }) => file)
    for (const file of ['wrangler.toml', 'biome.jsonc', 'content/deadlines.yaml', 'functions/ports.ts'])
      expect(found).toContain(file)
    expect(found.some((file) => file.startsWith('migrations/'))).toBe(true)
  })
})

describe('docs/rules.md', () => {
  const numbers = ruleNumbers(rules)

  it('docs/rules.md numbers each rule once, in ascending order', () => {
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b))
    expect(numbers.length).toBeGreaterThan(40)
  })

  it('the contents of docs/rules.md list every rule and nothing else', () => {
    const contents = rules.slice(rules.indexOf('## Contents'), rules.indexOf('## Contract'))
    const listed = [...contents.matchAll(/\[R(\d+)\]\(#r(\d+)-/g)]
    for (const [, shown, led] of listed) expect(led).toBe(shown)
    expect(listed.map(([, number]) => Number(number))).toEqual(numbers)
  })
})

describe('decision records', () => {
  const records = globSync('docs/adr/0*.md').sort()
  const index = readFileSync('docs/adr/README.md', 'utf8')

  it.each(records)('%s has a date, a status and the five parts', (path) => {
    const text = readFileSync(path, 'utf8')
    const [, number, title] = /^# (\d+)\. (.+)\n\n- Status: .+\n- Date: \d{4}-\d\d-\d\d\n/.exec(text) ?? []
    expect(basename(path).startsWith(`${number?.padStart(4, '0')}-`)).toBe(true)
    const parts = [...text.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading)
    expect(parts).toEqual(['Context', 'Decision', 'Alternatives', 'Consequences'])
    const status = /^- Status: (.+)$/m.exec(text)?.[1]
    const date = /^- Date: (.+)$/m.exec(text)?.[1]
    expect(index).toContain(`| ${number} | [${title}](${basename(path)}) | ${date} | ${status} |`)
  })

  it('decision records are numbered without a gap', () => {
    expect(records.map((path) => Number(basename(path).slice(0, 4)))).toEqual(records.map((_, at) => at + 1))
  })
})
