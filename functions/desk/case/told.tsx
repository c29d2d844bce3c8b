import type { Child } from 'hono/jsx'
import { contactLine } from '#domain/filing/contact.ts'
import { answerText, fieldRow } from '#domain/filing/fields.ts'
import { deskFacts } from '#domain/filing/kept-fields.ts'
import { complainant } from '#domain/history/events.ts'
import { otherNames, personIn } from '#domain/history/people.ts'
import { petitionLine } from '#domain/history/petition.ts'
import { wordsOf } from '#domain/history/words.ts'
import { areaName, unit } from '#domain/places/areas.ts'
import { abouts } from '#domain/words/about.ts'
import { categories } from '#domain/words/categories.ts'
import { tracks } from '#domain/words/tracks.ts'
import type { CaseView } from './case-view.ts'
import { Phone } from './phone.tsx'

/** What was told: the story, the facts, the people. */

const Facts = ({ rows }: { rows: [string, Child][] }) => (
  <dl class="check known">
    {rows.map(([name, value]) =>
      value ? (
        <div>
          <dt>{name}</dt>
          <dd class="typed">{value}</dd>
        </div>
      ) : null,
    )}
  </dl>
)

/** What the complainant wrote: the story first, in their own words. */
export const Story = ({ view }: { view: CaseView }) => {
  const filed = wordsOf(view, 'filed')
  return (
    <section class="case-story" aria-labelledby="told">
      <h2 id="told" class="section-head">
        申请人说的
      </h2>
      <p class="says typed">{filed?.narrative ?? <span class="soft">内容读不出来了。</span>}</p>
      {filed?.request ? (
        <p class="says typed">
          <b>希望</b> {filed.request}
        </p>
      ) : null}
    </section>
  )
}

const storyFields: readonly string[] = ['narrative', 'request']

/** The other facts of the filing, and the people. */
export const Told = ({ view }: { view: CaseView }) => {
  const filed = wordsOf(view, 'filed')
  const person = personIn(view, complainant)
  return (
    <Facts
      rows={[
        ['姓名', person.anonymous ? '没有留姓名' : person.name],
        ['电话', <Phone number={person.phone} contact={person.contact} />],
        ['怎么联系才安全', person.contact && contactLine(person.contact)],
        ...deskFacts('party').map(({ field, name }): [string, Child] => [name, String(person[field] ?? '')]),
        ...deskFacts('record')
          .filter(({ field }) => !storyFields.includes(field))
          .map(({ field, name }): [string, Child] => [name, answerText(fieldRow(field), filed?.[field])]),
        ['对方全名', otherNames(view).join('、')],
        ['渠道', tracks[view.track].name],
        ['哪方面的事', categories[view.category].name],
        ['地方', areaName(view.region)],
        ['说的是不是经手的人', view.about === 'none' ? '' : abouts[view.about].name],
        ['涉及人数', view.people ? `${view.people} 人` : ''],
        ['信访编号', petitionLine(view.events)],
        ['一起办的', view.cohandlers.map((id) => unit(id).name).join('、')],
      ]}
    />
  )
}
