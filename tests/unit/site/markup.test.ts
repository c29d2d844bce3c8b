import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readLibrary } from '../../../site/build/library.ts'
import { ContentError } from '../../../site/build/read-content.ts'
import { markupFaults } from '../../../site/build/texts/markup.ts'
import { yamlFaults } from '../../../site/build/texts/plain-yaml.ts'

/** Texts are data: anything that could run, load a file or link to an unsafe target at build is refused with its line. */

const front = '---\ntitle: 一\nsummary: 二\n---\n'
/** The hostile text is on line 7, after a valid paragraph. */
const faultsOf = (body: string) => markupFaults('content/x.mdx', `${front}好。\n\n${body}\n`)

describe('the build refuses a text with', () => {
  const brace = /大括号/
  const module = /import 或 export/
  const tag = /不认识的标签/
  const unread = /没写对/
  const link = /打不得/
  const other = /这里的写法/
  it.each<[string, string, RegExp]>([
    ['an expression that reads the build process', '{globalThis.process?.version}', brace],
    ['an expression inside a sentence', '他说{process.env.SECRET}就走了', brace],
    ['an expression in emphasis', '**{1+1}**', brace],
    ['an expression in a list', '- 一\n- {fetch("https://x")}', brace],
    ['an MDX comment', '{/* 备注 */}', brace],
    ['an unclosed brace', '差一个{', brace],
    ['an unopened brace', '差一个}', brace],
    ['an escaped brace', '\\{a\\}', brace],
    ['braces in code', '`{a}`', brace],
    ['an expression in a link', '[a](/{b})', brace],
    ['an import', 'import fs from "node:fs"', module],
    ['an export', 'export const partial = true', module],
    ['an export without code', 'export 一 二', module],
    ['a dynamic import', '{await import("node:fs")}', brace],
    ['an attribute that is an expression', '<Law id={globalThis.x} />', brace],
    ['a template literal as attribute', '<Law id={`a`} />', brace],
    ['a spread attribute', '<Law {...globalThis} />', brace],
    ['a fragment', '<>字</>', tag],
    ['an unknown component', '<Evil />', tag],
    ['an Astro component', '<Fragment set:html="<script>1</script>" />', tag],
    ['a property of a known component', '<Law.constructor id="a" />', tag],
    ['a property name of every object', '<constructor />', tag],
    ['a script', '<script>alert(1)</script>', tag],
    ['a style', '<style>body</style>', tag],
    ['an iframe', '<iframe src="https://x"></iframe>', tag],
    ['plain HTML', '<div>字</div>', tag],
    ['HTML inside a sentence', '一个<b>字</b>。', tag],
    ['an HTML image', '<img src="x" onerror="1" />', tag],
    ['an SVG tag', '<svg:a href="x" />', tag],
    ['a directive on a known tag', '<Steps set:html="<script>1</script>">一</Steps>', /没有 set:html/],
    ['a client directive', '<Law client:load id="a" />', /没有 client:load/],
    ['an event handler on a known tag', '<Law id="a" onclick="x" />', /没有 onclick/],
    ['an attribute without a value', '<Law id />', /英文双引号/],
    ['a tag inside a known tag', '<Steps>\n\n<b>一</b>\n\n</Steps>', tag],
    ['an HTML comment', '<!-- 备注 -->', unread],
    ['a doctype', '<!doctype html>', unread],
    ['an autolink', '<https://example.org>', unread],
    ['an autolinked script', '<javascript:alert(1)>', unread],
    ['an unclosed tag', '<Steps>', unread],
    ['a script link', '[点](javascript:alert(1))', link],
    ['a script link in entities', '[点](&#106;avascript:alert(1))', link],
    ['a script link in capitals', '[点](JaVaScRiPt:alert(1))', link],
    ['a script link behind a tab', '[点](<java\tscript:alert(1)>)', link],
    ['a data link', '[点](data:text/html,<script>1</script>)', link],
    ['a link without a scheme to another host', '[点](//evil.example)', link],
    ['a backslash link to another host', '[点](</\\evil.example>)', link],
    ['a link over http', '[点](http://example.org)', link],
    ['a relative link', '[点](../x)', link],
    ['a file link', '[点](file:///etc/passwd)', link],
    ['a bare address over http', '去 http://example.org 看', link],
    ['a link definition', '[点][a]\n\n[a]: javascript:1', other],
    ['an image, which is loaded as a module', '![图](../../functions/worker.ts)', other],
    ['an image with a data URL', '![图](data:image/svg+xml,x)', other],
    ['a code block', '```js\nprocess.exit()\n```', other],
    ['a footnote', '一[^1]\n\n[^1]: 二', other],
  ])('%s', (_, body, expected) => {
    const faults = faultsOf(body)
    expect(faults.length).toBeGreaterThan(0)
    expect(faults.join('\n')).toMatch(expected)
    for (const fault of faults) expect(fault).toMatch(/^content\/x\.mdx:\d+: /)
    expect(Number(faults[0]?.split(':')[1])).toBeGreaterThanOrEqual(7)
  })

  it('a refused text is reported with its line number', () => {
    expect(faultsOf('一\n\n二{x}')).toEqual([expect.stringMatching(/^content\/x\.mdx:9: 正文里不能用大括号/)])
    expect(faultsOf('一\n\n<Law id="a" />\n<b>二</b>')[0]).toMatch(/^content\/x\.mdx:10: /)
  })
})

