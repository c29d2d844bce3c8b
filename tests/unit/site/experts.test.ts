import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { readExperts } from '../../../site/build/generate/experts.ts'

/** The experts of the county, read from content/experts.yaml. */

const folder = mkdtempSync(join(tmpdir(), 'experts-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const units = new Set(['shili-centre', 'shili-medical'])

it.each<[string, string, string, string]>([
  [
    'an unknown unit',
    'unit: shili-medical',
    'unit: shili-hospital',
    'doctor-one: unknown unit "shili-hospital"',
  ],
  ['an id twice', 'id: doctor-one', 'id: lawyer-one', 'id "lawyer-one" is defined twice'],
  ['a length of nothing', 'length: 50', 'length: 0', 'experts.1.length'],
])('refuses %s, naming the place', (_, from, to, fault) => {
  const text = readFileSync('content/experts.yaml', 'utf8')
  expect(text).toContain(from)
  writeFileSync(join(folder, 'experts.yaml'), text.replace(from, to))
  expect(() => readExperts(folder, units)).toThrow(fault)
})

it('are samples with a name that says so, and without a telephone of their own', () => {
  const experts = readExperts('content', units)
  expect(experts.length).toBeGreaterThan(0)
  for (const { name } of experts) expect(name).toContain('示例')
})
