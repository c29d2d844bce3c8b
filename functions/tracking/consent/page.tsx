import { dayOf, spokenDay } from '#domain/basics/time.ts'
import type { Consent, Say } from '#domain/following/consent.ts'
import type { FollowedView } from '#domain/following/followed-view.ts'
import { actions } from '#domain/routes/site.ts'
import { Cite } from '#ui/cite.tsx'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import { Radios } from '#ui/form/radios.tsx'
import type { FormError, FormState } from '#ui/form/state.ts'
import { replyCaseField } from '../case/reply-form.tsx'
import { Back } from '../code-again/page.tsx'

export const consentTitle = '愿不愿意谈'
export const sayField = 'say'

const ways = { hand: '当面', phone: '在电话里', post: '来信', code: '用查询码' } as const

const recordedText = ({ said, recorded }: Consent): string =>
  recorded
    ? `办的人记下：您${spokenDay(recorded.on)}${ways[recorded.by]}说${said === 'agreed' ? '愿意谈' : '不愿意谈'}。`
    : ''

/** What can be said now, in the order of the form. */
const offered = ({ said, recorded }: Consent): { value: Say; name: string; note?: string }[] => [
  ...(said === 'refused' && recorded
    ? [
        {
          value: 'refusal-disputed' as const,
          name: '没有这回事',
          note: '我没有说过不愿意谈。上一级单位也会知道。',
        },
      ]
    : []),
  { value: 'agreed', name: '愿意谈', note: '谈到一半，也可以停下。' },
  {
    value: 'refused',
    name: said === 'agreed' ? '不想谈了' : '不愿意谈',
    note: '不用写理由。调解就停下，会告诉申请的人别的办法。',
  },
]

/** 愿不愿意谈: what a person of the other side says, and can say again as long as the case is open (人民调解法 17, 23). */
export const ConsentPage = ({
  view,
  state,
  errors,
}: {
  view: FollowedView
  state: FormState
  errors: FormError[]
}) => {
  const { consent } = view.acts
  return (
    <div class="page-width text">
      <ErrorSummary errors={errors} />
      <header class="page-head">
        <h1>{consentTitle}</h1>
        <p>这不是传票，也不是要罚您。愿不愿意，您说了算；不愿意，不会因此判您没理。</p>
      </header>
      {consent?.recorded ? <p class="note">{recordedText(consent)}</p> : null}
      {consent?.open ? (
        <form action={actions.trackConsent} method="post" novalidate>
          <input type="hidden" name={replyCaseField} value={view.mark} />
          <Radios state={state} name={sayField} label="您的意思" options={offered(consent)} />
          <div class="actions">
            <button class="button" type="submit">
              就这样答
            </button>
          </div>
        </form>
      ) : (
        <p class="soft">这件事已经结束了，不用再答。</p>
      )}
      <p class="soft small">
        不回答，不算拒绝。
        <Cite text="《人民调解法》第十七条、第二十三条" />
      </p>
      <Back />
    </div>
  )
}

/** On the page of the case: what was said, and the way to say it or something else. */
export const ConsentCard = ({ view, year }: { view: FollowedView; year: string }) => {
  const { consent } = view.acts
  if (!consent?.open) return null
  const { said, recorded } = consent
  return (
    <section class="section" aria-labelledby="consent">
      <h2 id="consent">{said === null ? '愿不愿意谈，请您说一声' : '您说过的'}</h2>
      <p>
        {recorded
          ? recordedText(consent)
          : said === null
            ? '来不来、谈不谈，您说了算；不来，不会因此判您没理。'
            : `您${spokenDay(dayOf(consent.at), year)}说${said === 'agreed' ? '愿意谈' : '不愿意谈'}。`}
      </p>
      <div class="actions">
        <a class="button" href={actions.trackConsent}>
          {said === null ? '我来答' : '要改，在这里'}
        </a>
      </div>
    </section>
  )
}
