import { lengths } from '#domain/basics/bounds.ts'
import { spokenDay } from '#domain/basics/time.ts'
import type { FollowedView } from '#domain/following/followed-view.ts'
import type { WritingFault } from '#domain/following/writing.ts'
import { actions } from '#domain/routes/site.ts'
import { FormScript } from '#ui/form/form-script.tsx'
import { blankState, type FormState } from '#ui/form/state.ts'
import { TextArea } from '#ui/form/text-area.tsx'
import { CallFold, callField, numberField, whenField } from './call-fold.tsx'
import { replyCaseField } from './reply-form.tsx'

export const messageField = 'message'
/** The number of messages that the writer had before them: a repeat has the same. */
export const afterField = 'after'

/** The fields of the form, by what a fault names. */
export const fieldOf = {
  text: messageField,
  call: callField,
  'call.number': numberField,
  'call.when': whenField,
} as const satisfies Record<WritingFault['field'], string>

export const messageLabel = '您要说的'

/** 有话要说: a message to the desk, without being asked. */
export const MessageForm = ({
  view,
  state = blankState,
}: {
  view: FollowedView
  state?: FormState | undefined
}) => (
  <form class="text" action={actions.trackMessage} method="post" novalidate>
    <input type="hidden" name={replyCaseField} value={view.mark} />
    <input type="hidden" name={afterField} value={String(view.said)} />
    <h3>有话要说</h3>
    <TextArea
      state={state}
      name={messageField}
      label={messageLabel}
      hint={`不用等人问，随时可以说，最多 ${lengths.reply} 个字。${
        view.writeUntil ? `事情结束了，还可以说到 ${spokenDay(view.writeUntil)}。` : '不影响办的日子。'
      }`}
      rows={4}
      max={lengths.reply}
    />
    <CallFold state={state} />
    <div class="actions">
      <button class="button secondary" type="submit">
        交上去
      </button>
    </div>
    <FormScript />
  </form>
)
