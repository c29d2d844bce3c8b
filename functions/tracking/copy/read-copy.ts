import { rfc3339 } from '#domain/basics/time.ts'
import type { FollowedView } from '#domain/following/followed-view.ts'
import { publicJson } from '#domain/following/public-json.ts'
import type { ShownFile } from '#domain/history/case-files.ts'
import type { Ports } from '#ports'
import type { FollowedCase, FollowingStore } from '#store/ports/following.ts'
import { agreementJson, readAgreementText, type ShownAgreement } from '../agreement/read-text.ts'
import { type FiledRow, readFiling } from '../filed/read-filing.ts'
import { shownIn } from '../files/shown-file.ts'
import { openAnswer } from '../open-answer.ts'
import { wholeViewOf } from '../view-of.ts'

/** All that the holder of a code gave and was told (个人信息保护法 45), and nothing of others (rules.md R49, R50). */
export interface Copy {
  filedAt: number
  given: FiledRow[]
  view: FollowedView
  files: ShownFile[]
  /** What was concluded; null without, as nobody keeps an offer of a draft (人民调解法 15(4)). */
  agreement: ShownAgreement | null
}

/** @param opened followed with `agreement` */
export const readCopy = async (ports: Ports<FollowingStore>, opened: FollowedCase): Promise<Copy> => {
  const followed = await openAnswer(ports, opened)
  const shown = await readAgreementText(ports, opened)
  return {
    filedAt: followed.record.filedAt,
    given: await readFiling(ports, followed),
    view: await wholeViewOf(ports, followed),
    files: await shownIn(ports, followed),
    agreement: shown?.agreement.concluded ? shown : null,
  }
}

/** The JSON form of a copy: the public view with every message and step, and what the holder gave. */
export const copyJson = ({ filedAt, given, view, files, agreement }: Copy) => ({
  ...publicJson(view, files),
  filedAt: rfc3339(filedAt),
  given: given.map(({ field, label, text }) => ({ field, name: label, text })),
  ratings: view.ratings.map(({ period, answeredAt, result, treated, text }) => ({
    ...{ period, answeredAt: rfc3339(answeredAt), result, treated, text },
  })),
  ...(agreement && { agreement: agreementJson(agreement) }),
})
