import { pathOf, townsAndVillages } from '#domain/places/areas.ts'
import type { FieldProps } from '#ui/form/field.tsx'
import { Select } from '#ui/form/select.tsx'

const groups = (within?: string) =>
  townsAndVillages().flatMap(({ town, villages }) => {
    const options = [
      ...villages.map(({ id, name }) => ({ value: id, name: `${town.name} ${name}` })),
      { value: town.id, name: `${town.name}（说不准哪个村）` },
    ].filter(({ value }) => within === undefined || pathOf(value).some(({ id }) => id === within))
    return options.length > 0 ? [{ name: town.name, options }] : []
  })

/**
 * 事情在哪里: villages grouped by town, and the town itself for people who are not sure.
 * @param within only places of this area
 */
export const RegionSelect = ({ within, ...props }: FieldProps & { within?: string }) => (
  <Select {...props} groups={groups(within)} />
)
