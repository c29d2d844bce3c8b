import { globSync, readFileSync } from 'node:fs'
import { type HastNode, htmlToHast } from 'satteri'
import { describe, expect, it } from 'vitest'
import { actions } from '#domain/routes/site.ts'
import { classesIn, defined, homes } from '../support/classes.ts'
import { headingFaults } from '../support/headings.ts'
import { rightForm, sendToken, visit } from '../support/http.ts'

/** HTML rules: captions in place, named landmarks, headings in order, unique ids. */

type Element = Extract<HastNode, { type: 'element' }>

const childrenOf = (node: HastNode): HastNode[] => ('children' in node ? node.children : [])
const elements = (node: HastNode): Element[] => [
  ...(node.type === 'element' ? [node] : []),
  ...childrenOf(node).flatMap(elements),
]

const ofTag = (all: Element[], tag: string): Element[] => all.filter(({ tagName }) => tagName === tag)

const faultsOf = (html: string): string[] => {
  const all = elements(htmlToHast(html))
  // HTML 4.4.12: the caption is the first or the last child of its figure.
  const inPlace = ofTag(all, 'figure').flatMap((figure) => {
    const children = childrenOf(figure).filter(({ type }) => type === 'element')
    return [children.at(0), children.at(-1)].filter(
      (child) => child?.type === 'element' && child.tagName === 'figcaption',
    )
  })
  const captions = ofTag(all, 'figcaption').filter((caption) => !inPlace.includes(caption))
  const asides = ofTag(all, 'aside').filter(({ properties }) => !properties['ariaLabel'])
  const labels = ofTag(all, 'aside').map(({ properties }) => properties['ariaLabel'])
  const ids = all.flatMap(({ properties }) => (properties['id'] ? [properties['id']] : []))
  const twice = (names: unknown[]) => names.filter((name, at) => names.indexOf(name) !== at)
  return [
    ...captions.map(() => 'a caption inside its figure'),
    ...asides.map(() => 'an aside without a name'),
    ...twice(labels).map((label) => `two asides called ${label}`),
    ...twice(ids).map((id) => `two of id ${id}`),
    ...headingFaults(html),
  ]
}

const built = globSync('dist/**/index.html').map((file) => ({
  path: `/${file.slice('dist/'.length, -'index.html'.length)}`,
  html: readFileSync(file, 'utf8'),
}))

describe('the HTML checker', () => {
  const page = (body: string) => `<!doctype html><html lang="zh"><title>x</title><body><h1>一</h1>${body}`
  it.each([
    ['<figure><div><figcaption>一</figcaption></div><p>二</p></figure>'],
    ['<figure><p>一</p><figcaption>一</figcaption><p>二</p></figure>'],
    ['<aside>一</aside>'],
    ['<aside aria-label="一">一</aside><aside aria-label="一">二</aside>'],
    ['<p id="a"></p><p id="a"></p>'],
    ['<h3>三</h3>'],
    ['<h1>二</h1>'],
  ])('reports %s', (body) => {
    expect(faultsOf(page(body)).length).toBe(1)
  })

  it.each([['<figure><figcaption>一</figcaption><p>二</p></figure>'], ['<h2>二</h2><h3>三</h3><h2>二</h2>']])(
    'accepts %s',
    (body) => {
      expect(faultsOf(page(body))).toEqual([])
    },
  )
})

it('every page of the site passes the HTML checker', () => {
  expect(built.length).toBeGreaterThan(700)
  const faults = built.flatMap(({ path, html }) => faultsOf(html).map((fault) => `${path}: ${fault}`))
  expect(faults).toEqual([])
})

/** Classes of a page that have rules, but not in the styles of the page. */
const unstyled = (html: string): string[] => {
  const [, style = ''] = /<style>(.*?)<\/style>/s.exec(html) ?? []
  // A class with rules of its own needs these, not only a rule for it inside another part (`.text .filters`).
  const own = new Set(
    [...style.matchAll(/(?:^|[{},;])\s*[a-z]*\.([a-zA-Z][\w-]*)/g)].map(([, name = '']) => name),
  )
  const any = new Set(classesIn(style))
  const carried = (name: string) => (homes.has(name) ? own : any).has(name)
  const worn = [...html.matchAll(/ class="([^"]*)"/g)].flatMap(([, names = '']) => names.split(' '))
  return [...new Set(worn)].filter((name) => defined.has(name) && !carried(name))
}

it('every page of the site has the styles of its classes', () => {
  const faults = built.flatMap(({ path, html }) => unstyled(html).map((name) => `${path}: ${name}`))
  expect(faults).toEqual([])
})

/** Numbers to ring in the header of a page, whatever else it shows. */
const headerNumbers = (html: string): string[] => {
  const [, header = ''] = /<header class="site-header">(.*?)<\/header>/s.exec(html) ?? []
  return [...header.matchAll(/href="tel:(\d+)"/g)].map(([, number = '']) => number)
}

it('every page of the site has 110 and 120 in its header', () => {
  const faults = built.filter(({ html }) => headerNumbers(html).join() !== '110,120')
  expect(faults.map(({ path }) => path)).toEqual([])
})

it('every page of the Worker passes the HTML checker', async () => {
  const person = visit()
  const check = await person.post(actions.fileCheck, rightForm)
  await person.post(actions.fileSend, { ...rightForm, sendToken: sendToken(check.text) })
  const done = await person.get(actions.fileDone)
  const code = [...done.text.matchAll(/<span>(\d{4})<\/span>/g)].map(([, group]) => group).join('')
  await person.post(actions.trackOpen, { trackingCode: code })
  const answers = {
    check,
    done,
    case: await person.get(actions.trackCase),
    errors: await person.post(actions.fileCheck, {}),
    danger: await person.post(actions.fileCheck, { ...rightForm, danger: 'true', narrative: '' }),
    trapped: await person.post(actions.fileCheck, { ...rightForm, website: 'x' }),
    code: await person.post(actions.trackOpen, { trackingCode: '1' }),
    search: await person.get(`/search?q=${encodeURIComponent('老公打我')}`),
    nothing: await person.get('/search?q=zzzz'),
    limit: await person.get('/deadlines/when?limit=civil-limitation&from=2026-01-10'),
    question: await person.get('/deadlines/when?limit=x'),
    guide: await person.get('/file/from/unpaid-wages/safe.firm.still'),
    violent: await person.get('/file/from/home-life/b.a.b'),
    missing: await person.get('/nothing/'),
    desk: await person.get('/desk/sign-in'),
  }
  const faults = Object.entries(answers).flatMap(([name, { text }]) =>
    faultsOf(text).map((fault) => `${name}: ${fault}`),
  )
  expect(faults).toEqual([])
  const { desk: _, ...ofResidents } = answers
  for (const [name, { text }] of Object.entries(ofResidents))
    expect(headerNumbers(text), name).toEqual(['110', '120'])
})
