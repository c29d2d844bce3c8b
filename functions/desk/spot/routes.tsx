import { type Context, Hono } from 'hono'
import { termFaults } from '#domain/agreement/terms.ts'
import { lengths } from '#domain/basics/bounds.ts'
import { findableNames } from '#domain/basics/folded-name.ts'
import { readLine } from '#domain/basics/normalise.ts'
import { dayOf } from '#domain/basics/time.ts'
import { refusals } from '#domain/filing/messages.ts'
import { casePath, deskPages } from '#domain/routes/desk.ts'
import { mayRecord } from '#domain/spot/may-record.ts'
import { isNotHere, spotMessage } from '#domain/spot/messages.ts'
import { readSpot, type SpotFault, spotFields } from '#domain/spot/record.ts'
import type { NotHere } from '#domain/spot/refused-words.ts'
import { deskData } from '#generated/desk.ts'
import { deskPage } from '#http/desk-page.tsx'
import {
  errorTitle,
  fieldValue,
  filledForm,
  formState,
  type PostedForm,
  posted,
  typedText,
} from '#http/form.ts'
import { showUnreadForm } from '#http/lost-form.tsx'
import { refuse } from '#http/refusals.tsx'
import { seeOther } from '#http/see-other.ts'
import type { FormError } from '#ui/form/state.ts'
import { type DeskCasePorts, memberOf } from '../ports.ts'
import { ownRegion } from '../register/own-region.ts'
import { Instead } from './instead.tsx'
import { NotForUnit, otherMatterField, SpotPage, sameNameField } from './page.tsx'
import { recordSpot, spotKey } from './record-spot.ts'
import { spotSlipCookie } from './slip-cookie.ts'

const sameNameText = '您和一位当事人同名：和您有关系的，请换人登记；只是同名，请打勾。'
const otherMatterText =
  '写的和刚才登记的那一件不一样。登记好的，这里改不了：要补充，请到那一件里写。真是另一件事，请打勾。'

type Status = 200 | 403 | 409 | 415 | 422

/** Fields that were posted twice with different values: it is unknown which was meant. */
const twice = (form: PostedForm): SpotFault[] =>
  spotFields
    .filter((field) => new Set(form.get(field)).size > 1)
    .map((field) => ({ field, code: 'repeated' }))

const firstNotHere = (faults: SpotFault[]): NotHere | undefined =>
  faults.map(({ code }) => code).find(isNotHere)

const isTicked = (form: PostedForm, field: string): boolean => fieldValue(form, field) === 'true'

/** True if who records it is called like one of the two. */
const isNamesake = (form: PostedForm, { name }: { name: string }): boolean => {
  const people = ['name', 'otherName'].flatMap((field) =>
    findableNames(readLine(typedText(form, field), lengths.name) ?? ''),
  )
  return findableNames(name).some((own) => people.includes(own))
}

/** /desk/spot: recording what was settled on the spot (docs/adr/0045-on-the-spot.md). */
export const spotRoutes = (ports: DeskCasePorts): Hono => {
  const slips = spotSlipCookie(ports)

  const show = async (
    c: Context,
    form: PostedForm,
    errors: FormError[] = [],
    status: Status = 200,
    not?: NotHere,
  ) => {
    const member = memberOf(c)
    const waiting = (await slips.read(c, member.id))?.caseNumber
    const main = (
      <SpotPage
        state={formState(form, errors)}
        errors={errors}
        unitId={member.unit}
        today={dayOf(ports.clock())}
        waiting={waiting}
        asksOther={status === 409 || isTicked(form, otherMatterField)}
        namesakes={status !== 200 && isNamesake(form, member) ? [member.name] : []}
        instead={not ? <Instead why={not} form={form} /> : null}
      />
    )
    return deskPage(
      c,
      { title: errorTitle(deskPages.spot.name, status !== 200), current: 'register', main },
      status,
    )
  }

  return new Hono()
    .get(deskPages.spot.path, (c) => {
      const member = memberOf(c)
      if (!mayRecord(member))
        return deskPage(c, { title: deskPages.spot.name, current: 'register', main: <NotForUnit /> })
      const values = { region: ownRegion(member.unit), effectiveOn: dayOf(ports.clock()) }
      return show(c, filledForm(values))
    })
    .post(deskPages.spot.path, async (c) => {
      const member = memberOf(c)
      if (!mayRecord(member)) return showUnreadForm(c, 'notHandling', () => refuse(c, 'notFound'))
      const posting = await posted(c, (typed, { refusal, status }) =>
        show(c, typed, [{ field: 'asked', text: refusals[refusal].text }], status),
      )
      if (!posting.ok) return posting.error
      const form = posting.value
      const today = dayOf(ports.clock())
      const at = { unitId: member.unit, today, danger: deskData.danger, terms: termFaults }
      const read = readSpot((field) => typedText(form, field), at)
      const faults = [...twice(form), ...(read.ok ? [] : read.error)]
      const not = firstNotHere(faults)
      if (!read.ok || faults.length > 0) {
        const shown = not ? faults.filter(({ code }) => isNotHere(code)) : faults
        const errors = shown
          .filter(({ field }, index) => shown.findIndex((one) => one.field === field) === index)
          .map((fault) => ({ field: fault.field, text: spotMessage(fault) }))
        return show(c, form, errors, 422, not)
      }
      if (!isTicked(form, sameNameField) && isNamesake(form, member))
        return show(c, form, [{ field: sameNameField, text: sameNameText }], 422)
      const key = await spotKey(ports, read.value, member)
      const waiting = await slips.read(c, member.id)
      if (waiting && waiting.key !== key && !isTicked(form, otherMatterField))
        return show(c, form, [{ field: otherMatterField, text: otherMatterText }], 409)
      const recorded = await recordSpot(ports, read.value, key, member)
      if (!recorded.ok) return seeOther(c, casePath(recorded.error.noted))
      await slips.write(c, member.id, recorded.value)
      return seeOther(c, deskPages.spotSlips.path)
    })
}
