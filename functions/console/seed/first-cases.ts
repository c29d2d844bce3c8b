import type { About } from '#domain/words/about.ts'
import type { Track } from '#domain/words/tracks.ts'
import type { Life, Step } from './life.ts'

/**
 * Open cases of the last days, so that whoever signs in with a sample account of `npm start` has something to do: on the
 * desks of a grid, a village, a town, the county's centre and its petition office.
 */
export interface FirstCase {
  daysAgo: number
  region: string
  life: Life
}

const first = (
  daysAgo: number,
  region: string,
  track: Track,
  steps: readonly Step[],
  more: { about?: About; danger?: true } = {},
): FirstCase => ({
  daysAgo,
  region,
  life: {
    ...{ id: 'first', weight: 0, tracks: [track], begins: 'online', steps },
    ...(more.about && { about: [more.about] }),
    ...(more.danger && { danger: true }),
  },
})

const home = 'qingshi-liuwan'

export const firstCases: readonly FirstCase[] = [
  first(1, home, 'mediation', []),
  first(6, home, 'mediation', [
    ['accepted', 0, 0],
    ['party', 0, 0],
    ['invitation', 0, 0],
    ['invitation-approved', 0, 0],
    ['invited', 0, 0],
    ['agreed', 0, 1],
    ['session-arranged', 0, 1],
  ]),
  first(5, home, 'consult', [
    ['accepted', 0, 1],
    ['gives-file', 0, 0],
    ['asked', 0, 1],
    ['replies', 1, 1],
  ]),
  first(6, home, 'mediation', [
    ['accepted', 0, 1],
    ['mediating', 0, 1],
    ['writes', 1, 2],
  ]),
  first(7, 'qingshi-liuwan-1', 'mediation', [
    ['accepted', 0, 1],
    ['sent-down', 0, 1],
  ]),
  first(12, 'qingshi-liuwan-1', 'consult', [
    ['accepted', 0, 1],
    ['sent-down', 0, 1],
    ['noted', 1, 2],
  ]),
  first(4, home, 'mediation', [
    ['accepted', 0, 0],
    ['escalated', 0, 1],
  ]),
  first(6, 'qingshi', 'mediation', [
    ['accepted', 0, 0],
    ['escalated', 0, 1],
    ['escalated', 1, 2],
  ]),
  first(2, home, 'mediation', [['contacted', 0, 0]], { danger: true }),
  first(
    8,
    'yunxi',
    'complaint',
    [
      ['accepted', 0, 2],
      ['handling', 0, 1],
    ],
    { about: 'town-staff' },
  ),
  first(2, 'nanping-xiaping', 'complaint', [], { about: 'county-staff' }),
  first(
    11,
    'nanping',
    'complaint',
    [
      ['accepted', 0, 2],
      ['handling', 0, 2],
      ['asked', 0, 1],
      ['replies', 1, 2],
    ],
    { about: 'county-staff' },
  ),
  first(3, 'yunxi-zhulin', 'consult', [
    ['accepted', 0, 0],
    ['books-expert', 0, 1],
  ]),
]
