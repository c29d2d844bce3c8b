import type { ChecklistItem, ChecklistKind, DeskData } from '#domain/content/desk-data.ts'
import { deskPages } from '#domain/routes/desk.ts'
import { deskData } from '#generated/desk.ts'
import { Dialable } from '#ui/dialable.tsx'
import { FieldError } from '#ui/form/field.tsx'

/** Name of the field with the chosen line of the check-list. */
export const checklistField = 'item'

const Item = ({ item, first }: { item: ChecklistItem; first: boolean }) => {
  const id = first ? checklistField : `${checklistField}-${item.id}`
  return (
    <div class="choice">
      <input type="radio" id={id} name={checklistField} value={item.id} />
      <label for={id}>{item.text}</label>
    </div>
  )
}

interface KindProps {
  kind: ChecklistKind
  /** True for the first kind, which is open, so that an error can link to its first line. */
  first: boolean
}

const Kind = ({ kind, first }: KindProps) => (
  <details open={first}>
    <summary>
      <b class="more">{kind.name}</b>
    </summary>
    {kind.items.map((item, index) => (
      <Item item={item} first={first && index === 0} />
    ))}
  </details>
)

/**
 * The check-list of hidden disputes as a form: one tap opens a kind, another chooses the matter. Works without scripts.
 */
export const Checklist = (props: {
  data: DeskData
  /** Path the form posts to; the field `item` is the chosen id. */
  action: string
  /** Error text, if the post was refused. */
  error?: string | undefined
}) => {
  const { kinds, sample, notice } = props.data.checklist
  return (
    <form class="text" method="post" action={props.action}>
      {sample ? (
        <p class="note">
          <b>示例</b>这张清单是示例，请换成本县自己的。
        </p>
      ) : null}
      <fieldset
        class={props.error ? 'field invalid' : 'field'}
        aria-describedby={`${checklistField}-hint${props.error ? ` ${checklistField}-error` : ''}`}
      >
        <legend>看到的是哪件事</legend>
        <p class="hint" id={`${checklistField}-hint`}>
          <Dialable text={notice} />
        </p>
        <FieldError name={checklistField} text={props.error} />
        {kinds.map((kind, index) => (
          <Kind kind={kind} first={index === 0} />
        ))}
      </fieldset>
      <div class="actions">
        <button class="button" type="submit">
          登记这件事
        </button>
      </div>
    </form>
  )
}

/** The check-list for home visits; a chosen line prefills the register form. */
export const ChecklistPage = () => (
  <div class="page-width">
    <header class="page-head">
      <h1>排查清单</h1>
    </header>
    <Checklist data={deskData} action={deskPages.checklist.path} />
  </div>
)

/** The check-list after a post without a choice. */
export const ChecklistRefusedPage = () => (
  <div class="page-width">
    <Checklist data={deskData} action={deskPages.checklist.path} error="请选一条。都不像，就直接登记。" />
  </div>
)
