import type { Unit } from '#domain/content/regions.ts'
import { area } from '#domain/places/areas.ts'
import { cityPetitionOffice } from '#domain/words/outside-bodies.ts'

const Words = () => (
  <p>
    县里再往上，没有别的单位了。对县里怎么办不满意，可以找{cityPetitionOffice}，也可以打{' '}
    <a href="tel:12345">12345</a>。
  </p>
)

/**
 * Whom to turn to where nobody in the county is above the desk (信访工作条例 20): the petition office of the city, and
 * 12345. Every desk of the county has the same words, whatever its cases are about (rules.md R49). `row`: as a row of a
 * list.
 */
export const AboveCounty = ({ desk, row = false }: { desk: Unit; row?: boolean }) => {
  if (area(desk.area).level !== 'county') return null
  return row ? (
    <li>
      <Words />
    </li>
  ) : (
    <Words />
  )
}
