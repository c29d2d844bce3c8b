import { spokenInstant } from '#domain/basics/time.ts'
import { importBounds } from '#domain/importing/bounds.ts'
import { watchingArticles } from '#domain/importing/watching.ts'
import { deskPages, importPath } from '#domain/routes/desk.ts'
import { deskData } from '#generated/desk.ts'
import { ErrorSummary, keptBesideFile } from '#ui/form/error-summary.tsx'
import { OneControl } from '#ui/form/field.tsx'
import type { FormError, FormState } from '#ui/form/state.ts'
import { ArticleLink } from '../ui/article-link.tsx'

/** 导入旧台账: the file of an old ledger is chosen here. */

export const fileField = 'file'

/** Why nothing that watches people is taken. */
export const WhyRefused = () => (
  <>
    谁来反映过情况，不能因此被列进名单、有人盯着：任何组织和个人不得打击报复信访人（
    <ArticleLink id={watchingArticles[0]} data={deskData} />、
    <ArticleLink id={watchingArticles[1]} data={deskData} />
    ）。这里没有放这些的地方。
  </>
)

export interface Waiting {
  id: string
  rows: number
  expiresAt: number
}

export const UploadPage = ({
  state,
  errors,
  waiting,
  watching,
}: {
  state: FormState
  errors: FormError[]
  waiting: Waiting[]
  /** The word by which a whole table was refused. */
  watching?: string | undefined
}) => (
  <div class="page-width text">
    <ErrorSummary errors={errors} kept={keptBesideFile} />
    <header class="page-head">
      <h1>{deskPages.import.name}</h1>
      <p>
        先认列、再试一遍，看清每一行会怎么导，最后才存。导进来的都标着“旧台账”，不起期限、不亮颜色，不算进统计。
      </p>
    </header>
    {watching ? (
      <p class="note" role="note">
        这张表写着“{watching}”，整张不收。
        <WhyRefused />
      </p>
    ) : null}
    {waiting.length > 0 ? (
      <section class="section">
        <h2 class="section-head">读进来、还留着的</h2>
        <ul>
          {waiting.map(({ id, rows, expiresAt }) => (
            <li>
              <a href={importPath(id)}>打开：{rows} 行的一份</a>
              <span class="soft">，留到 {spokenInstant(expiresAt)}</span>
            </li>
          ))}
        </ul>
      </section>
    ) : null}
    <form action={deskPages.import.path} method="post" enctype="multipart/form-data" novalidate>
      <OneControl
        state={state}
        name={fileField}
        label="选旧台账的文件"
        hint={`xlsx 或者 CSV，不超过 ${importBounds.bytes / 1024 / 1024} MB、${importBounds.rows} 行、${importBounds.columns} 列。老格式的 .xls，请先另存为 xlsx 或 CSV。`}
      >
        <input
          class="input"
          id={fileField}
          name={fileField}
          type="file"
          accept=".xlsx,.csv,.txt"
          aria-describedby={`${fileField}-hint`}
        />
      </OneControl>
      <div class="actions">
        <button class="button" type="submit">
          读这个文件
        </button>
      </div>
    </form>
    <section class="section">
      <h2 class="section-head">哪些不收</h2>
      <p>
        写着稳控、重点人、包保这类字的列和表，一个字也不收。
        <WhyRefused />
      </p>
      <p>读进来的行封存一天，只有您打得开；导完可以马上删掉。原来的文件请自己留好。</p>
    </section>
  </div>
)
