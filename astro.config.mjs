import mdx from '@astrojs/mdx'
import { defineConfig } from 'astro/config'
import { county } from './functions/generated/county.ts'
import { shell } from './site/build/shell.ts'
import { browsers, stylePlugin } from './site/build/style.ts'

export default defineConfig({
  site: county.site.url,
  srcDir: './site',
  publicDir: './site/public',
  outDir: './dist',
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  integrations: [mdx(), shell()],
  vite: { build: { cssTarget: browsers.names }, plugins: [stylePlugin()] },
})
