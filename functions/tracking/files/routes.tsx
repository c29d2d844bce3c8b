import { type Context, Hono } from 'hono'
import { readSaid } from '#domain/evidence/adding.ts'
import { refusals } from '#domain/filing/messages.ts'
import { mayWrite } from '#domain/following/writing.ts'
import { actions, notices, trackFileBytes, trackFilePath } from '#domain/routes/site.ts'
import { storedAt } from '#http/asks-json.ts'
import { mediaType } from '#http/body.ts'
import { fieldValue, type PostedForm, typedText } from '#http/form.ts'
import { playsSound } from '#http/own-policy.ts'
import { refuse } from '#http/refusals.tsx'
import { isSameOrigin } from '#http/same-origin.ts'
import { sendFile } from '#http/send-file.ts'
import { page } from '#http/site-page.ts'
import { drain, receiveUpload } from '#http/upload.ts'
import type { Ports } from '#ports'
import type { FollowedCase, FollowingStore } from '#store/ports/following.ts'
import { isForOther, showLostWords } from '../case/show-case.tsx'
import { postedWords } from '../posted-words.ts'
import type { TrackingSession } from '../session.ts'
import { addFile } from './add-file.ts'
import { FilePage } from './file-page.tsx'
import { filesTitle } from './page.tsx'
import { filesShower, wordsOf } from './show-files.tsx'
import { ownFiles, shownIn } from './shown-file.ts'

/** What is said of a file in the form. */
const saidIn = (form: PostedForm) =>
  readSaid(
    {
      caption: typedText(form, 'caption'),
      audience: fieldValue(form, 'audience'),
      sensitive: fieldValue(form, 'sensitive'),
    },
    true,
  )

/** Files of the holder of a code: /track/files, the page of each, and its bytes. */
export const filesRoutes = (ports: Ports<FollowingStore>, session: TrackingSession): Hono => {
  const { show, refused } = filesShower(ports)

  /** The file of a followed case that the address names. */
  const fileIn = (c: Context, followed: FollowedCase) =>
    ownFiles(followed).find(({ id }) => id === c.req.param('id'))

  /** A post without a file, by which the script of the form asks whether the rest is right (site/public/files.js). */
  const withoutFile = async (c: Context) => {
    const act = await postedWords(c, session, {
      wordsIn: wordsOf,
      again: (found, form, status, text) => show(c, found, status, form, [{ field: 'caption', text }]),
    })
    if (!act.ok) return act.error
    const { form, followed } = act.value
    const said = saidIn(form)
    return refused(c, followed, said.ok ? 'none' : said.error, form)
  }

  return new Hono()
    .get(actions.trackFiles, async (c) => {
      const found = await session.open(c)
      return found.ok ? show(c, found.value) : session.leave(c)
    })
    .post(actions.trackFiles, async (c) => {
      if (mediaType(c.req.raw) !== 'multipart/form-data') return withoutFile(c)
      // Before a byte is read: nobody waits minutes for an upload that cannot be taken.
      const own = isSameOrigin(c.req.raw)
      const found = own ? await session.open(c) : null
      if (!found?.ok) {
        await drain(c.req.raw)
        return found ? session.lost(c) : refuse(c, 'origin')
      }
      const followed = found.value
      const { codeHash, scope } = followed.holder
      return receiveUpload(
        c,
        ports,
        (fault) => refused(c, followed, fault),
        async ({ form, guessed, ...upload }) => {
          if (isForOther(form, followed)) return showLostWords(c, 409, 'other', wordsOf(form))
          if (guessed)
            return show(c, followed, 415, form, [{ field: 'caption', text: refusals.encoding.text }])
          const said = saidIn(form)
          if (!said.ok) return refused(c, followed, said.error, form)
          const added = await addFile(ports)(followed.whole, {
            upload,
            said: said.value,
            by: { actor: scope, acting: '', scope },
            refusal: ({ events }, now) => (mayWrite(events, now) ? null : 'ended'),
            again: async () => (await ports.store.follow(codeHash, ports.clock())).found?.whole ?? null,
          })
          return added.ok
            ? storedAt(c, trackFilePath(added.value.id), `${actions.trackFiles}#${notices.added}`)
            : refused(c, followed, added.error, form)
        },
      )
    })
    .get(trackFilePath(':id'), async (c) => {
      const found = await session.open(c)
      if (!found.ok) return session.leave(c)
      const id = fileIn(c, found.value)?.id
      const shown = id && (await shownIn(ports, found.value)).find(({ file }) => file.id === id)
      if (!shown) return refuse(c, 'notFound')
      playsSound(c)
      return page(c, { title: filesTitle, current: 'track', main: <FilePage shown={shown} /> })
    })
    .get(trackFileBytes(':id'), async (c) => {
      const found = await session.open(c)
      if (!found.ok) return session.leave(c)
      const file = fileIn(c, found.value)
      const sent =
        file && (await sendFile(c, file, (from, to) => ports.files.open(found.value.whole, file, from, to)))
      return sent || refuse(c, 'notFound')
    })
}
