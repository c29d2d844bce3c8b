import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { idPattern } from '#domain/basics/id-pattern.ts'

/**
 * One checkout can build several counties (docs/several-counties.md): `LIUCHIXIANG_COUNTY=<id>` names the folder
 * `counties/<id>`, whose YAML files stand in place of those with the same name in `content/`.
 */

/** The id of the county that is built; undefined for the one in `content/`. */
export const chosenCounty = (): string | undefined => process.env['LIUCHIXIANG_COUNTY'] || undefined

/** The folder of a county's own files. */
export const countyFolder = (id: string): string => join('counties', id)

/**
 * Checks the folder of the chosen county.
 * @param content the folder `content`
 * @returns what is wrong with it, a sentence each; empty if no county is chosen
 */
export const countyFolderFaults = (content: string): string[] => {
  const id = chosenCounty()
  if (id === undefined) return []
  const folder = countyFolder(id)
  if (!idPattern.test(id)) return [`LIUCHIXIANG_COUNTY: "${id}" cannot be a folder of counties/`]
  const place = join(content, '..', folder)
  if (!existsSync(place))
    return [`LIUCHIXIANG_COUNTY: there is no ${folder}; npm run county:new -- --county ${id}`]
  return readdirSync(place)
    .filter((name) => name.endsWith('.yaml') && !existsSync(join(content, name)))
    .map((name) => `${folder}/${name}: expected the name of a file of content/`)
}

/** The path of a data file: the chosen county's own if it has one, otherwise that of `content`. */
export const countyFile = (content: string, name: string): string => {
  const id = chosenCounty()
  const own = id === undefined ? '' : join(content, '..', countyFolder(id), name)
  return own !== '' && existsSync(own) ? own : join(content, name)
}

/** A place of the data as a person finds it: `content/site.yaml: url` is in the chosen county's own file if it has one. */
export const countyPlace = (place: string): string =>
  place.replace(/^content\/([\w-]+\.yaml)/, (_, name: string) => countyFile('content', name))
