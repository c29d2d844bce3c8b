import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { cpSync, globSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { brotliCompressSync, constants } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { freePort } from '../../functions/console/free-port.ts'
import { actions, api } from '../../functions/domain/routes/site.ts'
import { ask, askJson, cookiesOf, ownForm } from '../support/box/ask.ts'
import { large, type Size, writeCounty } from '../support/made-county.ts'
import { sampleNamesIn } from '../support/sample-names.ts'

/**
 * Three counties of one checkout on one machine (docs/several-counties.md): three tables, three programs, three states,
 * three names behind one proxy. What belongs to one opens nothing in another.
 */

// Inside the repository, so that the copy finds node_modules.
const root = resolve('tests/.output/counties')
const source = join(root, 'source')
const all: [id: string, name: string, size: Size][] = [
  ['yuntai', '云台县', large],
  ['hekou', '河口县', { towns: 1, villages: 2, grids: 2 }],
  ['shiliang', '石梁区', { towns: 2, villages: 3, grids: 3 }],
]
const sources = [
  ...['content', 'functions', 'migrations', 'site'],
  ...['astro.config.mjs', 'package.json', 'tsconfig.json', 'wrangler.toml', 'wrangler.desk.toml'],
]

interface County {
  name: string
  host: string
  folder: string
  port: number
  server: ChildProcess
  /** The last case that was filed there. */
  code: string
  caseNumber: string
}
const counties: County[] = []

const run = (env: Record<string, string>, ...args: [string, ...string[]]): string => {
  const [command, ...rest] = args
  const done = spawnSync(command, rest, { cwd: source, encoding: 'utf8', env: { ...process.env, ...env } })
  if (done.status !== 0) throw new Error(`${args.join(' ')}: ${done.stdout}${done.stderr}`)
  return done.stdout
}

/** Makes a county in the one copy of the sources, and its program in a folder of its own. */
const build = (id: string, name: string, size: Size): string => {
  const folder = join(root, id)
  mkdirSync(folder, { recursive: true })
  const tables = writeCounty(folder, name, size)
  const env = { LIUCHIXIANG_COUNTY: id }
  run({}, 'node', 'functions/console/county-new.ts', ...tables, '--county', id)
  run(env, 'node', 'site/build/generate.ts')
  expect(run(env, 'node', 'functions/console/sample-county.ts')).toContain('0 samples left')
  run(env, 'astro', 'build', '--silent')
  run(env, 'node', 'functions/box/bundle.ts', join(folder, 'program'))
  return folder
}

/** Prepares a state with keys of its own, as on the machine of the county, and serves it. */
const serve = async (
  id: string,
  folder: string,
  host: string,
): Promise<{ server: ChildProcess; port: number }> => {
  const port = await freePort()
  const env = {
    ...process.env,
    LIUCHIXIANG_CONFIG: join(folder, 'etc/box.json'),
    STATE_DIRECTORY: join(folder, 'state'),
  }
  const program = join(folder, 'program/liuchixiang.mjs')
  mkdirSync(env.STATE_DIRECTORY)
  const admin = ['--name', '张三', '--username', 'zhang.san', '--unit', `${id}-centre`]
  const listen = `127.0.0.1:${port}`
  run(env, 'node', program, 'first-run', '--origin', `https://${host}`, '--listen', listen, ...admin)
  const server = spawn('node', [program, 'serve'], { env })
  let said = ''
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (text) => (said += text))
  await vi.waitFor(() => expect(said).toContain('已启动：'), { timeout: 60_000, interval: 100 })
  return { server, port }
}

const post = ({ port, host }: County, path: string, body: unknown) => askJson(port, host, path, body)

const fileIn = async (county: County, count: number): Promise<void> => {
  for (let one = 0; one < count; one += 1) {
    const answer = await post(county, api.cases, {
      ...{ track: 'mediation', category: 'neighbour', region: 'chengguan-dongwan', narrative: `经过 ${one}` },
      ...{ request: '诉求', name: '吴秀兰', danger: false, consent: true },
    })
    expect(answer.status).toBe(201)
    const filed = JSON.parse(answer.text) as { trackingCode: string; caseNumber: string }
    county.code = filed.trackingCode
    county.caseNumber = filed.caseNumber
  }
}

