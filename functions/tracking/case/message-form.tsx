import { lengths } from '#domain/basics/bounds.ts'
import { spokenDay } from '#domain/basics/time.ts'
import type { FollowedView } from '#domain/following/followed-view.ts'
import type { WritingFault } from '#domain/following/writing.ts'
import { actions } from '#domain/routes/site.ts'
import { Fold } from '#ui/fold.tsx'
import { Checkbox } from '#ui/form/checkbox.tsx'
import { FormScript } from '#ui/form/form-script.tsx'
import { blankState, type FormState } from '#ui/form/state.ts'
import { TextArea } from '#ui/form/text-area.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { replyCaseField } from './reply-form.tsx'

export const messageField = 'message'
export const callField = 'call'
/** The number of messages that the writer had before them: a repeat has the same. */
export const afterField = 'after'

/** The fields of the form, by what a fault names. */
export const fieldOf = {
  text: messageField,
  call: callField,
  'call.number': 'callNumber',
  'call.when': 'callWhen',
} as const satisfies Record<WritingFault['field'], string>

export const callLabel = '请给我回个电话'

/** The fields that say something for the writer, with their labels. */
export const writtenFields = [
  { name: messageField, label: '您要说的' },
  { name: callField, label: '想请人打电话来' },
  { name: fieldOf['call.number'], label: '打哪个号码' },
  { name: fieldOf['call.when'], label: '什么时候方便' },
] as const
const [text, call, number, when] = writtenFields

/** 有话要说: a message to the desk, without being asked. */
export const MessageForm = ({
  view,
  state = blankState,
}: {
  view: FollowedView
  state?: FormState | undefined
}) => (
  <form class="text" action={actions.trackMessage} method="post" novalidate>
    <input type="hidden" name={replyCaseField} value={view.number} />
    <input type="hidden" name={afterField} value={String(view.said)} />
    <h3>有话要说</h3>
    <TextArea
      state={state}
      {...text}
      hint={`不用等人问，随时可以说，最多 ${lengths.reply} 个字。${
        view.writeUntil ? `事情结束了，还可以说到 ${spokenDay(view.writeUntil)}。` : '不影响办的日子。'
      }`}
      rows={4}
      max={lengths.reply}
    />
    <Fold
      title={call.label}
      open={[call.name, number.name, when.name].some((name) => state.value(name) || state.error(name))}
    >
      <Checkbox state={state} name={call.name} label={callLabel} />
      <TextField
        state={state}
        {...number}
        hint="打登记时留的。留过不止一个，写后四位；空着，打哪个都行。"
        optional
      />
      <TextField state={state} {...when} optional />
    </Fold>
    <div class="actions">
      <button class="button secondary" type="submit">
        交上去
      </button>
    </div>
    <FormScript />
  </form>
)
