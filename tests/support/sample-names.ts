import { globSync, readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { county } from '#generated/county.ts'
import { library } from '#generated/library.ts'

/** What only the sample county is called: its areas, units, offices and people, its telephones and its rules. */
const sampleNames = (): string[] => {
  const places = [...county.units, ...library.offices]
  const rules = county.clocks.flatMap(({ countyRule }) => countyRule ?? [])
  const { organiser, operator, phone, url, sampleNotice } = county.site
  return [
    ...new Set([
      ...[...county.areas, ...places, ...county.experts, ...library.people].map(({ name }) => name),
      ...places.map((place) => place.phone),
      ...[organiser, operator, phone, new URL(url).host, sampleNotice, ...rules],
    ]),
  ]
}

/** A text as it is read: a bundle has Chinese in escapes. */
const readable = (file: string): string =>
  readFileSync(file, 'utf8').replace(/\\u([0-9a-f]{4})/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )

const literal = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Where the built files of a folder name the sample county, as 'letters/iou/index.html: 示例县'. */
export const sampleNamesIn = (folder: string): string[] => {
  // The shortest first: of 示例县人民法院 the county is said.
  const names = sampleNames().sort((a, b) => a.length - b.length)
  const any = new RegExp(names.map(literal).join('|'), 'g')
  return globSync(`${folder}/**/*.{html,js,json,mjs,txt,xml,yaml,css,svg,webmanifest}`).flatMap((file) =>
    [...new Set(readable(file).match(any))].map((name) => `${relative(folder, file)}: ${name}`),
  )
}
