import { satteri } from '@astrojs/markdown-satteri'
import mdx from '@astrojs/mdx'
import { defineConfig } from 'astro/config'
import { pages } from '#domain/routes/site.ts'
import { county } from '#generated/county.ts'
import { library } from '#generated/library.ts'
import { glossaryLinks } from './site/build/glossary-links.ts'
import { shell } from './site/build/shell.ts'
import { browsers, stylePlugin } from './site/build/style.ts'
import { checkOnlyData } from './site/build/texts/only-data.ts'

/** Texts for continuous reading; a hotline's few words need no links. */
const isText = (file) => /\/content\/(lessons|pages)\//.test(file)

/**
 * Also when Astro is started without `npm run generate`: no text is compiled before all texts were checked.
 */
const onlyData = { name: 'only-data', hooks: { 'astro:config:setup': () => checkOnlyData('content') } }

export default defineConfig({
  site: county.site.url,
  srcDir: './site',
  publicDir: './site/public',
  outDir: './dist',
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  integrations: [onlyData, mdx(), shell()],
  markdown: { processor: satteri({ hastPlugins: [glossaryLinks(library.terms, pages.words.path, isText)] }) },
  vite: { build: { cssTarget: browsers.names }, plugins: [stylePlugin()] },
})
