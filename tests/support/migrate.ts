import { applyD1Migrations, env } from 'cloudflare:test'

// Test files share one workerd, and with it the modules it has loaded; each begins with an empty database. `reset()` of
// cloudflare:test leaves a large database behind now and then.
const { results } = await env.DB.prepare(
  `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'sqlite_*' AND name NOT GLOB '_cf_*'`,
).all<{ name: string }>()
await env.DB.batch(
  ['PRAGMA defer_foreign_keys = on', ...results.map(({ name }) => `DROP TABLE "${name}"`)].map((sql) =>
    env.DB.prepare(sql),
  ),
)
await applyD1Migrations(env.DB, env.TEST_MIGRATIONS)
