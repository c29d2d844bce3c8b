import { type Context, Hono } from 'hono'
import { refusals } from '#domain/filing/messages.ts'
import { askMessage, readAsk } from '#domain/following/by-letter.ts'
import { actions, notices, pages } from '#domain/routes/site.ts'
import { addressPrefixes } from '#http/address.ts'
import { errorTitle, formState, type PostedForm, posted, typedText } from '#http/form.ts'
import { seeOther } from '#http/see-other.ts'
import { page } from '#http/site-page.ts'
import type { Ports } from '#ports'
import type { LetterStore } from '#store/ports/letters.ts'
import { Crumbs } from '#ui/crumbs.tsx'
import type { FormError } from '#ui/form/state.ts'
import { askByLetter } from './ask.ts'
import { PartyForm } from './form.tsx'

/** Shows the form again with the typed values and what is wrong. */
const again = (c: Context, status: 403 | 409 | 415 | 422, form: PostedForm, errors: FormError[]) => {
  const askNumber = typedText(form, 'caseNumber') !== '' || errors.some(({ field }) => field === 'caseNumber')
  const main = (
    <>
      <Crumbs trail={[{ name: pages.party.name, path: pages.party.path }, { name: '信上的号码' }]} />
      <div class="page-width text">
        <header class="page-head">
          <h1>信上的号码</h1>
          <p>不想谈，也可以。不用填，不用说理由，不算您理亏。</p>
        </header>
        <PartyForm state={formState(form, errors)} errors={errors} askNumber={askNumber} />
      </div>
    </>
  )
  return page(c, { title: errorTitle(pages.party.name), current: null, main }, status)
}

/** Asking the mediator with the number on a letter: /party/ask. */
export const partyRoutes = (
  ports: Pick<Ports<LetterStore>, 'store' | 'clock' | 'log' | 'clientAddress'>,
): Hono =>
  new Hono()
    .get(actions.partyAsk, (c) => seeOther(c, pages.party.path))
    .post(actions.partyAsk, async (c) => {
      const read = await posted(c, (typed, { refusal, status }) =>
        again(c, status, typed, [{ field: 'letterNumber', text: refusals[refusal].text }]),
      )
      if (!read.ok) return read.error
      const form = read.value
      const ask = readAsk({
        letterNumber: typedText(form, 'letterNumber'),
        way: typedText(form, 'way'),
        phone: typedText(form, 'phone'),
        when: typedText(form, 'when'),
      })
      if (!ask.ok) {
        const errors = ask.error.map((fault) => ({ field: fault.field, text: askMessage(fault) }))
        return again(c, 422, form, errors)
      }
      const from = addressPrefixes(ports.clientAddress(c.req.raw))
      const done = await askByLetter(ports, ask.value, typedText(form, 'caseNumber'), from)
      if (done.ok) return seeOther(c, `${pages.party.path}#${notices.asked}`)
      const field = done.error === 'caseNumber' ? 'caseNumber' : 'letterNumber'
      return again(c, done.error === 'stale' ? 409 : 422, form, [{ field, text: askMessage(done.error) }])
    })
