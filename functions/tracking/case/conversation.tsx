import { talkDays } from '#domain/basics/bounds.ts'
import type { FollowedView } from '#domain/following/followed-view.ts'
import { notices } from '#domain/routes/site.ts'
import { isEnded } from '#domain/words/statuses.ts'
import type { FormError, FormState } from '#ui/form/state.ts'
import { FilesLink } from './files-link.tsx'
import { MessageForm } from './message-form.tsx'
import { Messages, Older } from './messages.tsx'
import { Unsent } from './reply-form.tsx'

/** What the holder typed into a form of the page that was not taken. */
export interface Typed {
  reply?: FormState | undefined
  message?: { state: FormState; errors: FormError[] } | undefined
  /** Words for which there is no form any more, and why. */
  unsent?: { error: string; words: string } | undefined
  rating?: { state: FormState; errors: FormError[] } | undefined
}

/** The words between holder and desk, and the form for more while there is one. */
export const Conversation = ({ view, typed: { message, unsent } }: { view: FollowedView; typed: Typed }) => {
  const open = view.can.includes('message')
  const last = view.messages.at(-1)
  const spokeLast =
    last?.receipt === 'arrived' && (!isEnded(view.status) || last.seq > (view.timeline.at(-1)?.seq ?? 0))
  return (
    <section class="section" aria-labelledby="messages">
      <h2 id="messages">给您的话</h2>
      {/* The fragment outlives a reload: said only while their last words wait, and nothing ended the case since. */}
      {spokeLast ? (
        <div class="note told" id={notices.replied} tabindex={-1}>
          <b>已经交上去了</b>
          <p>您的话在下面，办的人看得到。接下来等回话，不用再交一遍。</p>
        </div>
      ) : null}
      <Older more={view.more} />
      <Messages messages={view.messages} />
      <FilesLink view={view} />
      {unsent ? <Unsent {...unsent} /> : null}
      {open && view.status !== 'waiting' ? <MessageForm view={view} state={message?.state} /> : null}
      {open ? null : <p class="soft">事情结束超过 {talkDays} 天，这里不能再留话了。要说什么，请打电话。</p>}
    </section>
  )
}
