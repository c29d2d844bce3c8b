import { expect, it } from 'vitest'
import { signTrial } from '#domain/figures/sign-trial.ts'
import { signYears } from '../../../support/sign-years.ts'

/** How often the rule of early signs is wrong, counted on drawn years and compared with what the page says. */

const percent = (part: number, whole: number) => Math.round((100 * part) / whole)

it('a year in which nothing changes gives as many false alarms as the page says', () => {
  const { received, signs, wrong, judged, faded } = signYears(signTrial.years, 0)
  expect(wrong).toBe(signs)
  expect({
    // The page says hundreds: the last digits are of the draw.
    casesAYear: 100 * Math.round(received / signTrial.years / 100),
    falseAYear: Math.round(signs / signTrial.years),
    takenBack: percent(faded, judged),
  }).toEqual({
    casesAYear: signTrial.casesAYear,
    falseAYear: signTrial.falseAYear,
    takenBack: signTrial.takenBack,
  })
}, 60_000)

it('of planted outbreaks as many are seen, and of the signs as many false, as the page says', () => {
  const { signs, wrong, planted, found } = signYears(signTrial.years, signTrial.outbreaks)
  expect(planted).toBe(signTrial.years * signTrial.outbreaks)
  expect({ seen: percent(found, planted), wrong: percent(wrong, signs) }).toEqual({
    seen: signTrial.seen,
    wrong: signTrial.wrong,
  })
}, 60_000)
