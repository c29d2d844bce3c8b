import { Hono } from 'hono'
import { figureDays } from '#domain/desk/head-figures.ts'
import { findPlace, placeName } from '#domain/desk/places.ts'
import { area } from '#domain/places/areas.ts'
import { deskPages } from '#domain/routes/desk.ts'
import { roles } from '#domain/staff/staff.ts'
import { deskPage } from '#http/desk-page.tsx'
import { queryValue } from '#http/query.ts'
import { refuse } from '#http/refusals.tsx'
import { listsOf } from '../lists/work-lists.ts'
import { type DeskCasePorts, memberOf } from '../ports.ts'
import { refreshForScreen } from '../refresh-cases.ts'
import { HeadPage } from './page.tsx'
import { readPeople, readPlaces } from './read-head.ts'

/** The town of which a page shows the units: one right below the reader; null for the page of all. */
const townIn = (text: string, home: string | undefined): string | null => {
  const place = findPlace(text)
  if (!place || place.includes('/')) return null
  const { level, parent } = area(place)
  return level === 'town' && parent === home ? place : null
}

/** /desk/below: what a head looks at, for those who decide; `?at=qingshi` opens a town. */
export const headRoutes = (ports: DeskCasePorts): Hono =>
  new Hono().get(deskPages.below.path, async (c) => {
    const member = memberOf(c)
    if (!roles[member.role].decides) return refuse(c, 'notFound')
    const below = listsOf(member).find(({ id }) => id === 'below')?.scope
    const town = townIn(queryValue(c, 'at'), below?.slice('below:'.length))
    await refreshForScreen(ports)
    const [places, people] = await Promise.all([
      readPlaces(ports, member, town ?? ''),
      town ? [] : readPeople(ports, member),
    ])
    const main = (
      <HeadPage
        unit={member.unit}
        town={town === null ? null : { id: town, name: placeName(town) }}
        places={below ? places : null}
        people={people}
        now={ports.clock()}
        days={figureDays(ports.clock())}
      />
    )
    return deskPage(c, { title: deskPages.below.name, current: 'today', main })
  })
