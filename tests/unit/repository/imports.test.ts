import { spawnSync } from 'node:child_process'
import { copyFileSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, posix } from 'node:path'
import { describe, expect, it } from 'vitest'
import manifest from '../../../package.json' with { type: 'json' }

/**
 * The import law (docs/adr/0021-import-law.md). The table below says which kind of folder may import which; Biome must agree
 * for every ordered pair of folders on the disk. An unknown folder counts as a feature.
 */

const everyFeature = [
  ...['domain', 'ui', 'http', 'store/ports', '#ports'],
  ...['#generated/county.ts', '#generated/desk.ts', '#generated/openapi.ts', 'hono', 'zod'],
]
/** What is not listed is denied. A folder may import itself, and a feature all of its own folders. */
const allowed: Record<string, readonly string[]> = {
  /** The operations of each platform; node.ts takes them from node:crypto. */
  crypto: [],
  domain: ['#crypto', '#generated/county.ts', '#generated/long-laws.ts', 'zod'],
  ui: ['domain', '#generated/county.ts'],
  store: ['domain', 'store/ports', '#keys', 'drizzle-orm'],
  'store/ports': ['domain', 'store', '#keys', 'drizzle-orm'],
  'store/sqlite': ['domain', 'store', 'store/ports', 'node:fs'],
  http: [
    'domain',
    'ui',
    '#generated/county.ts',
    '#generated/desk-shell.ts',
    '#generated/shell.ts',
    '#keys',
    '#ports',
    'hono',
  ],
  feature: everyFeature,
  'staff/auth': [...everyFeature, '#keys', 'better-auth/minimal'],
  'staff/enrol': [...everyFeature, 'qr'],
  'desk/workbook': [...everyFeature, 'hucre/xlsx'],
  site: [
    ...['domain', 'ui', '#generated/county.ts', '#generated/openapi.ts', '#generated/shell.ts'],
    ...['#generated/desk-shell.ts', '#generated/library.ts', '#generated/long-laws.ts', 'node:fs', 'zod'],
  ],
  /** What an .astro file runs in the browser, or in its template: rules only, no data and nothing of the Workers. */
  'site script': ['domain'],
  /** A text is data: its tags come from site/components/mdx.ts, and the build refuses code in it. */
  text: [],
}

const files = globSync('{functions,site,tests}/**/*.{ts,tsx,astro}')
const foldersIn = (root: string) => [
  ...new Set(files.filter((file) => file.startsWith(`${root}/`)).map((file) => dirname(file))),
]
const newFeature = ['functions/new', 'functions/new/part']
const targets = [...foldersIn('functions'), ...newFeature].filter(
  (folder) => !['functions', 'functions/generated'].includes(folder),
)
const importers = [
  ...targets.filter((folder) => !/^functions\/(console|box)\b/.test(folder)),
  ...foldersIn('site'),
]

/** The table's row for a folder; a folder without its own row is a feature. */
const kindOf = (folder: string): string => {
  const [root, ...path] = folder.split('/')
  if (root === 'site') return 'site'
  const rows = [path.slice(0, 2).join('/'), path[0] ?? ''].filter((name) => Object.hasOwn(allowed, name))
  return rows[0] ?? 'feature'
}
const featureOf = (folder: string) => folder.split('/').slice(0, 2).join('/')
/** Folders with an alias in package.json, then single files and packages with their own rule. */
const named = /^functions\/(domain|ui|http|store|generated)\b/
const singles = [
  ...['#generated/county.ts', '#generated/desk.ts', '#generated/library.ts', '#generated/openapi.ts'],
  ...[
    '#generated/desk-shell.ts',
    '#generated/long-laws.ts',
    '#generated/shell.ts',
    '#crypto',
    '#keys',
    '#ports',
    'better-auth/minimal',
    'hucre/xlsx',
    'qr',
    'hucre/xlsx',
    'cloudflare:workers',
  ],
  ...['drizzle-orm', 'hono', 'node:fs', 'wrangler', 'zod'],
]

interface Plant {
  specifier: string
  allowed: boolean
}

