import { type Context, Hono } from 'hono'
import { doneLife } from '#domain/basics/bounds.ts'
import { type Filing, readFiling } from '#domain/filing/filing.ts'
import { refusals } from '#domain/filing/messages.ts'
import { hex } from '#domain/history/encoding.ts'
import type { Actor } from '#domain/history/events.ts'
import { pathOf, unit } from '#domain/places/areas.ts'
import { deskPaths } from '#domain/routes/desk.ts'
import { type RegisteredChannel, registeredChannelIds } from '#domain/words/channels.ts'
import { deskData } from '#generated/desk.ts'
import { seeOther } from '#http/answers.ts'
import { deskPage } from '#http/desk-page.tsx'
import { errorList, repeatedFields, toInput } from '#http/filing-form.ts'
import { fieldValue, type PostedForm, readForm, typedText } from '#http/form.ts'
import { queryValue } from '#http/query.ts'
import { refuse } from '#http/refusals.tsx'
import { ownedCookie } from '#http/sealed-cookie.ts'
import type { Slip } from '#ui/slip.tsx'
import { Checklist, checklistField } from '../handbook/page.tsx'
import { type DeskCasePorts, memberOf } from '../ports.ts'
import { channelField, RegisteredPage, RegisterForm, registerTokenField } from './page.tsx'

/** Files a case for somebody who came, called or was met; handed in by the app, since filing is a feature of its own. */
export type RegisterCase = (
  filing: Filing,
  key: string,
  by: { actor: Actor; acting: string; channel: RegisteredChannel },
) => Promise<Slip | 'conflict' | 'noted'>

const tokenPattern = /^[0-9a-f]{32}$/
const channelMessage = '请选一下：他是来的、打电话的，还是走访时遇到的。'

const channelIn = (form: PostedForm): RegisteredChannel | undefined =>
  registeredChannelIds.find((id) => id === fieldValue(form, channelField))

const itemOf = (id: string) =>
  deskData.checklist.kinds.flatMap(({ items }) => items).find((item) => item.id === id)

/** The village or town somebody works for; a grid's is its village. The county's staff choose. */
const ownRegion = (unitId: string): string =>
  pathOf(unit(unitId).area).find(({ level }) => level === 'village' || level === 'town')?.id ?? ''

/** What a picked line of the check-list fills in already. */
const filledFrom = (id: string): PostedForm => {
  const item = itemOf(id)
  if (!item) return new Map()
  return new Map([
    [channelField, ['round']],
    ['track', [item.track]],
    ['category', [item.category]],
    ['narrative', [item.text]],
    ['request', ['请派人去看看。']],
    ['anonymous', ['true']],
    ['danger', ['false']],
    ['about', ['none']],
  ])
}

/** /desk/register, /desk/registered, /desk/checklist. */
export const registerRoutes = (ports: DeskCasePorts & { registerCase: RegisterCase }): Hono => {
  const slips = ownedCookie<{ slip: Slip; unit: string }>(ports, 'slip-cookie', doneLife)
  const newToken = () => hex(ports.random(16))

  const showForm = (
    c: Context,
    form: PostedForm,
    errors: { field: string; text: string }[],
    status: 200 | 403 | 409 | 422 = 200,
  ) => {
    const token = fieldValue(form, registerTokenField)
    const main = (
      <RegisterForm
        state={{
          value: (name) => typedText(form, name),
          error: (name) => errors.find(({ field }) => field === name)?.text,
        }}
        errors={errors}
        token={tokenPattern.test(token) && status !== 409 ? token : newToken()}
        danger={fieldValue(form, 'danger') === 'true'}
      />
    )
    const title = status === 200 ? '登记一件' : '错误：登记一件'
    return deskPage(c, { title, current: 'register', main }, status)
  }

  return new Hono()
    .get(deskPaths.register, (c) => {
      const filled = filledFrom(queryValue(c, checklistField))
      return showForm(c, filled.set('region', [ownRegion(memberOf(c).unit)]), [])
    })
    .post(deskPaths.register, async (c) => {
      const posted = await readForm(c)
      if (!posted.ok) {
        if (posted.error.kind !== 'origin') return refuse(c, posted.error.kind)
        const errors = [{ field: channelField, text: refusals.origin.text }]
        return showForm(c, posted.error.form, errors, 403)
      }
      const form = posted.value
      const channel = channelIn(form)
      const read = readFiling(toInput(form))
      const faults = [...repeatedFields(form), ...(read.ok ? [] : read.error)]
      const errors = [
        ...(channel ? [] : [{ field: channelField, text: channelMessage }]),
        ...errorList(faults),
      ]
      const token = fieldValue(form, registerTokenField)
      if (!read.ok || !channel || errors.length > 0 || !tokenPattern.test(token))
        return showForm(c, form, errors, 422)
      const member = memberOf(c)
      const slip = await ports.registerCase(read.value, `desk:${token}`, {
        ...{ actor: `staff:${member.id}`, acting: member.unit, channel },
      })
      if (slip === 'noted') return seeOther(c, deskPaths.cases)
      if (slip === 'conflict')
        return showForm(c, form, [{ field: 'narrative', text: refusals.conflict.text }], 409)
      await slips.write(c, member.id, { slip, unit: slip.unitId })
      return seeOther(c, deskPaths.registered)
    })
    .get(deskPaths.registered, async (c) => {
      const kept = await slips.read(c, memberOf(c).id)
      if (!kept) return seeOther(c, deskPaths.register)
      const main = <RegisteredPage slip={kept.slip} unitName={unit(kept.unit).name} />
      return deskPage(c, { title: '登记好了', current: 'register', main })
    })
    .post(deskPaths.registered, async (c) => {
      const posted = await readForm(c)
      if (!posted.ok) return refuse(c, posted.error.kind)
      slips.clear(c)
      return seeOther(c, deskPaths.today)
    })
    .get(deskPaths.checklist, (c) => {
      const main = (
        <div class="page-width">
          <header class="page-head">
            <h1>排查清单</h1>
          </header>
          <Checklist data={deskData} action={deskPaths.checklist} />
        </div>
      )
      return deskPage(c, { title: '排查清单', current: 'register', main })
    })
    .post(deskPaths.checklist, async (c) => {
      const posted = await readForm(c)
      if (!posted.ok) return refuse(c, posted.error.kind)
      const item = itemOf(fieldValue(posted.value, checklistField))
      if (item) return seeOther(c, `${deskPaths.register}?${checklistField}=${item.id}`)
      const main = (
        <div class="page-width">
          <Checklist data={deskData} action={deskPaths.checklist} error="请选一条。都不像，就直接登记。" />
        </div>
      )
      return deskPage(c, { title: '错误：排查清单', current: 'register', main }, 422)
    })
}
