import { dayOf, fullDay, type Instant } from '#domain/basics/time.ts'
import { monthOf, type PublicationState, publicationIn, publicSince } from '#domain/history/publication.ts'
import { wordsIn } from '#domain/history/words.ts'
import { suggestionsPage } from '#domain/routes/site.ts'
import type { CaseView } from '../case/case-view.ts'

/** The words that everybody is to read, or reads. */
export const PublicWords = ({
  publicQuestion,
  publicAnswer,
}: {
  publicQuestion?: string | undefined
  publicAnswer?: string | undefined
}) => (
  <section class="move-context" aria-label="要公布的短文">
    <p class="says typed">
      <b>问</b> {publicQuestion}
    </p>
    <p class="says typed">
      <b>答</b> {publicAnswer}
    </p>
  </section>
)

const sentencesOf = (at: Instant): Record<PublicationState, string> => ({
  asked: '申请人想公布建议和答复，等您写短文。',
  drafted: '要公布的短文写好了，等没有写的人看。',
  offered: '短文给申请人看了，同意了才公布；不答，就是不公布。',
  agreed: `申请人同意了，${publicSince(monthOf(at))}一号起公布。本人随时可以说不公布，一说就撤下。`,
})

/** On the page of a case: how far publishing its answer is, and the words. */
export const PublicationNote = ({ view }: { view: CaseView }) => {
  const publication = publicationIn(view.events)
  if (!publication) return null
  const { state, seq, at } = publication
  const event = view.events.find((one) => one.seq === seq)
  const written =
    event?.kind === 'publication-drafted' || event?.kind === 'publication-approved'
      ? wordsIn(view, { seq, kind: event.kind })
      : undefined
  return (
    <div class="note" role="note">
      <b>
        {suggestionsPage.name}，{fullDay(dayOf(at))}
      </b>
      <p>{sentencesOf(at)[state]}</p>
      {written ? <PublicWords publicQuestion={written.question} publicAnswer={written.answer} /> : null}
    </div>
  )
}
