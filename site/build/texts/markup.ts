import { type MdastNode, mdxToMdast } from 'satteri'
import { tags } from './components.ts'
import { yamlFaults } from './plain-yaml.ts'

/**
 * Texts are data. MDX would execute braces, imports, exports and attributes, and images load files, so a text
 * may contain only Markdown, plain links, and the known tags with quoted attributes. Uses the parser the site
 * is built with, and rejects everything that is not on these lists.
 */

const plain = new Set<string>([
  'root',
  'heading',
  'paragraph',
  'text',
  'strong',
  'emphasis',
  'break',
  'thematicBreak',
  'list',
  'listItem',
  'blockquote',
  'table',
  'tableRow',
  'tableCell',
  'inlineCode',
])

const known = new Map<string, readonly string[]>(Object.entries(tags))
const list = [...known.keys()].map((name) => `<${name}>`).join(' ')

const say = {
  front: '文件要从单独一行“---”开始，写完说明再用单独一行“---”结束；换行用 LF，不用 CRLF',
  layout: '开头的说明里不能写 layout',
  brace: '正文里不能用大括号 { }：里面的字会被当成程序运行。请改用括号（）',
  module: '一行不能用 import 或 export 开头：会被当成程序运行',
  tag: (name: string | null) =>
    `不认识的标签 <${name ?? ''}>，只能用 ${list}；小于号请写“小于”，网址请写成 [文字](网址)`,
  attribute: (tag: string, name: string) => `<${tag}> 没有 ${name} 这一项`,
  value: (tag: string, name: string) => `<${tag}> 的 ${name} 要写成 ${name}="…"，用英文双引号`,
  link: (url: string) =>
    `链接“${url}”打不得，只能是 /开头的本站地址、#开头的本页位置、https:// 网址、tel: 电话`,
  other: (type: string) => `这里的写法（${type}）不能用；图片、代码块、脚注、HTML 都不能放进正文`,
  unread: '尖括号 < > 没写对，读不懂；注释 <!-- --> 和 <网址> 也不能用',
}

/**
 * An address in the site or on the page, a web page, or a telephone number; nothing a browser could interpret
 * otherwise.
 */
const safeLink = /^(?:\/(?![/\\])|#|https:\/\/|tel:\d)[^\s\\\p{Cc}]*$/u

/** Faults of one node, without its children. */
const nodeFaults = (node: MdastNode): string[] => {
  switch (node.type) {
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      return [say.brace]
    case 'mdxjsEsm':
      return [say.module]
    case 'link':
      return safeLink.test(node.url) ? [] : [say.link(node.url)]
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement': {
      const { name, attributes } = node
      const allowed = known.get(name ?? '')
      if (!name || !allowed) return [say.tag(name)]
      return attributes.flatMap((attribute) => {
        if (attribute.type !== 'mdxJsxAttribute') return [say.brace]
        if (!allowed.includes(attribute.name)) return [say.attribute(name, attribute.name)]
        return typeof attribute.value === 'string' ? [] : [say.value(name, attribute.name)]
      })
    }
    default:
      return plain.has(node.type) ? [] : [say.other(node.type)]
  }
}

interface Fault {
  line: number
  fault: string
}

const treeFaults = (node: MdastNode): Fault[] => [
  ...nodeFaults(node).map((fault) => ({ line: node.position?.start.line ?? 1, fault })),
  ...('children' in node ? node.children.flatMap((child) => treeFaults(child)) : []),
]

/** The parser gives the position as `12:3: …`. */
const unread = (error: unknown): Fault => ({
  line: Number(/^(\d+):\d+:/.exec(error instanceof Error ? error.message : '')?.[1] ?? 1),
  fault: say.unread,
})

const bodyFaults = (body: string): Fault[] => {
  const braces = body
    .split('\n')
    .flatMap((text, index) => (/[{}]/.test(text) ? [{ line: index + 1, fault: say.brace }] : []))
  try {
    return [...braces, ...treeFaults(mdxToMdast(body, { features: { frontmatter: false } }))]
  } catch (error) {
    return braces.length > 0 ? braces : [unread(error)]
  }
}

/**
 * Checks the markup of a text of lessons, stories, contacts or pages.
 * @param file its path, for the messages
 * @param source the whole file, unchanged
 * @returns sentences in Chinese that begin with file and line; empty if the text is plain
 */
export const markupFaults = (file: string, source: string): string[] => {
  // Parsers of front matter disagree on its end: the first line any of them could take for the end must be
  // the end for all.
  const end = /\n(?:---|\+\+\+)[^\n]*/.exec(source)
  if (!source.startsWith('---\n') || end?.[0] !== '\n---') return [`${file}:1: ${say.front}`]
  const head = source.slice(0, end.index + end[0].length)
  const front = head.slice('---\n'.length, -'---'.length)
  const faults = [
    ...yamlFaults(front).map(({ line, fault }) => ({ line: line + 1, fault })),
    ...(/^["']?layout["']?\s*:/m.test(front) ? [{ line: 1, fault: say.layout }] : []),
    // Empty lines instead of the front matter, as the site's own reader inserts them, keep the line numbers.
    ...bodyFaults(head.replace(/[^\n]/g, '') + source.slice(head.length)),
  ]
  return [...new Set(faults.map(({ line, fault }) => `${file}:${line}: ${fault}`))]
}
