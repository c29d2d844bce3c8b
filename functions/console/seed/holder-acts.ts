import { agreementIn } from '#domain/agreement/current.ts'
import type { Result } from '#domain/basics/result.ts'
import { calendar } from '#domain/clocks/county-calendar.ts'
import { slotsFrom } from '#domain/experts/slots.ts'
import { makeTrackingCode } from '#domain/filing/tracking-code.ts'
import type { ItemSaying } from '#domain/following/agreeing.ts'
import type { PublicationSaid } from '#domain/following/publication.ts'
import { draftIn } from '#domain/history/invitation.ts'
import { publicationIn } from '#domain/history/publication.ts'
import { timesOf } from '#domain/sessions/own-times.ts'
import type { RatingResult } from '#domain/words/ratings.ts'
import { county } from '#generated/county.ts'
import type { FollowedCase } from '#store/ports/following.ts'
import { sayOfItem, sayRead } from '../../tracking/agreement/say.ts'
import { replyToDesk, useOwnCode } from '../../tracking/answer-case.ts'
import { say } from '../../tracking/consent/say.ts'
import { bookConsultation } from '../../tracking/consultation/book.ts'
import { askHeld, cancelHeld } from '../../tracking/held/ask-held.ts'
import { answerDraft } from '../../tracking/invitation/approve.ts'
import { askMediator } from '../../tracking/mediator/ask-mediator.ts'
import { objectTo } from '../../tracking/objection/object-to.ts'
import { sayPublication } from '../../tracking/publication/say.ts'
import { rateCase } from '../../tracking/rating/rate-case.ts'
import { denySpot } from '../../tracking/spot/deny.ts'
import { choose } from '../../tracking/times/choose.ts'
import { urgeCase } from '../../tracking/urge/urge-case.ts'
import { writeMessage } from '../../tracking/write-message.ts'
import type { Living } from './context.ts'
import type { OwnAct } from './life.ts'
import { sampleWords } from './sentences.ts'

/** What the people of a sample case do with their codes, through the use-cases of the pages and the API. */

type Done = Promise<Result<unknown, unknown>>

/**
 * The case as the holder of a code knows it; null if they have none that opens it. Whoever was given the code by staff takes
 * one of their own first, as the page asks them to.
 */
export const followedBy = async (living: Living, party: number): Promise<FollowedCase | null> => {
  const { ports, codes, now } = living
  const code = codes.get(party)
  if (!code) return null
  const open = async (one: string) => (await ports.store.follow(await ports.store.codeHash(one), now)).found
  const followed = await open(code)
  if (!followed) return null
  if (followed.holder.firstUsedAt === null) await ports.store.markFirstUse(followed.holder.codeHash, now)
  if (!followed.holder.staffSaw) return followed
  const own = makeTrackingCode(ports.random)
  if (!(await useOwnCode(ports, followed, own))) return null
  codes.set(party, own)
  return open(own)
}

const ofItem =
  (party: 1 | 2, says: ItemSaying) =>
  ({ ports }: Living, followed: FollowedCase): Done | null => {
    const item = agreementIn(followed.events)?.items.find(
      ({ state, by, to }) =>
        state !== 'received' && state !== says && (says === 'done' ? by : to).includes(party),
    )
    return item ? sayOfItem(ports, followed, { item: item.id, says }, undefined) : null
  }

const rated =
  (answers: readonly { weight: number; result: RatingResult; treated: number }[]) =>
  ({ ports, draw }: Living, followed: FollowedCase): Done => {
    const { result, treated } = draw.weighted(answers)
    return rateCase(ports, followed, { result, treated, text: draw.one(sampleWords.ratings) })
  }

const publication =
  (said: PublicationSaid) =>
  ({ ports }: Living, followed: FollowedCase): Done =>
    sayPublication(ports, followed, { seq: publicationIn(followed.events)?.seq ?? 0, said })

const reads =
  () =>
  ({ ports }: Living, followed: FollowedCase): Done | null => {
    const agreement = agreementIn(followed.events)
    return agreement ? sayRead(ports, followed, agreement.version, undefined) : null
  }

/** Who does it, and how; null: there is nothing to do it to. */
export const holderActs: Partial<
  Record<OwnAct, readonly [party: 1 | 2, (living: Living, followed: FollowedCase) => Done | null]>
> = {
  writes: [
    1,
    ({ ports, draw }, followed) => {
      const from = { own: '', shared: '' }
      const text = draw.one(sampleWords.holder)
      return writeMessage(ports, followed, { text, call: null, from, key: undefined })
    },
  ],
  replies: [1, ({ ports }, followed) => replyToDesk(ports, followed, '是的，就是那天，条子我还留着。')],
  urges: [1, ({ ports }, followed) => urgeCase(ports, followed, undefined)],
  objects: [
    1,
    ({ ports, draw }, followed) => objectTo(ports, followed, draw.one(sampleWords.objections), undefined),
  ],
  withdraws: [1, ({ ports }, followed) => askHeld(ports, followed, 'withdraw', undefined)],
  'takes-it-back': [1, ({ ports }, followed) => cancelHeld(ports, followed, 'withdraw', undefined)],
  rates: [
    1,
    rated([
      { weight: 6, result: 'solved', treated: 5 },
      { weight: 3, result: 'solved', treated: 4 },
      { weight: 2, result: 'partly', treated: 4 },
      { weight: 1, result: 'partly', treated: 3 },
    ]),
  ],
  'rates-low': [
    1,
    rated([
      { weight: 2, result: 'not', treated: 2 },
      { weight: 1, result: 'not', treated: 1 },
      { weight: 1, result: 'partly', treated: 2 },
    ]),
  ],
  approves: [
    1,
    ({ ports }, followed) => {
      const draft = draftIn(followed.events)
      return draft ? answerDraft(ports, followed, { seq: draft.seq, agree: true, text: '' }, undefined) : null
    },
  ],
  'wants-mediator': [1, ({ ports }, followed) => askMediator(ports, followed, undefined)],
  'books-expert': [
    1,
    ({ ports, draw, now }, followed) => {
      const expert = draw.one(county.experts)
      const slots = slotsFrom(calendar, expert, now)
      return slots.length > 0 ? bookConsultation(ports, followed, expert.id, draw.one(slots).id) : null
    },
  ],
  'chooses-times': [
    1,
    ({ ports, now }, followed) => {
      const { open } = timesOf(followed.events, 1, now)
      return open
        ? choose(
            ports,
            followed,
            open.slots.slice(0, 1).map(({ id }) => id),
            undefined,
          )
        : null
    },
  ],
  'asks-publication': [1, publication('asked')],
  'agrees-publication': [1, publication('agreed')],
  'ends-publication': [1, publication('refused')],
  'reads-agreement': [1, reads()],
  'other-reads': [2, reads()],
  'other-agrees': [2, ({ ports }, followed) => say(ports, followed, 'agreed', undefined)],
  'other-refuses': [2, ({ ports }, followed) => say(ports, followed, 'refused', undefined)],
  'other-looks': [2, () => Promise.resolve({ ok: true, value: null })],
  'denies-spot': [2, ({ ports }, followed) => denySpot(ports, followed, '我没有答应过这件事。', undefined)],
  'other-did': [2, ofItem(2, 'done')],
  'got-it': [1, ofItem(1, 'received')],
  'got-nothing': [1, ofItem(1, 'missed')],
}