const plantsFor = (from: string): Plant[] => {
  const row = allowed[kindOf(from)] ?? []
  const ownFeature = ['feature', 'staff/auth', 'staff/enrol', 'desk/workbook'].includes(kindOf(from))
  const toFolders = targets
    .filter((to) => to !== from)
    .flatMap((to): Plant[] => {
      const relative = posix.relative(from, `${to}/planted-target.ts`)
      const path: Plant = {
        specifier: relative.startsWith('.') ? relative : `./${relative}`,
        allowed: ownFeature && featureOf(to) === featureOf(from),
      }
      if (!named.test(to)) return [path]
      const sameKind = featureOf(to) === featureOf(from)
      // Subfolders of an aliased folder are imported by the alias, or from a parent by a path that only goes down.
      const down = to.startsWith(`${from}/`)
      return [
        {
          specifier: `#${to.slice('functions/'.length)}/planted-target.ts`,
          allowed: sameKind || row.includes(kindOf(to)),
        },
        { ...path, allowed: down },
      ]
    })
  // Detours through an allowed folder.
  const detours = from.startsWith('functions/')
    ? ['./../a-feature/planted-target.ts', '#domain/../store/create.ts'].map((specifier) => ({
        specifier,
        allowed: false,
      }))
    : []
  const toSingles = singles.map((specifier) => ({ specifier, allowed: row.includes(specifier) }))
  return [...toFolders, ...detours, ...toSingles]
}

/** Lints one planted file per folder beside a copy of the configuration. Returns what is denied as 'folder ← specifier'. */
const deniedByBiome = (plants: ReadonlyMap<string, Plant[]>, ending = 'ts'): Set<string> => {
  const root = mkdtempSync(join(tmpdir(), 'imports-'))
  try {
    copyFileSync('biome.jsonc', join(root, 'biome.jsonc'))
    const fence = ending === 'astro' ? '---\n' : ''
    for (const [folder, list] of plants) {
      const lines = list.map(({ specifier }) => `import '${specifier}'\n`).join('')
      mkdirSync(join(root, folder), { recursive: true })
      writeFileSync(join(root, folder, `planted.${ending}`), `${fence}${lines}${fence}`)
    }
    const args = ['lint', '--only=style/noRestrictedImports', '--vcs-enabled=false']
    const { stdout } = spawnSync('biome', [...args, '--reporter=json', '--max-diagnostics=none', root], {
      encoding: 'utf8',
      cwd: root,
      maxBuffer: 1 << 28,
    })
    const { diagnostics } = JSON.parse(stdout) as {
      diagnostics: { location: { path: string; start: { line: number } } }[]
    }
    return new Set(
      diagnostics.map(({ location }) => {
        const folder = dirname(posix.relative(root, posix.resolve(root, location.path)))
        return `${folder} ← ${plants.get(folder)?.[location.start.line - 1 - (ending === 'astro' ? 1 : 0)]?.specifier}`
      }),
    )
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

const plants = new Map(importers.map((folder) => [folder, plantsFor(folder)]))

describe('the import law', () => {
  const denied = deniedByBiome(plants)

  it.each(importers)('%s may import exactly what the table allows', (folder) => {
    const wrong = (plants.get(folder) ?? []).filter(
      ({ specifier, allowed }) => denied.has(`${folder} ← ${specifier}`) === allowed,
    )
    expect(wrong.map(({ specifier, allowed }) => `${allowed ? 'denied' : 'allowed'}: ${specifier}`)).toEqual(
      [],
    )
  })

  it('treats an unknown folder as a feature', () => {
    expect(plants.get('functions/new')).toContainEqual({
      specifier: '#store/ports/planted-target.ts',
      allowed: true,
    })
    expect(denied).toContain('functions/new ← #store/planted-target.ts')
    expect(denied).toContain('functions/new ← ../filing/planted-target.ts')
    expect(denied).toContain('functions/new/part ← ../../filing/planted-target.ts')
    expect(denied).not.toContain('functions/new/part ← ../planted-target.ts')
  })

  it.each(['ts', 'tsx'])(
    'keeps the libraries of the sign-in and of the database out of entry files (.%s)',
    (ending) => {
      const libraries = ['better-auth/minimal', 'drizzle-orm'].map((specifier) => ({
        specifier,
        allowed: false,
      }))
      const entries = new Map(
        ['functions', 'functions/console', 'functions/box'].map((folder) => [folder, libraries]),
      )
      expect(deniedByBiome(entries, ending)).toHaveLength(6)
    },
  )

  it('applies to .astro files as well', () => {
    expect(
      deniedByBiome(new Map([['site/pages', [{ specifier: '#store/create.ts', allowed: false }]]]), 'astro'),
    ).toHaveLength(1)
  })
})

/** What package.json names. An alias with a target for each platform counts as the one that has no condition. */
const aliases = Object.entries(manifest.imports).map(
  ([alias, target]) => [alias, typeof target === 'string' ? target : target.default] as const,
)
const resolved = (specifier: string, from: string): string => {
  if (specifier.startsWith('.')) return posix.join(dirname(from), specifier)
  const single = aliases.find(([alias]) => alias === specifier)?.[1]
  return single ? posix.join(single) : `functions/${specifier.slice(1)}`
}
/** The name of an imported file in the table: its alias, or the kind of its folder. */
const nameOf = (target: string): string => {
  const single = aliases.find(([, path]) => join(path) === target)?.[0]
  const written = target.startsWith('functions/generated/')
  return single ?? (written ? `#${target.slice('functions/'.length)}` : kindOf(dirname(target)))
}
/** Every import of the code, types included, as imported file. */
const importsOf = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'([.#][^'\n?]+)'/g)]
    .map(([, specifier = '']) => resolved(specifier, file))
    .filter((target) => files.includes(target))
