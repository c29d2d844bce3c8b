import { normaliseDigits } from '#domain/basics/normalise.ts'
import { phoneNumbers } from '#domain/basics/phone-numbers.ts'
import type { SafeContact } from '#domain/history/words.ts'

/** A telephone link, unless the person asked not to be called. */
export const Phone = ({
  number,
  contact,
}: {
  number?: string | undefined
  contact?: SafeContact | undefined
}) => {
  if (!number) return <span class="soft">没有留</span>
  if (contact && !contact.mayCall) return <>{number}（本人说不能打电话）</>
  const numbers = phoneNumbers(number)
  const [only] = numbers
  if (only === normaliseDigits(number)) return <a href={`tel:${only}`}>{number}</a>
  return (
    <>
      {number}
      {numbers.map((one) => (
        <>
          {' '}
          <a class="no-break" href={`tel:${one}`}>
            拨 {one}
          </a>
        </>
      ))}
    </>
  )
}
