import type { Child } from 'hono/jsx'
import type { Instant } from '#domain/basics/time.ts'
import type { ListedCase } from '#domain/desk/listing.ts'
import type { BatchKind } from '#domain/moves/batch.ts'
import { Fold } from '#ui/fold.tsx'
import { PickForm } from '../batch/pick-form.tsx'
import { CaseList, type WhoHas } from '../ui/case-list.tsx'
import { ListChoices } from '../ui/list-choices.tsx'
import { NextPage } from '../ui/next-page.tsx'

export interface ListPageProps {
  title: string
  now: Instant
  lists: { name: string; href: string; current: boolean }[]
  filters: { name: string; href: string; current: boolean }[]
  /** What the filter links leave in the list, in words. */
  shown: { name: string; narrowed: boolean }
  /** The form with further filters. */
  narrow: Child
  lines: ListedCase[]
  who: WhoHas
  /** The reader's unit. */
  own: string
  /** The query of this page of the list. */
  from: string
  next: string | undefined
  /** What can be done with several cases of this list, and whether all are chosen already. */
  batch: { kinds: readonly BatchKind[]; all: boolean; allHref: string }
}

/** One page of a work list, with links to other lists, filters and the next page. */
export const ListPage = ({
  title,
  now,
  lists,
  filters,
  shown,
  narrow,
  lines,
  who,
  own,
  from,
  next,
  batch,
}: ListPageProps) => (
  <div class="page-width">
    <header class="page-head">
      <h1>{title}</h1>
    </header>
    <ListChoices label="看哪些" links={lists} />
    <Fold title={`只看：${shown.name}`} open={shown.narrowed} classes="fold phone-fold">
      <ListChoices label="只看" links={filters} />
    </Fold>
    {narrow}
    <PickForm kinds={batch.kinds} allHref={batch.allHref}>
      <CaseList
        lines={lines}
        caption={title}
        now={now}
        who={who}
        own={own}
        from={from}
        empty={next ? '前面没有，点下一页接着找。' : '这里没有案件。'}
        pick={batch.kinds.length > 0 ? { all: batch.all } : undefined}
      />
    </PickForm>
    <NextPage href={next} />
  </div>
)
