import { deskPages } from '#domain/routes/desk.ts'
import { insteadWords } from '#domain/spot/messages.ts'
import type { NotHere } from '#domain/spot/refused-words.ts'
import { type PostedForm, typedText } from '#http/form.ts'

/** What was typed, as the form of an ordinary case asks for it; it still asks for all that is missing. */
const carried = (form: PostedForm, why: NotHere): [name: string, value: string][] => {
  const typed = (name: string) => typedText(form, name)
  const texts = (...names: string[]) => names.map(typed).filter(Boolean)
  return [
    ...(why === 'staff' ? [] : [['danger', 'true'] as [string, string]]),
    ['track', 'mediation'],
    ...(['name', 'phone', 'category', 'region'] as const).map((name): [string, string] => [
      name,
      typed(name),
    ]),
    ['narrative', texts('subject', 'narrative', 'spotResult').join('\n')],
    ['otherParty', texts('otherName', 'otherPhone').join('，')],
  ]
}

/** Says that this is no matter for the page, and takes what was typed along to the ordinary form. */
export const Instead = ({ why, form }: { why: NotHere; form: PostedForm }) => (
  <div class="note" role="note">
    <b>这一件不能当场登记</b>
    <p>{insteadWords[why]}</p>
    <form action={deskPages.register.path} method="post">
      {carried(form, why).map(([name, value]) =>
        value ? <input type="hidden" name={name} value={value} /> : null,
      )}
      <div class="actions">
        <button class="button" type="submit">
          带着写好的，去登记一件
        </button>
      </div>
    </form>
  </div>
)
