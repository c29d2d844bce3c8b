import { hex } from '#domain/basics/hex.ts'
import { fail, type Result } from '#domain/basics/result.ts'
import { addFile } from '../../tracking/files/add-file.ts'
import type { Living } from './context.ts'
import { followedBy } from './holder-acts.ts'
import { sampleWords } from './sentences.ts'

/** A picture of one point: what it shows is nobody's. */
const point = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII='

/** The complainant gives a picture; nothing happens where files are kept nowhere. */
export const givesFile = async (living: Living): Promise<Result<unknown, unknown>> => {
  const { ports, draw, now } = living
  const { files } = ports
  const followed = await followedBy(living, 1)
  if (!files || !followed) return fail('noFiles')
  const { scope, codeHash } = followed.holder
  return addFile({ ...ports, files })(followed.whole, {
    upload: {
      id: hex(draw.random(16)),
      files: [Uint8Array.from(Buffer.from(point, 'base64'))],
      stored: () => {},
    },
    said: { caption: draw.one(sampleWords.captions), audience: draw.one(['mediator', 'both'] as const) },
    by: { actor: scope, acting: '', scope },
    refusal: () => null,
    again: async () => (await ports.store.follow(codeHash, now)).found?.whole ?? null,
  })
}
