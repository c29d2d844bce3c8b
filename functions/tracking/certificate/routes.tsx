import type { Hono } from 'hono'
import { certificateOf } from '#domain/following/certificate.ts'
import { type CaseWords, caseWords, wordsOf } from '#domain/history/words.ts'
import { actions } from '#domain/routes/site.ts'
import type { Ports } from '#ports'
import type { FollowedCase, FollowingStore } from '#store/ports/following.ts'
import { ClaimCertificate, certificateTitle } from '#ui/claim-certificate.tsx'
import { Back } from '../code-again/page.tsx'
import { codeAgainRoutes } from '../code-again/routes.tsx'
import { shownIn } from '../files/shown-file.ts'
import type { TrackingSession } from '../session.ts'

const title = '要一份证明'

/** The name in words that are the holder's alone; who was registered before they were invited finds no event of it in their history. */
const nameIn = (words: CaseWords): string | undefined =>
  [...words.values()].flatMap(({ kind, words: given }) =>
    kind === 'party' && 'name' in given && given.name ? given.name : [],
  )[0]

/** The certificate of the holder, from what they filed and gave alone. */
const readCertificate = async (ports: Ports<FollowingStore>, followed: FollowedCase) => {
  const { record, events, holder } = followed
  const view = { events, words: caseWords(record.id, await ports.store.filed(followed), ports.log) }
  const files = await shownIn(ports, followed)
  return certificateOf(record.number, events, holder.scope, {
    filed: wordsOf(view, 'filed'),
    name: nameIn(view.words),
    caption: ({ id }) => files.find(({ file }) => file.id === id)?.caption ?? '',
  })
}

/** What the holder claimed and gave, and when, to print; after the code was entered once more: /track/certificate. */
export const certificateRoutes = (ports: Ports<FollowingStore>, session: TrackingSession): Hono =>
  codeAgainRoutes(
    ports,
    session,
    {
      path: actions.trackCertificate,
      title,
      about:
        '哪天提了什么要求、交过什么材料，写成一页，可以打印，给法院、仲裁委员会看。里面有您的姓名，请把查询码再填一次。',
      button: '看证明',
    },
    async (followed) => {
      const certificate = await readCertificate(ports, followed)
      return (
        <div class="page-width text">
          <header class="page-head">
            <h1>{certificate ? certificateTitle(certificate) : title}</h1>
            <p class="no-print">用浏览器的“打印”。微信里打印不了，请换成手机自己的浏览器，再进来一次。</p>
          </header>
          {certificate ? (
            <ClaimCertificate certificate={certificate} now={ports.clock()} stamped={false} />
          ) : null}
          <Back />
        </div>
      )
    },
  )
