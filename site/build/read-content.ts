import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parse } from 'yaml'
import type { z } from 'zod'
import { countyFile } from './county-folder.ts'

/**
 * A fault in `content/`. Its message names the file and what was expected, for the person who edits the file.
 */
export class ContentError extends Error {
  override name = 'ContentError'
}

const explain = (file: string, error: z.ZodError): string =>
  error.issues
    .map((issue) => `${file}: ${issue.path.length > 0 ? `${issue.path.join('.')}: ` : ''}${issue.message}`)
    .join('\n')

/** Validates data read from `file`; throws a ContentError that names file, field and expectation. */
export const checked = <T>(file: string, schema: z.ZodType<T>, data: unknown): T => {
  const result = schema.safeParse(data)
  if (!result.success) throw new ContentError(explain(file, result.error))
  return result.data
}

/** Reads and validates a YAML file below `root`, or the county's own in its place; throws a ContentError. */
export const readYaml = <T>(root: string, file: string, schema: z.ZodType<T>): T => {
  const text = readFileSync(countyFile(root, file), 'utf8')
  try {
    return checked(file, schema, parse(text))
  } catch (error) {
    if (error instanceof ContentError) throw error
    throw new ContentError(`${file}: ${error instanceof Error ? error.message : 'not YAML'}`)
  }
}

/** Front matter of every MDX file in a folder; `id` is the file name without extension. */
export const readFrontmatter = (
  root: string,
  folder: string,
): { id: string; file: string; data: unknown }[] =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.mdx'))
    .sort()
    .map((name) => {
      const file = `${folder}/${name}`
      const [, yaml] = /^---\n([\s\S]*?)\n---/.exec(readFileSync(join(root, file), 'utf8')) ?? []
      if (yaml === undefined)
        throw new ContentError(`${file}: must begin with front matter between two --- lines`)
      return { id: basename(name, '.mdx'), file, data: parse(yaml) as unknown }
    })

/** Every YAML file in a folder; empty if the folder does not exist. */
export const yamlFiles = (root: string, folder: string): string[] =>
  (existsSync(join(root, folder)) ? readdirSync(join(root, folder)) : [])
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => `${folder}/${name}`)

/** One sentence per id that has no file below `content/<folder>`. */
export const missingFiles = (content: string, folder: string, ids: string[], ending: string): string[] =>
  ids
    .filter((id) => !existsSync(join(content, folder, `${id}${ending}`)))
    .map((id) => `content/${folder}/${id}${ending} is missing`)
