import type { Instant } from '#domain/basics/time.ts'
import type { ListedCase } from '#domain/desk/listing.ts'
import { deskPages } from '#domain/routes/desk.ts'
import type { FormState } from '#ui/form/state.ts'
import { TextField } from '#ui/form/text-field.tsx'
import { CaseList, type WhoHas } from '../ui/case-list.tsx'

export const findField = 'find'

interface Props {
  state: FormState
  now: Instant
  /** Results; undefined before a search. */
  found?: ListedCase[]
  who?: WhoHas
}

/** 查找: by case number, phone, full name or 事由. The text is posted, so that it is in no URL and no log. */
export const FindPage = ({ state, now, found, who = new Map() }: Props) => (
  <div class="page-width">
    <header class="page-head">
      <h1>查找案件</h1>
      <p>案件编号（后六位也行）、电话、完整的姓名、事由里的几个字，填一样就行。只找得到您看得到的案件。</p>
    </header>
    <form action={deskPages.find.path} method="post" novalidate>
      {/* Not in the browser's history of typed texts either; the answer shows the text again. */}
      <TextField state={state} name={findField} label="编号、电话、姓名或事由" autocomplete="off" />
      <div class="actions">
        <button class="button" type="submit">
          查找
        </button>
      </div>
    </form>
    <p>
      <a href={deskPages.lostCode.path}>有人丢了查询码，给本人补一个</a>
    </p>
    {found ? (
      <section class="section" aria-live="polite">
        <h2 class="section-head">找到 {found.length} 件</h2>
        <CaseList
          lines={found}
          caption="找到的案件"
          now={now}
          who={who}
          empty="没有找到。姓名要写全，中间的点、空格不论；登记时写的称呼也可以试。"
        />
      </section>
    ) : null}
  </div>
)