beforeAll(async () => {
  rmSync(root, { recursive: true, force: true })
  for (const name of sources)
    cpSync(name, join(source, name), {
      recursive: true,
      filter: (path) => path !== join('functions', 'generated'),
    })
  for (const [id, name, size] of all) {
    const folder = build(id, name, size)
    const host = `${id}.city.example`
    const served = await serve(id, folder, host)
    counties.push({ name, host, folder, ...served, code: '', caseNumber: '' })
  }
  for (const [at, county] of counties.entries()) await fileIn(county, at + 1)
}, 1_200_000)

afterAll(() => {
  for (const { server } of counties) server.kill()
  rmSync(root, { recursive: true, force: true })
}, 120_000)

const others = (county: County) => counties.filter((one) => one !== county)

describe('each of three counties', () => {
  it('shows its own name and places, and none of the others’', async () => {
    for (const county of counties)
      for (const path of ['/', '/contacts/', api.vocabulary]) {
        const { text } = await ask(county.port, county.host, path)
        expect(text, path).toContain(county.name)
        for (const { name } of others(county)) expect(text).not.toContain(name)
      }
  })

  it('is built without a name, a telephone or a rule of the sample', () => {
    // The one that comes with the software: the same search finds the sample where it is.
    expect(sampleNamesIn('dist')).toContain('letters/iou/index.html: 示例县')
    for (const { folder } of counties)
      expect(sampleNamesIn(join(folder, 'program'))).toEqual([
        // The program knows the sample by its name, to refuse to go public with it (functions/console/readiness/samples.ts).
        'liuchixiang.mjs: 示例县',
      ])
  })

  it('names itself in the examples of its letters', () => {
    for (const { name, folder } of counties) {
      const letter = readFileSync(join(folder, 'program/site/letters/iou/index.html'), 'utf8')
      expect(letter).toContain(`${name}示例镇示例村五组`)
    }
  })

  it('opens a case with its own code; the others do not know the code', async () => {
    for (const county of counties) {
      const own = await post(county, api.track, { trackingCode: county.code })
      expect(own.status).toBe(200)
      expect(JSON.parse(own.text)).toMatchObject({ caseNumber: county.caseNumber })
      for (const other of others(county))
        expect((await post(other, api.track, { trackingCode: county.code })).status).toBe(404)
    }
  })

  it('gives a cookie for its own host only, which opens nothing in another county', async () => {
    for (const county of counties) {
      const opened = await ask(county.port, county.host, actions.trackOpen, {
        method: 'POST',
        headers: ownForm,
        body: `trackingCode=${county.code}`,
      })
      expect(opened.status).toBe(303)
      const lines = opened.headers['set-cookie'] ?? []
      expect(lines.length).toBeGreaterThan(0)
      for (const line of lines) expect(line).toMatch(/^__Host-(?!.*domain=)/i)
      const cookie = cookiesOf(opened)
      const look = ({ port, host }: County) => ask(port, host, actions.trackCase, { headers: { cookie } })
      expect((await look(county)).status).toBe(200)
      for (const other of others(county)) expect((await look(other)).status).toBe(303)
    }
  })

  it('sends requests for the name of another county there, and takes no post for it', async () => {
    for (const { port, ...county } of counties)
      for (const { host } of counties.filter((one) => one.host !== county.host)) {
        const asked = await ask(port, host, '/track/')
        expect([asked.status, asked.headers.location]).toEqual([308, `https://${county.host}/track/`])
        expect((await ask(port, host, actions.trackOpen, { method: 'POST' })).status).toBe(421)
      }
  })

  it('counts its own cases, in a database of its own with keys of its own', () => {
    const counted = counties.map(({ folder }) => {
      const database = new DatabaseSync(join(folder, 'state/app.db'), { readOnly: true })
      const row = database.prepare('SELECT count(*) AS n FROM cases').get()
      database.close()
      return row?.['n']
    })
    expect(counted).toEqual([1, 2, 3])
    const keys = counties.map(({ folder }) => readFileSync(join(folder, 'etc/keys/master-key'), 'utf8'))
    expect(new Set(keys).size).toBe(3)
  })
})