const generatedBy = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/^import (?!type)[^'"]*?'(#generated\/[^']+)'/gm)].map(
    ([, specifier = '']) => resolved(specifier, file),
  )
const edges = new Map(
  files
    .filter((file) => !/^(functions|tests)\/generated\//.test(file))
    .map((file) => [file, importsOf(file)]),
)

/** A path that returns to its start; empty if there is none. */
const cycleIn = (graph: ReadonlyMap<string, readonly string[]>): string[] => {
  const done = new Set<string>()
  const walk = (node: string, path: string[]): string[] => {
    if (path.includes(node)) return [...path.slice(path.indexOf(node)), node]
    if (done.has(node)) return []
    for (const next of graph.get(node) ?? []) {
      const cycle = walk(next, [...path, node])
      if (cycle.length > 0) return cycle
    }
    done.add(node)
    return []
  }
  for (const node of graph.keys()) {
    const cycle = walk(node, [])
    if (cycle.length > 0) return cycle
  }
  return []
}

/** Imports in a form that neither Biome nor `importsOf` reads. */
const unreadable = /\brequire\(|\bimport\s*\(\s*[`"]|\bimport\.meta\.glob\(|^\/\/\/ *<reference/m

describe('imports in the code', () => {
  // Biome does not report types written as import('…').
  it('are allowed by the table, types included', () => {
    const mayImport = (file: string, target: string): boolean => {
      const [from, to] = [dirname(file), dirname(target)]
      const own = featureOf(from) === featureOf(to) || to.startsWith(`${from}/`)
      return own || (allowed[kindOf(from)] ?? []).includes(nameOf(target))
    }
    const checked = [...edges].filter(([file]) => /^functions\/(?!console\/|box\/)[^/]+\//.test(file))
    expect(checked.length).toBeGreaterThan(200)
    const faults = checked.flatMap(([file, targets]) =>
      targets.filter((target) => !mayImport(file, target)).map((target) => `${file} → ${target}`),
    )
    expect(faults).toEqual([])
  })

  it('are written in a form that the law reads', () => {
    const sources = files.filter((file) => !file.startsWith('tests/'))
    expect(sources.filter((file) => unreadable.test(readFileSync(file, 'utf8')))).toEqual([])
  })

  it.each(['require("#x")', 'await import(`#x`)', "import.meta.glob('./*')", '/// <reference path="x" />'])(
    'would be found in a form that the law does not read: %s',
    (code) => expect(unreadable.test(code)).toBe(true),
  )

  it('form no cycle, type imports included', () => {
    expect(edges.size).toBeGreaterThan(300)
    expect(cycleIn(edges)).toEqual([])
  })

  it('keep data that only staff read out of the public Worker', () => {
    const loaded = new Set<string>()
    const load = (file: string): void => {
      if (loaded.has(file)) return
      loaded.add(file)
      for (const target of [...importsOf(file), ...generatedBy(file)]) load(target)
    }
    load('functions/worker.ts')
    expect(loaded).toContain('functions/generated/county.ts')
    expect([...loaded].filter((file) => /generated\/(desk|library)\.ts/.test(file))).toEqual([])
    load('functions/worker-desk.ts')
    expect(loaded).toContain('functions/generated/desk.ts')
  })

  it('the check finds a planted cycle', () => {
    expect(
      cycleIn(
        new Map([
          ['a', ['b']],
          ['b', ['c']],
          ['c', ['b']],
        ]),
      ),
    ).toEqual(['b', 'c', 'b'])
  })

  /** Layers of domain/, lowest first: a folder imports from itself and from lower layers. */
  const layers = [
    ['basics', 'words', 'routes'],
    ['anchors', 'content', 'search', 'evidence'],
    ['places'],
    ['statistics'],
    ['filing'],
    ['history'],
    ['sessions'],
    ['clocks', 'staff'],
    ['agreement'],
    ['spot', 'importing'],
    ['experts'],
    ['desk', 'figures', 'following', 'notices'],
    ['ledger'],
    ['moves'],
    ['dossier'],
  ]
  const layerOf = (folder: string) => layers.findIndex((names) => names.includes(folder))
  const domain = foldersIn('functions/domain').map((folder) => folder.split('/')[2] ?? '')

  it('inside domain/ go only to lower layers', () => {
    expect(new Set(domain)).toEqual(new Set(layers.flat()))
    const upward = [...edges].flatMap(([file, targets]) =>
      targets
        .filter((target) => file.startsWith('functions/domain/') && target.startsWith('functions/domain/'))
        .map((target): [string, string] => [file.split('/')[2] ?? '', target.split('/')[2] ?? ''])
        .filter(([from, to]) => from !== to && layerOf(to) >= layerOf(from))
        .map(([from, to]) => `${from} → ${to} in ${file}`),
    )
    expect(upward).toEqual([])
  })
})

/** Imports in what Biome does not read, and the table does not allow: .mdx files, and .astro files below the front matter. */
const deniedUnread = (file: string, source: string): string[] => {
  const text = file.endsWith('.mdx')
  const unread = text ? source : source.replace(/^---\n[\s\S]*?^---$/m, '')
  const row = allowed[text ? 'text' : 'site script'] ?? []
  return [...unread.matchAll(/(?:\bfrom|\bimport|<script[^>]*\ssrc=)\s*\(?\s*["'`]([^"'`\n]+)["'`]/g)]
    .map(([, specifier = '']) => specifier)
    .filter((specifier) => !specifier.startsWith('/'))
    .filter(
      (specifier) => !row.includes(/^[.#]/.test(specifier) ? nameOf(resolved(specifier, file)) : specifier),
    )
    .map((specifier) => `${file} ← ${specifier}`)
}

describe('imports that Biome does not read', () => {
  const unread = [...files.filter((file) => file.endsWith('.astro')), ...globSync('{content,site}/**/*.mdx')]

  it('are allowed by the table', () => {
    expect(unread.filter((file) => file.endsWith('.astro')).length).toBeGreaterThan(50)
    expect(unread.filter((file) => file.endsWith('.mdx')).length).toBeGreaterThan(150)
    expect(unread.flatMap((file) => deniedUnread(file, readFileSync(file, 'utf8')))).toEqual([])
  })

  const page = 'site/pages/planted.astro'
  const lesson = 'content/lessons/debt/planted.mdx'
  it.each([
    [page, '<script>\n  import { createStore } from "#store/create.ts"\n</script>', '#store/create.ts'],
    [page, "<script>import '../../functions/staff/routes.ts'</script>", '../../functions/staff/routes.ts'],
    [page, '<script>const { z } = await import(`zod`)</script>', 'zod'],
    [page, '<script src="../search/fold.ts"></script>', '../search/fold.ts'],
    [page, "<p>{(await import('#generated/library.ts')).library.guides.length}</p>", '#generated/library.ts'],
    [lesson, "import Law from '../../../site/components/Law.astro'", '../../../site/components/Law.astro'],
    [lesson, "export { keys } from '#keys'", '#keys'],
  ])('in %s are found: %s', (file, code, specifier) => {
    const front = "---\nimport { pages } from '#generated/county.ts'\n---\n"
    expect(deniedUnread(file, `${file === page ? front : '---\ntitle: 借条\n---\n'}${code}\n`)).toEqual([
      `${file} ← ${specifier}`,
    ])
  })

  it('in a script may be a rule of the domain', () => {
    const code = "<script>import { normaliseDigits } from '#domain/basics/normalise.ts'</script>"
    expect(deniedUnread(page, code)).toEqual([])
  })
})
