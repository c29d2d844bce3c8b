import { ledgerFields } from '#domain/ledger/filter.ts'
import { deskPages, ledgerPaths, withQuery } from '#domain/routes/desk.ts'
import type { SavedView } from '#store/ports/staff/views.ts'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import { Picks } from '#ui/form/picks.tsx'
import type { FormError, FormState } from '#ui/form/state.ts'
import { TextField } from '#ui/form/text-field.tsx'

export const viewFields = { name: 'viewName', shared: 'viewShared', id: 'view' } as const

interface Props {
  state: FormState
  errors: FormError[]
  /** The filter that is to be kept, in words. */
  words: string
  views: readonly SavedView[]
  /** May the reader let colleagues see a view? */
  mayShare: boolean
}

/** 存下这样看: names the present filter and order; below, the own views, each with a button to drop it. */
export const ViewsPage = ({ state, errors, words, views, mayShare }: Props) => {
  const own = views.filter((view) => view.own)
  return (
    <div class="page-width">
      <ErrorSummary errors={errors} />
      <header class="page-head">
        <h1>存下这样看</h1>
        <p>{words}</p>
      </header>
      <form action={ledgerPaths.views} method="post" novalidate>
        {[...ledgerFields, 'sort'].map((name) =>
          state.value(name) ? <input type="hidden" name={name} value={state.value(name)} /> : null,
        )}
        <TextField state={state} name={viewFields.name} label="起个名字" />
        {mayShare ? (
          <Picks
            state={state}
            name={viewFields.shared}
            label="给谁看"
            optional
            type="checkbox"
            options={[{ value: 'yes', name: '本单位的同事也看得到' }]}
            chosen={[state.value(viewFields.shared)]}
          />
        ) : null}
        <div class="actions">
          <button class="button" type="submit">
            存下
          </button>
        </div>
      </form>
      <section class="section">
        <h2 class="section-head">您存过的</h2>
        {own.length === 0 ? <p class="soft">还没有存过。</p> : null}
        <ul class="rows">
          {own.map(({ id, name, query, shared }) => (
            <li>
              <a href={withQuery(deskPages.ledger.path, query)}>{name}</a>
              {shared ? <span class="soft">（同事也看得到）</span> : null}
              <form action={ledgerPaths.dropView} method="post">
                <input type="hidden" name={viewFields.id} value={id} />
                <button class="button secondary" type="submit">
                  删掉<span class="visually-hidden">“{name}”</span>
                </button>
              </form>
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}
