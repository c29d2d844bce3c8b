import { cutAtHotlines } from '#domain/basics/dialable.ts'

/** A sentence in which hotline numbers are links (`tel:`). */
export const Dialable = ({ text }: { text: string }) => (
  <>
    {cutAtHotlines(text).map((part, index) => (index % 2 === 1 ? <a href={`tel:${part}`}>{part}</a> : part))}
  </>
)
