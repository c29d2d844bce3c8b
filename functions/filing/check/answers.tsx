import { contactFields, contactRow } from '#domain/filing/contact.ts'
import { answerText, type Filing, type FilingField, fieldRow } from '#domain/filing/fields.ts'
import { labels } from '#domain/filing/messages.ts'
import { actions } from '#domain/routes/site.ts'

/** Name of the field with which the check page requests a change. */
export const editField = 'edit'

interface Row {
  field: keyof typeof labels
  answer: string | undefined
}

/** The answers about safe contact of a person in danger. */
const contactRows = (contact: NonNullable<Filing['contact']>): Row[] =>
  contactFields.map((name) => ({
    field: `contact.${name}` as const,
    answer: answerText(contactRow(name), contact[name]),
  }))

/** True if a field applies: an anonymous filing has no name and phone, another no question about anonymity or helpers. */
const isAsked = (field: FilingField, filing: Filing): boolean => {
  if (field === 'anonymous') return filing.anonymous
  if (field === 'onBehalfOf') return filing.onBehalfOf !== undefined
  if (!filing.anonymous) return true
  return field === 'address'
    ? filing.address !== undefined
    : field !== 'name' && field !== 'phone' && field !== 'notify'
}

/** The answer to the box for messages of a person to whom no message may be sent (`mayTell`). */
const notTexted = '不发：您说了不能发短信'

/** The rows of some fields of a filing; a field that does not apply has none. */
export const rowsOf = (fields: readonly FilingField[], filing: Filing): Row[] =>
  fields
    .filter((field) => isAsked(field, filing))
    .flatMap((field): Row[] => {
      if (field === 'contact') return filing.contact ? contactRows(filing.contact) : []
      const unsafe = field === 'notify' && filing.notify && filing.contact?.mayText === false
      return [{ field, answer: unsafe ? notTexted : answerText(fieldRow(field), filing[field]) }]
    })

/** Answers, each with a button that leads back to its field. */
export const Rows = ({ rows }: { rows: Row[] }) => (
  <dl class="check">
    {rows.map(({ field, answer }) => (
      <div>
        <dt>{labels[field]}</dt>
        <dd class="typed">{answer ?? <span class="soft">没有填</span>}</dd>
        <dd class="edit">
          <button
            class="link-button"
            type="submit"
            formaction={`${actions.fileCheck}#${field}`}
            name={editField}
            value={field}
          >
            改<span class="visually-hidden">{labels[field]}</span>
          </button>
        </dd>
      </div>
    ))}
  </dl>
)

/** All answers as hidden fields with the names of the form. */
export const Answers = ({ filing }: { filing: Filing }) => {
  const { contact, ...rest } = filing
  const fields = Object.entries({
    ...rest,
    ...(contact && Object.fromEntries(contactFields.map((name) => [`contact.${name}`, contact[name]]))),
  })
  return (
    <>
      {fields.map(([name, value]) =>
        value === undefined || (name === 'anonymous' && value === false) ? null : (
          <input type="hidden" name={name} value={String(value)} />
        ),
      )}
    </>
  )
}
