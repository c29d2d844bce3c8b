import { spawnSync } from 'node:child_process'
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { convertV4MiniflareOptions, Miniflare } from 'miniflare'
import { asker } from './load.ts'
import { stepsOf, type Variant } from './servers.ts'

/**
 * The public Worker as it is published, in Miniflare with local D1 and R2.
 * @param env what the process of workerd gets from this one's environment
 */
export const worker = async (env: Record<string, string> = {}): Promise<Variant> => {
  const folder = mkdtempSync(join(tmpdir(), 'bench-worker-'))
  const args = ['deploy', '--dry-run', '--config', 'wrangler.toml', '--outdir', folder]
  const built = spawnSync('wrangler', args, { encoding: 'utf8' })
  if (built.status !== 0) throw new Error(built.stderr)
  const key = (byte: number) => Buffer.alloc(32, byte).toString('base64')
  Object.assign(process.env, env)
  const began = performance.now()
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      modules: [
        { type: 'ESModule', path: 'worker.js', contents: readFileSync(join(folder, 'worker.js'), 'utf8') },
      ],
      compatibilityDate: '2026-10-01',
      d1Databases: ['DB'],
      r2Buckets: ['FILES'],
      d1Persist: join(folder, 'd1'),
      bindings: { MASTER_KEY: key(1), CODE_PEPPER: key(2) },
    }),
  )
  const address = await miniflare.ready
  for (const name of Object.keys(env)) delete process.env[name]
  const cold = performance.now() - began
  const database = await miniflare.getD1Database('DB')
  for (const migration of globSync('migrations/*.sql').sort())
    for (const sql of readFileSync(migration, 'utf8').split('--> statement-breakpoint'))
      await database.prepare(sql).run()
  const { ask } = asker(address.href)
  const stop = () => {
    miniflare.dispose().then(
      () => rmSync(folder, { recursive: true, force: true }),
      () => undefined,
    )
  }
  return {
    name: 'local Worker',
    ask,
    cold,
    cpu: () => null,
    memory: () => null,
    stop,
    ...(await stepsOf(ask)),
  }
}
