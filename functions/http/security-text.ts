import { Hono } from 'hono'
import { addDays, dayOf } from '#domain/basics/time.ts'
import { pages, securityText } from '#domain/routes/site.ts'
import { county } from '#generated/county.ts'
import type { Ports } from '#ports'

/** Days until expiry: RFC 9116, 2.5.5, recommends less than a year. */
const lasts = 364

/** A telephone number as a URI (RFC 3966): with country code if it has an area code, otherwise as a local number. */
const telephone = (phone: string): string =>
  phone.startsWith('0') ? `tel:+86-${phone.slice(1)}` : `tel:${phone};phone-context=+86`

/** GET /.well-known/security.txt (RFC 9116): the contact for vulnerabilities. Its expiry is computed from the clock. */
export const securityTextRoute = ({ clock }: Pick<Ports, 'clock'>): Hono =>
  new Hono().get(securityText, (c) => {
    const { url, phone, securityContact } = county.site
    return c.text(
      [
        `Contact: ${securityContact || (phone && telephone(phone)) || new URL(pages.contacts.path, url).href}`,
        `Expires: ${addDays(dayOf(clock()), lasts)}T00:00:00+08:00`,
        'Preferred-Languages: zh, en',
        `Canonical: ${new URL(securityText, url).href}`,
        '',
      ].join('\n'),
    )
  })
