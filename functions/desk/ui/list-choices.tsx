interface Choice {
  name: string
  href: string
  /** True for the one that the page shows. */
  current: boolean
}

interface Props {
  /** What is chosen, for who cannot see the row. */
  label: string
  links: readonly Choice[]
  /** False for a row that is not printed. */
  print?: boolean
}

/** A row of links to other lists, spans or versions, the shown one marked. Nothing if there is none. */
export const ListChoices = ({ label, links, print = true }: Props) =>
  links.length === 0 ? null : (
    <nav class={print ? 'list-choices' : 'list-choices no-print'} aria-label={label}>
      <ul class="filters">
        {links.map(({ name, href, current }) => (
          <li>
            <a href={href} aria-current={current ? 'true' : undefined}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
