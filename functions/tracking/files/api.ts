import { type Context, Hono } from 'hono'
import { addingMessage, type FileRefusal, fileField, readSaid, refusalText } from '#domain/evidence/adding.ts'
import { statusOfRefusal } from '#domain/evidence/statuses.ts'
import { mayWrite } from '#domain/following/writing.ts'
import { filesOf, isFileId } from '#domain/history/case-files.ts'
import { api } from '#domain/routes/site.ts'
import { fieldValue, typedText } from '#http/form.ts'
import { idempotencyKey } from '#http/idempotency-key.ts'
import { readJson } from '#http/json.ts'
import { problem, wrongFields } from '#http/problem.ts'
import { sendFile } from '#http/send-file.ts'
import { receiveUpload } from '#http/upload.ts'
import type { Ports } from '#ports'
import type { FollowingStore } from '#store/ports/following.ts'
import { openFor, textOf } from '../api.ts'
import { addFile } from './add-file.ts'

const title = '没有收下'

/** The problem for a file that was not taken. */
const refuse = (c: Context, why: FileRefusal): Response => {
  if (typeof why !== 'string') {
    return wrongFields(
      c,
      why.map((fault) => ({ ...fault, message: addingMessage(fault) })),
    )
  }
  const status = statusOfRefusal(why)
  const message = refusalText(why)
  if (status === 503) c.header('retry-after', '10')
  const errors = [{ field: fileField, code: why, message }]
  return problem(c, { status, title, detail: message, ...(status === 422 && { errors }) })
}

/** POST /api/v1/cases/files and /files/read: files of the holder of a code. */
export const filesApi = (ports: Ports<FollowingStore>): Hono =>
  new Hono()
    .post(api.files, async (c) => {
      const key = idempotencyKey(c)
      if (!key.ok) return key.error
      return receiveUpload(
        c,
        ports,
        (fault) => refuse(c, fault),
        async ({ form, ...upload }) => {
          const entered = {
            trackingCode: typedText(form, 'trackingCode'),
            caseNumber: typedText(form, 'caseNumber'),
          }
          const opened = await openFor(c, ports, entered)
          if (!opened.ok) return { answer: opened.error, stored: false }
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
          if (!said.ok) return { answer: refuse(c, said.error), stored: false }
          const added = await addFile(ports)(followed, {
            upload,
            said: said.value,
            by: { actor: scope, acting: '', scope },
            refusal: ({ events }, now) => (mayWrite(events, now) ? null : 'ended'),
            again: async () => (await ports.store.follow(codeHash, ports.clock())).found,
            key: key.value && `file:${codeHash}:${key.value}`,
          })
          if (!added.ok) return { answer: refuse(c, added.error), stored: false }
          const { file, isNew } = added.value
          const { id, kind, size } = file
          return { answer: c.json({ id, kind, size }, 201), stored: isNew }
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
        file && (await sendFile(c, file, (from, to) => ports.files.open(opened.value, file, from, to)))
      return sent || problem(c, { status: 404, title: '没有这份材料', detail: refusalText('gone') })
    })
