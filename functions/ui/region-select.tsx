import { townsAndVillages } from '#domain/places/areas.ts'
import type { FieldProps } from '#ui/form/field.tsx'
import { Select } from '#ui/form/select.tsx'

const groups = () =>
  townsAndVillages().map(({ town, villages }) => ({
    name: town.name,
    options: [
      ...villages.map(({ id, name }) => ({ value: id, name: `${town.name} ${name}` })),
      { value: town.id, name: `${town.name}（说不准哪个村）` },
    ],
  }))

/** 事情在哪里: villages grouped by town, and the town itself for people who are not sure. */
export const RegionSelect = (props: FieldProps) => <Select {...props} groups={groups()} />
