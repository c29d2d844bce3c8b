import { applyD1Migrations, env } from 'cloudflare:test'

// Test files share one workerd, and with it the modules it has loaded; each begins with an empty database. `reset()` of
// cloudflare:test leaves a large database behind now and then.
const { results } = await env.DB.prepare(
  `SELECT type, name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT GLOB 'sqlite_*' AND name NOT GLOB '_cf_*'`,
).all<{ type: string; name: string }>()
await env.DB.batch(
  ['PRAGMA defer_foreign_keys = on', ...results.map(({ type, name }) => `DROP ${type} "${name}"`)].map(
    (sql) => env.DB.prepare(sql),
  ),
)
await applyD1Migrations(env.DB, env.TEST_MIGRATIONS)
