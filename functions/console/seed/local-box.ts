import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import type { FileBox } from '#store/ports/files.ts'
import { statePaths } from '../../box/paths.ts'
import { folderBox } from '../../file-folder.ts'

/**
 * Runs `work` with the folder of a county's own box, or the local bucket of `npm start`, as a box for files. The bucket is
 * opened by the first file, since that takes seconds, and closed afterwards.
 * @param state folder of the local state
 */
export const withLocalBox = async <T>(state: string, work: (box: FileBox) => Promise<T>): Promise<T> => {
  const { database, files } = statePaths(state)
  if (existsSync(database)) return work(folderBox(files))
  const open = async () => {
    const { convertV4MiniflareOptions, Miniflare } = await import('miniflare')
    const options = convertV4MiniflareOptions({
      ...{ modules: true, script: 'export default {}', compatibilityDate: '2026-10-01' },
      r2Buckets: { FILES: 'liuchixiang-files' },
    })
    // The folder below which wrangler keeps each kind of store.
    const miniflare = new Miniflare({ ...options, resourcePersistencePath: join(state, 'v3') })
    return { miniflare, bucket: await miniflare.getR2Bucket('FILES') }
  }
  let opened: ReturnType<typeof open> | undefined
  const bucket = async () => {
    opened ??= open()
    return (await opened).bucket
  }
  const box: FileBox = {
    put: async (name, body) => void (await (await bucket()).put(name, await buffer(body as never))),
    // What is only put is never read or deleted here.
    get: () => Promise.resolve(null),
    delete: () => Promise.resolve(),
  }
  try {
    return await work(box)
  } finally {
    await (await opened)?.miniflare.dispose()
  }
}
