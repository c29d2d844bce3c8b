/** For what a deployment abroad may be: real data of a Chinese public body stays inside the country. */

const purposes = {
  sample: 'the sample county as it is, to look at; nobody files a real case',
  trial: 'a county of its own for a trial, with made-up cases only',
  abroad: 'real cases of a body that is no Chinese public body',
} as const

export type Purpose = keyof typeof purposes

export const isPurpose = (text: string | undefined): text is Purpose =>
  text !== undefined && Object.hasOwn(purposes, text)

/** Said before anything is done. The articles are named, not quoted: article 36 has no vetted text in content/laws. */
export const lawNotice = [
  '中国的机关和单位处理的个人信息要存在境内（个人信息保护法第三十六条；还有第三十八条以下）。Cloudflare 的机房在境外：',
  '真的案件不能放上去，请用县里自己的机器（docs/box/README.md）。这条命令只用来看样子、试用，或者给境外的单位用。',
  'Personal data of a Chinese public body must stay inside the country (Personal Information Protection Law, article 36).',
  'This command deploys to Cloudflare, abroad. Say what it is for:',
  ...Object.entries(purposes).map(([id, says]) => `  --for ${id.padEnd(7)} ${says}`),
].join('\n')