describe('a county of 12 towns, 150 villages and 600 grids', () => {
  const weight = (body: Buffer): number =>
    brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length

  it('serves the page and the sheet of every town, and a form that asks for the town and then for the village', async () => {
    const { port, host, folder } = counties[0] as County
    const get = async (path: string) => {
      const answer = await ask(port, host, path)
      expect(answer.status, path).toBe(200)
      return answer.text
    }
    const vocabulary = JSON.parse(await get(api.vocabulary)) as {
      regions: { id: string; level: string; name: string }[]
    }
    const places = (level: string) => vocabulary.regions.filter((one) => one.level === level)
    expect([places('town').length, places('village').length, places('grid').length]).toEqual([12, 150, 600])
    for (const { id, name } of places('town'))
      for (const path of [`/contacts/${id}/`, `/contacts/${id}/print/`])
        expect(await get(path)).toContain(name)
    const form = await get('/file/')
    for (const { id } of places('town')) expect(form).toContain(`<option value="${id}">`)
    for (const { id } of places('village')) expect(form).not.toContain(`value="${id}"`)
    expect(form).toContain('先选乡镇')
    const [last] = places('village').slice(-1)
    const filed = await post(counties[0] as County, api.cases, {
      ...{ track: 'mediation', category: 'neighbour', region: last?.id, narrative: '经过', request: '诉求' },
      ...{ name: '吴秀兰', danger: false, consent: true },
    })
    expect(filed.status).toBe(201)
    expect(JSON.parse(filed.text)).toMatchObject({ unit: `${last?.name}人民调解委员会` })
    const heavy = globSync(join(folder, 'program/site/**/*.html'))
      .map((file) => ({
        page: file.slice(join(folder, 'program/site').length),
        weight: weight(readFileSync(file)),
      }))
      .filter((page) => page.weight > 14 * 1024)
    expect(heavy).toEqual([])
  })

  it('asks for the village of the chosen town on the check page, and sends the case to its committee', async () => {
    const { port, host } = counties[0] as County
    const fields = {
      ...{ danger: 'false', about: 'none', track: 'mediation', category: 'neighbour', region: 'chengguan' },
      ...{
        narrative: '经过',
        request: '诉求',
        anonymous: 'false',
        name: '吴秀兰',
        notify: 'false',
        consent: 'true',
      },
    }
    const check = async (more: Record<string, string>, path: string = actions.fileCheck) => {
      const answer = await ask(port, host, path, {
        method: 'POST',
        headers: ownForm,
        body: new URLSearchParams({ ...fields, ...more }).toString(),
      })
      expect(answer.status).toBe(200)
      return answer.text
    }
    const town = await check({})
    expect(town).toContain('这件会交给：城关镇人民调解委员会')
    expect(town).toMatch(/<select[^>]* name="village"/)
    const [, village = '', name = ''] = /<option value="(chengguan-[a-z0-9-]+)">([^<]+)</.exec(town) ?? []
    const chosen = await check({ village })
    expect(chosen).toContain(`这件会交给：${name}人民调解委员会`)
    expect(chosen).toContain(`name="region" value="${village}"`)
    expect(chosen).not.toContain('name="village"')
    // Sent with a choice, it is shown again before it is filed.
    const [, token = ''] = /name="sendToken" value="([^"]+)"/.exec(town) ?? []
    expect(await check({ village, sendToken: token }, actions.fileSend)).toContain(
      `name="region" value="${village}"`,
    )
    // A village of another town is none of this one.
    const [, foreign = ''] =
      /<option value="(shiqiao-[a-z0-9-]+)"/.exec(await check({ region: 'shiqiao' })) ?? []
    expect(await check({ village: foreign })).toContain('name="region" value="chengguan"')
    // Back in the form, the villages of the town are listed with the chosen one.
    expect(await check({ village, edit: 'region' })).toContain(`<option value="${village}" selected="">`)
  })
})
