import { Converter } from 'opencc-js/t2cn'

/** Traditional characters whose simplified form occurs in the index; others could match nothing. */
export const foldTable = (known: Iterable<string>): Record<string, string> => {
  const simplify = Converter({ from: 't', to: 'cn' })
  const wanted = new Set([...known].join(''))
  const table: Record<string, string> = {}
  for (let code = 0x4e00; code <= 0x9fff; code += 1) {
    const sign = String.fromCodePoint(code)
    const simple = simplify(sign)
    if (simple !== sign && wanted.has(simple)) table[sign] = simple
  }
  return table
}
