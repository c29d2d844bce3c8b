import { resolve } from 'node:path'
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'
import { startAt } from './tests/support/day.ts'

// Long enough for a busy machine; a test that hangs still fails.
const testTimeout = 60_000

const built = 'tests/support/built.ts'

/**
 * One frozen clock with the same day for both projects; see tests/support/day.ts. Test files share their process and its
 * modules: loading the app anew for each file took longer than the tests.
 */
const frozen = (...setUp: string[]) => ({
  testTimeout,
  hookTimeout: testTimeout,
  isolate: false,
  provide: { startAt },
  globalSetup: [built],
  setupFiles: ['tests/support/freeze.ts', ...setUp],
})

/** unit: pure rules in Node. worker: the app in workerd with a real local D1. http: the built site over HTTP. dev: `npm run dev`. */
export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['tests/unit/**/*.test.ts'], env: { TZ: 'UTC' }, ...frozen() } },
      {
        plugins: [
          cloudflareTest(async () => ({
            wrangler: { configPath: './wrangler.toml' },
            miniflare: {
              // Worker tests call the apps directly; the second Worker is not started.
              serviceBindings: { DESK: () => new Response('desk') as never },
              bindings: { TEST_MIGRATIONS: await readD1Migrations('migrations') },
            },
          })),
        ],
        test: {
          name: 'worker',
          include: ['tests/worker/**/*.test.ts'],
          ...frozen('tests/support/migrate.ts'),
          globalSetup: [built, 'tests/support/receiving.ts'],
        },
      },
      {
        test: {
          name: 'http',
          include: ['tests/http/**/*.test.ts'],
          globalSetup: [built, 'tests/support/serve.ts'],
          testTimeout: 2 * testTimeout,
        },
      },
      {
        test: {
          name: 'http-box',
          include: ['tests/http/**/*.test.ts', 'tests/box/**/*.test.ts'],
          env: { SERVER: 'box' },
          globalSetup: [built, 'tests/support/serve-box.ts'],
          testTimeout: 2 * testTimeout,
        },
      },
      {
        // The suite of the Workers on Node, over node:sqlite and a folder instead of D1 and R2.
        resolve: {
          alias: [
            { find: 'cloudflare:test', replacement: resolve('tests/support/box/cloudflare-test.ts') },
            { find: '#store/files/bucket.ts', replacement: resolve('tests/support/box/bucket.ts') },
          ],
        },
        test: {
          name: 'box',
          include: ['tests/worker/**/*.test.ts'],
          env: { TZ: 'UTC' },
          ...frozen('tests/support/migrate.ts'),
          globalSetup: [built, 'tests/support/receiving.ts'],
        },
      },
      {
        // The package of a county's own machine: its drill, its commands, and moving between it and D1.
        test: {
          name: 'package',
          include: ['tests/package/**/*.test.ts'],
          globalSetup: [built],
          testTimeout: 5 * testTimeout,
          hookTimeout: 5 * testTimeout,
        },
      },
      { test: { name: 'dev', include: ['tests/dev/**/*.test.ts'], testTimeout: 5 * testTimeout } },
    ],
  },
})
