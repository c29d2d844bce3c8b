import { globSync, readFileSync } from 'node:fs'
import { relative } from 'node:path'

/**
 * The texts that must be compared with the law from time to time, each with the day on which that was last done.
 * @param root folder of the project
 */
export const reviewedTexts = (root: string): { file: string; day: string }[] =>
  globSync(`${root}/content/{lessons/**,stories,pages}/*.mdx`)
    .concat(globSync(`${root}/content/{letters,guides,comparisons,talks,questions}/*.yaml`))
    .map((file) => ({
      file: relative(root, file),
      day: /^reviewed: "?(\d{4}-\d\d-\d\d)/m.exec(readFileSync(file, 'utf8'))?.[1] ?? 'never',
    }))
