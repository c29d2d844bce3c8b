import type {
  ChecklistItem,
  ChecklistKind,
  DeskData,
  Duty,
  HandbookSection,
} from '#domain/content/desk-data.ts'
import { articlePath } from '#domain/routes/laws.ts'
import { Dialable } from '#ui/dialable.tsx'
import { FieldError } from '#ui/fields.tsx'
import { HotlineRow } from '#ui/frame.tsx'

/** What staff read and pick at the desk: the handbook, the check-list of a tip, the duties to report. */

/** 《…》第…条: leads to the public page of the statute. */
const ArticleLink = ({ id, data }: { id: string; data: DeskData }) => (
  <a href={articlePath(id)}>{data.articles[id] ?? id}</a>
)

const Section = ({ section, data }: { section: HandbookSection; data: DeskData }) => (
  <section class="section text" aria-labelledby={section.id}>
    <h2 id={section.id}>{section.title}</h2>
    <p>
      <Dialable text={section.intro} />
    </p>
    <div class="stepped">
      <ol>
        {section.steps.map(({ name, text }) => (
          <li>
            <strong>{name}</strong>
            <p>
              <Dialable text={text} />
            </p>
          </li>
        ))}
      </ol>
    </div>
    {section.note ? <p class="note small">{section.note}</p> : null}
    {section.articles.length > 0 ? (
      <>
        <h3>法律怎么说</h3>
        <ul class="filters">
          {section.articles.map((id) => (
            <li>
              <ArticleLink id={id} data={data} />
            </li>
          ))}
        </ul>
      </>
    ) : null}
    <p class="no-print">
      <a class="more" href="#handbook">
        回目录
      </a>
    </p>
  </section>
)

/** The whole handbook on one page, so that it can be searched and printed; the table of contents leads into it. */
export const Handbook = ({ data }: { data: DeskData }) => (
  <div class="page-width">
    <header class="page-head">
      <h1>调解手册</h1>
      <p>
        <Dialable text={data.handbook.intro} />
      </p>
    </header>
    <nav id="handbook" class="text" aria-label="目录">
      <ul class="links">
        {data.handbook.sections.map(({ id, title }) => (
          <li>
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
      </ul>
    </nav>
    {data.handbook.sections.map((section) => (
      <Section section={section} data={data} />
    ))}
  </div>
)

/** Name of the field that says which line of the check-list was picked. */
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
  /** The first kind: it stands open, so that its first line can be led to. */
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
 * The check-list of hidden disputes as a form: one tap opens a kind, one picks the matter. Works without scripts.
 */
export const Checklist = (props: {
  data: DeskData
  /** Where the form posts to: `item` is the id that was picked. */
  action: string
  /** What to put right. */
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

const DutyItem = ({ duty, data }: { duty: Duty; data: DeskData }) => (
  <li>
    <h3>
      <ArticleLink id={duty.article} data={data} />
    </h3>
    <p>
      <b>谁要报：</b>
      {duty.who}。
    </p>
    <p>
      <b>报什么：</b>
      {duty.what}
    </p>
    <p>
      <b>可以照这样记：</b>
      {duty.record}
    </p>
  </li>
)

/** The duties to report, on a case with danger. Staff see it; nothing of it ever shows on the resident's page. */
export const Duties = ({ data }: { data: DeskData }) => (
  <section class="danger" aria-labelledby="duties">
    <h2 id="duties">必须报告的事</h2>
    <p>
      <Dialable text={data.duties.first} />
    </p>
    <ul class="lines">
      <HotlineRow number="110" urgent />
    </ul>
    <ul class="lines">
      {data.duties.duties.map((duty) => (
        <DutyItem duty={duty} data={data} />
      ))}
      <li>
        <p>{data.duties.note}</p>
      </li>
    </ul>
  </section>
)
