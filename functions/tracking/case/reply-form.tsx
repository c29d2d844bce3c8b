import { lengths } from '#domain/basics/bounds.ts'
import { actions } from '#domain/routes/site.ts'
import { FormScript } from '#ui/form/form-script.tsx'
import { blankState, type FormState } from '#ui/form/state.ts'
import { TextArea } from '#ui/form/text-area.tsx'
import { CallFold } from './call-fold.tsx'

export const replyField = 'reply'
export const replyLabel = '您的回话'
/** Name of the field with the mark of case and person, because another tab may have entered another code since. */
export const replyCaseField = 'case'

/** 回话: the form on the case page while the desk waits for the holder. */
export const ReplyForm = ({
  state = blankState,
  mark,
  question,
}: {
  state?: FormState | undefined
  mark: string
  question: string
}) => (
  <form class="text reply" action={actions.trackReply} method="post" novalidate>
    <input type="hidden" name={replyCaseField} value={mark} />
    <h2>等您回一句话</h2>
    <p class="typed">{question}</p>
    <TextArea
      state={state}
      name={replyField}
      label={replyLabel}
      hint={`最多 ${lengths.reply} 个字。不方便写，就请人打电话来。`}
      rows={4}
      max={lengths.reply}
    />
    <CallFold state={state} />
    <div class="actions">
      <button class="button" type="submit">
        交上去
      </button>
    </div>
    <FormScript />
  </form>
)

/** Words that can not be taken now, with the reason; they stay on the page to be copied. */
export const Unsent = ({ error, words }: { error: string | undefined; words: string }) => (
  <div class="note typed" role="alert">
    <b>{error}</b>
    <p>{words}</p>
  </div>
)
