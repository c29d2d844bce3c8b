import { agreementIn, type CurrentAgreement } from '#domain/agreement/current.ts'
import type { AgreementText } from '#domain/agreement/items.ts'
import { textIn } from '#domain/agreement/text-in.ts'
import { caseWords } from '#domain/history/words.ts'
import type { Ports } from '#ports'
import type { FollowedCase } from '#store/ports/following.ts'

/** The agreement of a case as its holder may know it, with its text. */
export interface ShownAgreement {
  agreement: CurrentAgreement
  text: AgreementText
}

/**
 * Unseals the newest version of a case that was followed with `agreement`.
 * @returns null if the holder may know of none, or if it cannot be read
 */
export const readAgreementText = async (
  { log }: Pick<Ports, 'log'>,
  { record, events, words }: FollowedCase,
): Promise<ShownAgreement | null> => {
  const agreement = agreementIn(events)
  if (!agreement) return null
  const opened = { words: caseWords(record.id, await words(['record'], new Set([agreement.seq])), log) }
  const text = textIn(opened, agreement)
  return text && { agreement, text }
}

/** The JSON form of an agreement: the same for everybody who makes it, but for what they have read. */
export const agreementJson = ({ agreement, text }: ShownAgreement) => ({
  version: agreement.version,
  sum: agreement.sum,
  ...text,
  items: text.items.map((item) => ({
    ...item,
    state: agreement.items.find(({ id }) => id === item.id)?.state ?? 'open',
  })),
  ...(agreement.concluded && {
    form: agreement.concluded.form,
    effectiveOn: agreement.concluded.effectiveOn,
  }),
  ...(agreement.confirmedOn && { confirmedOn: agreement.confirmedOn }),
})
