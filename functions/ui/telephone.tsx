import type { Child } from 'hono/jsx'
import { numberLink } from '#domain/basics/dialable.ts'
import { county } from '#generated/county.ts'
import { Icon } from './icons.tsx'

/** A telephone link as a row of a list. */
export const Telephone = (props: { name: string; number: string; note: Child; urgent?: boolean }) => {
  const { href, verb, shown } = numberLink(props.number)
  return (
    <li class={props.urgent ? 'telephone red' : 'telephone'}>
      <div>
        <h3>{props.name}</h3>
        <p>{props.note}</p>
      </div>
      <a href={href} aria-label={`${verb}${props.name} ${shown}`}>
        {shown === props.number ? <Icon name="phone" /> : null}
        {shown}
      </a>
    </li>
  )
}

/** A national hotline by its number, with its text from `content/contacts`. */
export const HotlineRow = ({ number, urgent = false }: { number: string; urgent?: boolean }) => {
  const hotline = county.hotlines.find((candidate) => candidate.number === number)
  return hotline ? (
    <Telephone name={hotline.name} number={number} note={hotline.purpose} urgent={urgent} />
  ) : null
}

/** A line below a number; adds a note to sample numbers (0000-…), which are not in use. */
export const SampleMark = ({ text, phone }: { text: string; phone: string }) => (
  <>
    <span class="no-break">{text}</span>
    {phone.startsWith('0000') ? <span class="no-break">（示例号码）</span> : null}
  </>
)
