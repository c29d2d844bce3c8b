import { CST, Lexer } from 'yaml'

/** Restricts YAML to plain values. Anything that names, repeats or types a value is rejected. */

const refused: Partial<Record<string, string>> = {
  anchor: '“&”开头的记号（锚点）不能用；文字请放进引号里',
  alias: '“*”开头的记号（引用）不能用；文字请放进引号里',
  tag: '“!”开头的记号（类型）不能用；文字请放进引号里',
  'directive-line': '“%”开头的指令不能用',
  'doc-end': '一个文件只能写一份，不能有“...”这一行',
}
const merge = '“<<”（合并）不能用，请把内容照写一遍'
const second = '一个文件只能写一份，中间不能有“---”这一行'

/**
 * Faults of a YAML text: anchors, aliases, tags, merges, directives, a second document (YAML 1.2.2, 6.8, 6.9,
 * 9). Reads only tokens and builds no values.
 * @returns line, counted from 1, and what to do, in Chinese
 */
export const yamlFaults = (source: string): { line: number; fault: string }[] => {
  const faults: { line: number; fault: string }[] = []
  let line = 1
  let scalar = false
  for (const token of new Lexer().lex(source)) {
    const type: CST.TokenType | null = scalar ? 'scalar' : CST.tokenType(token)
    // The lexer announces a plain or block scalar by a token of its own.
    scalar = type === 'scalar' && !scalar
    const fault =
      type === 'scalar'
        ? token === '<<' && merge
        : type === 'doc-start' && line > 1
          ? second
          : type && refused[type]
    if (fault) faults.push({ line, fault })
    line += token.split('\n').length - 1
  }
  return faults
}