describe('the build refuses front matter', () => {
  it.each<[string, string]>([
    ['missing', '{process.version}'],
    ['after a byte order mark', '\uFEFF---\na: 1\n---\n好'],
    ['after an empty line', '\n---\na: 1\n---\n好'],
    ['in TOML', '+++\na = 1\n+++\n好'],
    ['closed by a TOML fence', '---\na: 1\n+++\n{process.version}\n---\n好'],
    ['closed by a longer line', '---\na: 1\n---- {process.version}\n---\n好'],
    ['that is empty, followed by a body up to the next fence', '---\n---\n{process.version}\n---\n好'],
    ['with Windows line ends', '---\r\na: 1\r\n---\r\n好'],
    ['with a layout, which is loaded as a module', '---\nlayout: ../../functions/worker.ts\n---\n好'],
    ['with a layout in quotes', '---\n"layout": ../x\n---\n好'],
    ['with an anchor', '---\na: &x 1\n---\n好'],
    ['with an alias', '---\na: *x\n---\n好'],
    ['with a tag', '---\na: !!js/function "x"\n---\n好'],
    ['with a merge key', '---\n<<: {a: 1}\n---\n好'],
  ])('%s', (_, source) => {
    expect(markupFaults('content/x.mdx', source).join('\n')).toMatch(/^content\/x\.mdx:\d+: /)
  })
})

describe('the build accepts a text with', () => {
  it.each([
    '一个**重**字，一句*轻*话。',
    '- 一\n- 二\n\n1. 三\n2. 四',
    '> 引一句\n\n---\n\n| 甲 | 乙 |\n| - | - |\n| 1 | 2 |',
    '<Law id="civil-code-1" paragraphs="1,3" />',
    '<Steps>\n\n1. 一\n2. 二\n\n</Steps>',
    '<Aside title="常见误区">\n\n一\n\n</Aside>',
    '负责的是 <Organiser />，打 [12348](tel:12348)。',
    '看[故事](/stories/)、[上面](#top)、[法律库](https://flk.npc.gov.cn/)。',
    '全角｛括号｝、实体 &#123;1&#125;、import 在句子中间。',
  ])('%s', (body) => {
    expect(faultsOf(body)).toEqual([])
  })
})

describe('YAML with anything but plain values is refused', () => {
  it.each<[string, number]>([
    ['a: 1\nb: &x 2\n', 2],
    ['a: [*x]\n', 1],
    ['a:\n  - !<tag:yaml.org,2002:js/function> x\n', 2],
    ['a: 1\n<<: *b\n', 2],
    ['a: 1\n---\nb: 2\n', 2],
    ['%TAG ! tag:x,2000:\n---\na: 1\n', 1],
    ['a: |\n  一\n  二\nb: !!set {}\n', 4],
  ])('%j is reported on line %i', (source, line) => {
    expect(yamlFaults(source)[0]?.line).toBe(line)
  })

  it.each([
    '# & * !\na: "&x"\nb: 甲 & 乙\nc: |\n  &x\n  *y\n  !z\n  ---\nd: >-\n  <<\ne: a*b!\n',
    '---\na: 1\n',
  ])('%j is accepted', (source) => {
    expect(yamlFaults(source)).toEqual([])
  })
})

describe('reading the library', () => {
  const folder = mkdtempSync(join(tmpdir(), 'markup-'))
  const content = join(folder, 'content')
  afterAll(() => rmSync(folder, { recursive: true }))

  it('reports each planted fault, in every kind of text and data', { timeout: 60_000 }, () => {
    cpSync('content', content, { recursive: true })
    const planted = {
      'lessons/debt/friend-owes.mdx': '{globalThis.process?.version}',
      'stories/one-measure-of-rice.mdx': 'export const x = 1',
      'contacts/110.mdx': '<script>1</script>',
      'pages/privacy.mdx': '<Steps {...x} />',
      'glossary.yaml': 'x: &y 1',
      'laws/civil-code.yaml': 'x: !!set 1',
      'letters/power-of-attorney.yaml': 'x: *y',
    }
    const expected = Object.entries(planted).map(([file, words]) => {
      const source = readFileSync(join(content, file), 'utf8')
      writeFileSync(join(content, file), `${source}\n${words}\n`)
      return `content/${file}:${source.split('\n').length + 1}: `
    })
    symlinkSync('../../docs', join(content, 'lessons/elsewhere'))
    expected.push('content/lessons/elsewhere:1: ')
    let said = ''
    try {
      readLibrary(content)
    } catch (error) {
      if (error instanceof ContentError) said = error.message
    }
    const places = said.split('\n').map((line) => /^\S+:\d+: /.exec(line)?.[0])
    expect(places.sort()).toEqual(expected.sort())
  })

  it('accepts the real texts', { timeout: 60_000 }, () => {
    const files = readdirSync('content', { recursive: true, encoding: 'utf8' })
    const texts = files.filter((file) => file.endsWith('.mdx'))
    expect(texts.length).toBeGreaterThan(150)
    expect(texts.flatMap((file) => markupFaults(file, readFileSync(join('content', file), 'utf8')))).toEqual(
      [],
    )
  })
})
