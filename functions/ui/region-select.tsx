import type { Area } from '#domain/content/regions.ts'
import { pathOf, townsAndVillages } from '#domain/places/areas.ts'
import { formPlaces } from '#domain/places/form-places.ts'
import type { FieldProps } from '#ui/form/field.tsx'
import { type OptionGroup, Select } from '#ui/form/select.tsx'
import type { Option } from './form/picks.tsx'

interface Town {
  town: Area
  villages: Area[]
}

const townOption = ({ town }: Town): Option => ({ value: town.id, name: `${town.name}（说不准哪个村）` })

const optionsOf = (place: Town): Option[] => [
  ...place.villages.map(({ id, name }) => ({ value: id, name: `${place.town.name} ${name}` })),
  townOption(place),
]

const groups = (within?: string): OptionGroup[] =>
  townsAndVillages().flatMap((place) => {
    const options = optionsOf(place).filter(
      ({ value }) => within === undefined || pathOf(value).some(({ id }) => id === within),
    )
    return options.length > 0 ? [{ name: place.town.name, options }] : []
  })

/**
 * 事情在哪里: villages grouped by town, and the town itself for people who are not sure.
 * @param within only places of this area
 */
export const RegionSelect = ({ within, ...props }: FieldProps & { within?: string }) => (
  <Select {...props} groups={groups(within)} />
)

/** The same on the residents' form, which in a large county lists the towns alone and the villages of the chosen one. */
export const FormRegionSelect = (props: FieldProps) => (
  <Select
    {...props}
    groups={formPlaces(props.state.value(props.name)).map((place) =>
      place.villages.length > 0
        ? { name: place.town.name, options: optionsOf(place) }
        : { value: place.town.id, name: place.town.name },
    )}
  />
)
