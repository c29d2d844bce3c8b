import { dayOf, fullDay } from '#domain/basics/time.ts'
import type { FollowedView } from '#domain/following/followed-view.ts'
import type { StoryAsk } from '#domain/history/story.ts'
import { actions } from '#domain/routes/site.ts'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import { Radios } from '#ui/form/radios.tsx'
import { chosenAbout, type FormError, type FormState } from '#ui/form/state.ts'
import { replyCaseField } from '../case/reply-form.tsx'
import { Back } from '../code-again/page.tsx'

export const storyTitle = '写成故事的事'
export const sayField = 'say'
export const askField = 'story'

const saidBefore = ({ said, at }: StoryAsk): string | null =>
  said && `您 ${fullDay(dayOf(at))}说了${said === 'agreed' ? '同意' : '不同意'}。`

/** 写成故事的事: the exact words, which are published only if everybody of the case agrees to them. */
export const StoryPage = ({
  mark,
  ask,
  text,
  state,
  errors,
}: {
  mark: string
  ask: StoryAsk
  text: string
  state: FormState
  errors: FormError[]
}) => (
  <div class="page-width text">
    <ErrorSummary errors={errors} />
    <header class="page-head">
      <h1>{storyTitle}</h1>
      <p>
        县里想把这件事写成故事，公布在网上给别人看。下面就是全文，一个字不改。两边都同意了才公布；您不答，就是不同意。
      </p>
    </header>
    <blockquote class="typed">{text || '内容读不出来了。'}</blockquote>
    {saidBefore(ask) ? <p class="note">{saidBefore(ask)}</p> : null}
    <p>
      不同意，对您没有一点影响，也不用说为什么。同意了，哪天不愿意了，回到这一页改成不同意，县里就撤下来；撤下以前别人看过、抄走的，收不回来。
    </p>
    <form action={actions.trackStory} method="post" novalidate>
      <input type="hidden" name={replyCaseField} value={mark} />
      <input type="hidden" name={askField} value={String(ask.seq)} />
      <Radios
        state={chosenAbout(state, sayField, askField, ask.seq)}
        name={sayField}
        label="这样写，公布行不行"
        options={[
          { value: 'agreed', name: '同意' },
          { value: 'refused', name: ask.said === 'agreed' ? '不同意了，请撤下来' : '不同意' },
        ]}
      />
      <div class="actions">
        <button class="button" type="submit">
          就这样答
        </button>
      </div>
    </form>
    <Back />
  </div>
)

/** On the page of the case: words of a story wait for the holder. */
export const StoryNote = ({ view }: { view: FollowedView }) =>
  view.acts.story?.said === null ? (
    <p class="note">
      <b>县里想把这件事写成故事。</b>您同意了，才公布；不答，就是不同意。
      <a href={actions.trackStory}>请您先看</a>
    </p>
  ) : null
