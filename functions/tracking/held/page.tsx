import type { Child } from 'hono/jsx'
import type { FollowedView } from '#domain/following/followed-view.ts'
import type { Held } from '#domain/words/held.ts'
import { Checkbox } from '#ui/form/checkbox.tsx'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import type { FormError, FormState } from '#ui/form/state.ts'
import { replyCaseField } from '../case/reply-form.tsx'
import { Back } from '../code-again/page.tsx'
import { AboutErasing, CannotErase } from './erase-page.tsx'
import { heldPaths, When } from './pending.tsx'
import { AboutWithdrawing, CannotWithdraw } from './withdraw-page.tsx'

export const confirmField = 'confirm'
export const cancelField = 'cancel'

/** The words of the page of each request. */
interface HeldWords {
  title: string
  pending: string
  confirm: string
  ask: string
  cancel: string
  /** What is said before it is asked for. */
  about: (view: FollowedView, now: number) => Child
  /** Why it cannot be asked for. */
  cannot: () => Child
}

export const heldWords: Record<Held, HeldWords> = {
  erase: {
    title: '删除我的信息',
    pending: '您已经要过删除了。',
    confirm: '我要删除我的信息',
    ask: '删除',
    cancel: '改主意了，不删',
    about: (view, now) => <AboutErasing view={view} now={now} />,
    cannot: () => <CannotErase />,
  },
  withdraw: {
    title: '撤回这件事',
    pending: '您已经要过撤回了。',
    confirm: '我要撤回这件事',
    ask: '撤回',
    cancel: '改主意了，不撤回',
    about: (view, now) => <AboutWithdrawing view={view} now={now} />,
    cannot: () => <CannotWithdraw />,
  },
}

const Form = ({ what, mark, children }: { what: Held; mark: string; children: Child }) => (
  <form action={heldPaths[what]} method="post" novalidate>
    <input type="hidden" name={replyCaseField} value={mark} />
    {children}
  </form>
)

interface Props {
  what: Held
  view: FollowedView
  now: number
  state: FormState
  errors: FormError[]
}

/** The page of a request that waits: what it means, then the form that asks for it, or the one that takes it back. */
export const HeldPage = ({ what, view, now, state, errors }: Props) => {
  const words = heldWords[what]
  const { held, ask } = view.acts
  return (
    <div class="page-width text">
      <ErrorSummary errors={errors} />
      <header class="page-head">
        <h1>{words.title}</h1>
      </header>
      {held?.what === what ? (
        <Form what={what} mark={view.mark}>
          <p>
            {words.pending}
            <When held={held} now={now} />
          </p>
          <input type="hidden" name={cancelField} value="true" />
          <div class="actions">
            <button class="button" type="submit">
              {words.cancel}
            </button>
          </div>
        </Form>
      ) : ask.includes(what) ? (
        <Form what={what} mark={view.mark}>
          {words.about(view, now)}
          <Checkbox state={state} name={confirmField} label={words.confirm} />
          <div class="actions">
            <button class="button" type="submit">
              {words.ask}
            </button>
          </div>
        </Form>
      ) : (
        words.cannot()
      )}
      <Back />
    </div>
  )
}
