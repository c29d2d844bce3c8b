import { type Context, Hono } from 'hono'
import { guessesPerAddress, guessWindow } from '#domain/basics/bounds.ts'
import { readSaid, refusalText } from '#domain/evidence/adding.ts'
import { mayWrite } from '#domain/following/writing.ts'
import { filesOf, isFileId } from '#domain/history/case-files.ts'
import { api, pages } from '#domain/routes/site.ts'
import { addressPrefixes } from '#http/address.ts'
import { fieldValue, typedText } from '#http/form.ts'
import { idempotencyKey } from '#http/idempotency-key.ts'
import { readJson } from '#http/json.ts'
import { problem } from '#http/problem.ts'
import { refuseFile } from '#http/refuse-file.ts'
import { sendFile } from '#http/send-file.ts'
import { drain, receiveUpload } from '#http/upload.ts'
import type { Ports } from '#ports'
import type { FollowingStore } from '#store/ports/following.ts'
import { openFor, textOf } from '../api.ts'
import { addFile } from './add-file.ts'

const title = '没有收下'
const guessedText = `从这个网络试错的查询码太多，一小时以内这里不收材料。有查询码的，请用浏览器打开 ${pages.track.path}，输入查询码和案件编号，在网页上交。`

/**
 * The answer to an address from which too many unknown codes came; null if it may send a file. The code is known once the
 * body is there, and guesses that bring ten megabytes each are received for nothing. Holders behind the same address give
 * files on the site, where they have entered their code before.
 */
const guessedHere = async (c: Context, { store, clock, clientAddress }: Ports<FollowingStore>) => {
  const marks = await store.guessesAt(addressPrefixes(clientAddress(c.req.raw)), '', clock())
  if (marks.address < guessesPerAddress) return null
  await drain(c.req.raw)
  c.header('retry-after', String(guessWindow / 1000))
  return problem(c, { status: 429, title, detail: guessedText })
}

/** POST /api/v1/cases/files and /files/read: files of the holder of a code. */
export const filesApi = (ports: Ports<FollowingStore>): Hono =>
  new Hono()
    .post(api.files, async (c) => {
      const key = idempotencyKey(c)
      if (!key.ok) return key.error
      const guessed = await guessedHere(c, ports)
      if (guessed) return guessed
      return receiveUpload(
        c,
        ports,
        (fault) => refuseFile(c, fault),
        async ({ form, ...upload }) => {
          const entered = {
            trackingCode: typedText(form, 'trackingCode'),
            caseNumber: typedText(form, 'caseNumber'),
          }
          const opened = await openFor(c, ports, entered)
          if (!opened.ok) return opened.error
          const followed = opened.value
          const { codeHash, scope } = followed.holder
          const said = readSaid(
            {
              caption: typedText(form, 'caption'),
              audience: fieldValue(form, 'audience'),
              sensitive: fieldValue(form, 'sensitive'),
            },
            false,
          )
          if (!said.ok) return refuseFile(c, said.error)
          const added = await addFile(ports)(followed.whole, {
            upload,
            said: said.value,
            by: { actor: scope, acting: '', scope },
            refusal: ({ events }, now) => (mayWrite(events, now) ? null : 'ended'),
            again: async () => (await ports.store.follow(codeHash, ports.clock())).found?.whole ?? null,
            key: key.value && `file:${codeHash}:${key.value}`,
          })
          if (!added.ok) return refuseFile(c, added.error)
          const { id, kind, size } = added.value
          return c.json({ id, kind, size }, 201)
        },
      )
    })
    .post(api.readFile, async (c) => {
      const body = await readJson(c)
      if (!body.ok) return body.error
      const opened = await openFor(c, ports, body.value)
      if (!opened.ok) return opened.error
      const { events, holder } = opened.value
      const id = textOf(body.value['id'])
      const file = isFileId(id) && filesOf(events, holder.scope).find((one) => one.id === id)
      const sent =
        file && (await sendFile(c, file, (from, to) => ports.files.open(opened.value.whole, file, from, to)))
      return sent || problem(c, { status: 404, title: '没有这份材料', detail: refusalText('gone') })
    })
