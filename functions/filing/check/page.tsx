import {
  checkOrder,
  contactFields,
  contactRow,
  type Filing,
  type FilingField,
  fieldRow,
} from '#domain/filing/fields.ts'
import { labels, refusals } from '#domain/filing/messages.ts'
import { actions, pages } from '#domain/routes/site.ts'
import type { SimilarText } from '#domain/search/similar.ts'
import { Card } from '#ui/card.tsx'
import { Crumbs } from '#ui/crumbs.tsx'
import { SimilarTexts } from '#ui/similar-texts.tsx'
import { HotlineRow } from '#ui/telephone.tsx'

/** Names of the fields with which the check page sends its token and requests a change. */
export const sendTokenField = 'sendToken'
export const editField = 'edit'

interface Row {
  field: keyof typeof labels
  answer: string | undefined
}

const textOf = (shown: ((value: never) => string) | undefined, value: unknown): string | undefined =>
  value === undefined ? undefined : (shown?.(value as never) ?? String(value))

/** The answers about safe contact of a person in danger. */
const contactRows = (contact: NonNullable<Filing['contact']>): Row[] =>
  contactFields.map((name) => ({
    field: `contact.${name}` as const,
    answer: textOf(contactRow(name).shown, contact[name]),
  }))

/** True if a field applies: an anonymous filing has no name and phone, another no question about anonymity. */
const isAsked = (field: FilingField, { anonymous }: Filing): boolean =>
  anonymous ? field !== 'name' && field !== 'phone' : field !== 'anonymous'

const rowsOf = (fields: readonly FilingField[], filing: Filing): Row[] =>
  fields
    .filter((field) => isAsked(field, filing))
    .flatMap((field): Row[] => {
      if (field === 'contact') return filing.contact ? contactRows(filing.contact) : []
      return [{ field, answer: textOf(fieldRow(field).shown, filing[field]) }]
    })

const Rows = ({ rows }: { rows: Row[] }) => (
  <dl class="check">
    {rows.map(({ field, answer }) => (
      <div>
        <dt>{labels[field]}</dt>
        <dd class="typed">{answer ?? <span class="soft">没有填</span>}</dd>
        <dd class="edit">
          <button
            class="link-button"
            type="submit"
            formaction={`${actions.fileCheck}#${field}`}
            name={editField}
            value={field}
          >
            改<span class="visually-hidden">{labels[field]}</span>
          </button>
        </dd>
      </div>
    ))}
  </dl>
)

/** All answers as hidden fields with the names of the form. */
const Answers = ({ filing }: { filing: Filing }) => {
  const { contact, ...rest } = filing
  const fields = Object.entries({
    ...rest,
    ...(contact && Object.fromEntries(contactFields.map((name) => [`contact.${name}`, contact[name]]))),
  })
  return (
    <>
      {fields.map(([name, value]) =>
        value === undefined || (name === 'anonymous' && value === false) ? null : (
          <input type="hidden" name={name} value={String(value)} />
        ),
      )}
    </>
  )
}

interface CheckPageProps {
  filing: Filing
  token: string
  firstStep: { what: string; by: string } | undefined
  refusal?: 'conflict' | 'notSent' | undefined
  /** Texts about similar cases; none if the person is in danger. */
  similar?: SimilarText[]
}

/** 核对信息: all answers, each with a link to change it. Only this page sends the filing, with a one-time token. */
export const CheckPage = ({ filing, token, firstStep, refusal, similar = [] }: CheckPageProps) => (
  <>
    <Crumbs trail={[{ name: pages.file.name, path: pages.file.path }, { name: '核对信息' }]} />
    <div class="page-width">
      {refusal ? (
        <div class="error-summary" role="alert" tabindex={-1}>
          <h2>{refusals[refusal].title}</h2>
          <p>{refusals[refusal].text}</p>
        </div>
      ) : null}
      <header class="page-head">
        <p class="progress">第 2 步，共 3 步</p>
        <h1>核对一下，再提交</h1>
        <p class="no-print">现在还没有交上去。有不对的，点右边的“改”。</p>
      </header>
      <form class="columns on-paper" action={actions.fileSend} method="post">
        <div>
          <Answers filing={filing} />
          <input type="hidden" name={sendTokenField} value={token} />
          <h2 class="section-head">您的事</h2>
          <Rows rows={rowsOf(checkOrder.matter, filing)} />
          <h2 class="section-head section">您自己</h2>
          <Rows rows={rowsOf(checkOrder.person, filing)} />
          {filing.anonymous ? (
            <div class="note section">
              <b>您选了不留姓名</b>
              <p>
                我们没法打电话问您；查询码丢了，就再也查不到；以后证明不了是您提的，打官司的时间照样在走。
              </p>
            </div>
          ) : null}
          <div class="actions">
            <button class="button" type="submit">
              提交
            </button>
            <button
              class="button secondary"
              type="submit"
              formaction={actions.fileCheck}
              name={editField}
              value="danger"
            >
              回去再改改
            </button>
          </div>
          <p class="soft small no-print">点一次就行。点两次也只算一件事。</p>
        </div>
        <aside aria-label="提交以后">
          {filing.about === 'county-staff' ? (
            <Card title="不想交给县里">
              <ul class="lines">
                <HotlineRow number="12345" />
                <HotlineRow number="12388" />
              </ul>
            </Card>
          ) : null}
          <Card title="提交以后">
            <ol class="steps">
              <li>
                <b>给您一个查询码</b>16 位数字，请抄下来。
              </li>
              {firstStep ? (
                <li>
                  <b>{firstStep.by}前</b>
                  {firstStep.what}。
                </li>
              ) : null}
              <li>
                <b>先问您，再问对方</b>您没同意，不会把您的话给对方看。
              </li>
            </ol>
          </Card>
        </aside>
      </form>
      <SimilarTexts texts={similar} />
    </div>
  </>
)
