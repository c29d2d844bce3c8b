import type { Life } from './life.ts'
import { answering } from './life-parts.ts'

/** Lives of petitions, questions, suggestions and tips. */
const asks = ['consult', 'suggestion', 'tip'] as const

export const officeLives: readonly Life[] = [
  {
    id: 'petition',
    weight: 7,
    tracks: ['complaint'],
    about: ['none', 'none', 'none', 'village-cadre', 'town-staff', 'unknown', 'grid-worker'],
    steps: [
      ['accepted', 1, 10],
      ['handling', 1, 6],
      ['asked', 1, 8, 0.25],
      ['replies', 1, 6],
      ['hearing-set', 2, 8, 0.15],
      ['session-held', 0, 1],
      ['answered', 8, 42],
      ['delivered', 1, 4, 0.9],
      ['objects', 2, 12, 0.1],
      ['rates', 1, 8, 0.2],
      ['rates-low', 1, 8, 0.2],
      ['reopened', 4, 20, 0.07],
      ['answered', 5, 25],
      ['closed', 3, 25, 0.8],
    ],
  },
  {
    id: 'petition-extended',
    weight: 2,
    tracks: ['complaint'],
    steps: [
      ['accepted', 1, 9],
      ['handling', 1, 6],
      ['extension-requested', 35, 48],
      ['extended', 1, 3, 0.8],
      ['extension-refused', 1, 2],
      ['answered', 8, 22],
      ['delivered', 1, 4],
      ['closed', 3, 25, 0.8],
    ],
  },
  {
    id: 'about-somebody',
    weight: 3,
    tracks: ['complaint', 'tip'],
    about: ['grid-worker', 'village-cadre', 'town-staff', 'county-staff', 'unknown'],
    anonymous: 0.4,
    steps: [
      ['accepted', 0, 6],
      ['handling', 1, 5],
      ['noted', 1, 5, 0.5],
      ['answered', 6, 24],
      ['closed', 4, 25, 0.8],
    ],
  },
  {
    id: 'asked-something',
    weight: 13,
    tracks: asks,
    anonymous: 0.15,
    steps: [
      ['accepted', 0, 3],
      ['handling', 0, 4, 0.7],
      ['asked', 0, 3, 0.15],
      ['replies', 1, 5],
      ['books-expert', 0, 3, 0.06],
      ['council-set', 1, 6, 0.04],
      ...answering,
    ],
  },
  {
    id: 'many-people',
    weight: 2.5,
    tracks: ['mediation', 'complaint', 'suggestion'],
    categories: ['expropriation', 'property', 'village-enterprise', 'environment', 'labour', 'land'],
    group: [5, 60],
    steps: [
      ['accepted', 0, 2],
      ['judged', 0, 2, 0.5],
      ['lead-named', 0, 2, 0.6],
      ['council-set', 2, 7, 0.3],
      ['session-held', 0, 1],
      ['mediating', 1, 5],
      ['settled', 6, 25, 0.5],
      ['handling', 1, 4],
      ...answering,
    ],
  },
]
