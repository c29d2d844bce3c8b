import { cutAtHotlines, numberLink } from '#domain/basics/dialable.ts'

/** A sentence in which hotline numbers are links. */
export const Dialable = ({ text }: { text: string }) => (
  <>
    {cutAtHotlines(text).map((part, index) =>
      index % 2 === 1 ? <a href={numberLink(part).href}>{part}</a> : part,
    )}
  </>
)
