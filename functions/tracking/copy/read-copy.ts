import { rfc3339 } from '#domain/basics/time.ts'
import type { FollowedView } from '#domain/following/followed-view.ts'
import { type OwnAnswer, ownAnswers } from '#domain/following/own-answers.ts'
import { publicJson } from '#domain/following/public-json.ts'
import type { ShownFile } from '#domain/history/case-files.ts'
import { complainant } from '#domain/history/events.ts'
import { invitedIn } from '#domain/history/other-side.ts'
import type { Ports } from '#ports'
import type { FollowedCase, FollowingStore } from '#store/ports/following.ts'
import { agreementJson, readAgreementText, type ShownAgreement } from '../agreement/read-text.ts'
import { type FiledRow, readFiling } from '../filed/read-filing.ts'
import { shownIn } from '../files/shown-file.ts'
import { openAnswer } from '../open-answer.ts'
import { wholeViewOf } from '../view-of.ts'

/** All that the holder of a code gave and was told (个人信息保护法 45), and nothing of others (rules.md R49, R50). */
export interface Copy {
  /** When it was filed; for others than who filed, when they were asked into it: they never learn the first. */
  filedAt: number
  /** True for who filed. */
  isFiler: boolean
  given: FiledRow[]
  answers: OwnAnswer[]
  view: FollowedView
  files: ShownFile[]
  /** What was concluded; null without, as nobody keeps an offer of a draft (人民调解法 15(4)). */
  agreement: ShownAgreement | null
}

/** @param opened followed with `agreement` */
export const readCopy = async (ports: Ports<FollowingStore>, opened: FollowedCase): Promise<Copy> => {
  const followed = await openAnswer(ports, opened)
  const shown = await readAgreementText(ports, opened)
  const { holder, whole, events } = followed
  const isFiler = holder.scope === complainant
  return {
    filedAt: (isFiler ? undefined : invitedIn(whole.events, holder.party)?.at) ?? followed.record.filedAt,
    isFiler,
    given: await readFiling(ports, followed),
    answers: ownAnswers(events, holder.party),
    view: await wholeViewOf(ports, followed),
    files: await shownIn(ports, followed),
    agreement: shown?.agreement.concluded ? shown : null,
  }
}

/** The JSON form of a copy: the public view with every message and step, and what the holder gave. */
export const copyJson = ({ filedAt, given, answers, view, files, agreement }: Copy) => ({
  ...publicJson(view, files),
  filedAt: rfc3339(filedAt),
  given: given.map(({ field, label, text }) => ({ field, name: label, text })),
  answers: answers.map(({ kind, at, text, byStaff }) => ({ kind, at: rfc3339(at), text, byStaff })),
  ratings: view.ratings.map(({ period, answeredAt, result, treated, text }) => ({
    ...{ period, answeredAt: rfc3339(answeredAt), result, treated, text },
  })),
  ...(agreement && { agreement: agreementJson(agreement) }),
})
