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

/** What comments and documents name must be in the repository: a stranger has nothing else (docs/adr/0020-documents.md). */

// These two hold broken names on purpose.
const checkers = ['tests/support/documents.ts', 'tests/unit/repository/documents.test.ts']
const files = textFiles().filter(({ file }) => !checkers.includes(file))
const documents = files.filter(isDocument)
const rules = readFileSync('docs/rules.md', 'utf8')
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }
const code = files
  .filter(({ file }) => /^(functions|site|tests|migrations)\//.test(file))
  .map(({ text }) => text)
  .join('\n')

/** Each check: over which files, and a planted text that it must refuse. */
const checks: [string, TextFile[], (file: TextFile) => string[], string][] = [
  ['no paper that only its authors have is cited', files, foreignPapers, '// see DESIGN 10'],
  ['no drawing board is cited', files, foreignPapers, '// as in look/README'],
  ['every document that is named exists', files, missingDocuments, '// docs/no-such-page.md'],
  ['every rule that is cited exists', files, (file) => missingRules(file, rules), '// rules.md R1, R9999'],
  ['every record that is cited exists', files, missingRecords, '// ADR 9999'],
  ['every path of a record exists', files, missingRecords, '// docs/adr/9999'],
  ['every link leads to a file', documents, brokenLinks, '[a](no-such-page.md)'],
  ['every link leads to a heading', documents, brokenLinks, '[a](docs/rules.md#r9999-nothing)'],
  ['every path in a document exists', documents, missingPaths, 'in `functions/no-such-folder/`'],
  ['every file that a comment names exists', files, missingFiles, '// see functions/no-such-file.ts'],
  ['every command exists', documents, (file) => missingCommands(file, scripts), 'npm run no-such-command'],
  [
    'every name in docs/how is in the code',
    documents,
    (file) => missingNames(file, code),
    '`noSuchFunction`',
  ],
]

describe('comments and documents', () => {
  it.each(checks)('%s', (_, over, check) => {
    const faults = over.flatMap((file) => check(file).map((fault) => `${file.file}: ${fault}`))
    expect(faults).toEqual([])
  })

  it.each(checks)('a planted fault is seen: %s', (name, _, check, planted) => {
    const place = name.includes('docs/how') ? 'docs/how/planted' : 'planted'
    const file = `${place}.${name.includes('comment') ? 'ts' : 'md'}`
    expect(check({ file, text: planted })).toHaveLength(1)
  })

  it('the search for files finds comments of every kind', () => {
    const found = files.map(({ file }) => file)
    for (const file of ['wrangler.toml', 'biome.jsonc', 'content/deadlines.yaml', 'functions/ports.ts'])
      expect(found).toContain(file)
    expect(found.some((file) => file.startsWith('migrations/'))).toBe(true)
  })
})

describe('docs/rules.md', () => {
  const numbers = ruleNumbers(rules)

  it('numbers each rule once, in ascending order', () => {
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b))
    expect(numbers.length).toBeGreaterThan(40)
  })

  it('lists every rule in its contents, and nothing else', () => {
    const contents = rules.slice(rules.indexOf('## Contents'), rules.indexOf('## Contract'))
    const listed = [...contents.matchAll(/\[R(\d+)\]\(#r(\d+)-/g)]
    for (const [, shown, led] of listed) expect(led).toBe(shown)
    expect(listed.map(([, number]) => Number(number))).toEqual(numbers)
  })
})

describe('records of decisions', () => {
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

  it('are numbered without a gap', () => {
    expect(records.map((path) => Number(basename(path).slice(0, 4)))).toEqual(records.map((_, at) => at + 1))
  })
})
