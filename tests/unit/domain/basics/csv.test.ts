import { expect, it } from 'vitest'
import { csvLine } from '#domain/basics/csv.ts'

/** Cells of a CSV: quoted by RFC 4180, and never a formula. */

const cells: [typed: string, written: string][] = [
  ['屋檐滴水', '屋檐滴水'],
  ['', ''],
  ['3', '3'],
  ['一家，另一家', '一家，另一家'],
  ['a,b', '"a,b"'],
  ['说"不"', '"说""不"""'],
  ['两行\r\n字', '"两行\r\n字"'],
  ['a;=1', '"a;=1"'],
  ['=1+1', "'=1+1"],
  ['+86', "'+86"],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', '"\'\t=1"'],
  ['\r=1', '"\'\r=1"'],
  ['\n=1', '"\'\n=1"'],
  ['＝1+1', "'＝1+1"],
  ['＋1', "'＋1"],
  ['－1', "'－1"],
  ['＠SUM', "'＠SUM"],
  ['−1', "'−1"],
  [' =1', "' =1"],
  ['　=1', "'　=1"],
  ['\u200B=1', "'\u200B=1"],
  ['\uFEFF=1', "'\uFEFF=1"],
  ['=HYPERLINK("http://x","y")', '"\'=HYPERLINK(""http://x"",""y"")"'],
  ['="a"&cmd|\' /C calc\'!A0', '"\'=""a""&cmd|\' /C calc\'!A0"'],
  ["'=1", "'=1"],
]

it.each(cells)('%j', (typed, written) => {
  expect(csvLine([typed])).toBe(`${written}\r\n`)
})

it('separates cells by commas', () => {
  expect(csvLine(['一', '', 'a,b', '=1'])).toBe(`一,,"a,b",'=1\r\n`)
})
