import { townsAndVillages } from '#domain/places/areas.ts'
import { deskPages } from '#domain/routes/desk.ts'
import { categories, categoryIds } from '#domain/words/categories.ts'
import { deskStatus, statusIds } from '#domain/words/statuses.ts'
import { Fold } from '#ui/fold.tsx'
import { DayField } from '#ui/form/day-field.tsx'
import { Select } from '#ui/form/select.tsx'
import type { ListFilter, ListId } from './work-lists.ts'

const areaChoices = () =>
  townsAndVillages().map(({ town, villages }) => ({
    name: town.name,
    options: [town, ...villages].map(({ id, name }) => ({ value: id, name })),
  }))

/** 按事情、地方、状态、日期找: a GET form with the filters of a list. */
export const NarrowForm = ({ list, filter }: { list: ListId; filter: ListFilter }) => {
  const { category, status, region, since } = filter
  const chosen: Record<string, string | undefined> = { category, status, region, since }
  const none = '不限'
  const state = { value: (name: string) => chosen[name] ?? '', error: () => undefined }
  const hidden = {
    list,
    waits: filter.waits,
    colour: filter.colour === undefined ? undefined : String(filter.colour),
    all: filter.all ? '1' : undefined,
    due: filter.due ? '1' : undefined,
    waiting: filter.waiting ? '1' : undefined,
    within: filter.within,
    mark: filter.mark,
    at: filter.at,
    staff: filter.staff,
  }
  return (
    <Fold title="按事情、地方、状态、日期找" open={Boolean(category || status || region || since)}>
      <form class="narrow-form" action={deskPages.cases.path} method="get">
        {Object.entries(hidden).map(([name, value]) =>
          value ? <input type="hidden" name={name} value={value} /> : null,
        )}
        <Select
          state={state}
          name="category"
          label="哪方面的事"
          none={none}
          groups={categoryIds.map((value) => ({ value, name: categories[value].name }))}
        />
        <Select state={state} name="region" label="哪里" none={none} groups={areaChoices()} />
        <Select
          state={state}
          name="status"
          label="状态"
          none={none}
          groups={statusIds.map((value) => ({ value, name: deskStatus(value) }))}
        />
        <DayField state={state} name="since" label="哪天以后登记的" />
        <div class="actions">
          <button class="button secondary" type="submit">
            只看这些
          </button>
        </div>
      </form>
    </Fold>
  )
}
