import type { Child } from 'hono/jsx'
import { spokenInstant } from '#domain/basics/time.ts'
import { isOpen } from '#domain/clocks/clocks.ts'
import { onDuty } from '#domain/clocks/duty.ts'
import { answerText, fieldRow } from '#domain/filing/fields.ts'
import { deskFacts } from '#domain/filing/kept-fields.ts'
import { complainant } from '#domain/history/events.ts'
import { otherNames, personIn } from '#domain/history/people.ts'
import { type SafeContact, wordsOf } from '#domain/history/words.ts'
import { areaName, unit } from '#domain/places/areas.ts'
import { referralPath, reportPath } from '#domain/routes/desk.ts'
import { abouts } from '#domain/words/about.ts'
import { categories } from '#domain/words/categories.ts'
import { tracks } from '#domain/words/tracks.ts'
import { county } from '#generated/county.ts'
import { Card } from '#ui/card.tsx'
import { FileStrip } from '../files/strip.tsx'
import type { OpenedFrom } from '../lists/opened-from.ts'
import { referralIn } from '../referral/page.tsx'
import { Due } from '../ui/warning.tsx'
import { CaseBar } from './case-bar.tsx'
import { CaseClocks } from './case-clocks.tsx'
import { CaseHead } from './case-head.tsx'
import { History } from './case-history.tsx'
import { NextSteps, OtherMoves } from './case-moves.tsx'
import type { CaseView } from './case-view.ts'
import { HeldNote } from './held-note.tsx'
import { Phone } from './phone.tsx'
import { TurnedToUs } from './turned-to-us.tsx'
import { Unanswered } from './unanswered.tsx'

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

const contactLine = ({ mayCall, mayText, when }: SafeContact): string =>
  `${mayCall ? '可以打电话' : '不能打电话'}，${mayText ? '可以发短信' : '不能发短信'}${when ? `，${when}` : ''}`

/** The first contact that is owed: by when, and who is on duty. */
const Contact = ({ view, now }: { view: CaseView; now: number }) => {
  const clock = view.clocks.find((one) => isOpen(one) && one.rule.owes === 'contact')
  if (!clock) return <b>有危险的案件：只用本人允许的办法联系</b>
  const onDutyNow = onDuty(county.duty, now)
  return (
    <>
      <b>
        有危险的案件：第一次联系 <Due dueAt={clock.dueEnd} hours={clock.hours !== undefined} now={now} />
        ，只用本人允许的办法
      </b>
      <p>{onDutyNow ? `现在值班：${onDutyNow}。` : '现在没人值班。'}</p>
    </>
  )
}

const DangerNotice = ({ view, now }: { view: CaseView; now: number }) => (
  <div class="danger" role="note">
    <Contact view={view} now={now} />
    <p>
      孩子、不能保护自己的人受到伤害，依法要向公安等部门报告，做了就记下“已依法报告”。没有县里的调解员解除标记，不能约双方见面。
    </p>
  </div>
)

/** What the complainant wrote: the story first, in their own words. */
const Story = ({ view }: { view: CaseView }) => {
  const filed = wordsOf(view, 'filed')
  return (
    <section aria-labelledby="told">
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
const Told = ({ view }: { view: CaseView }) => {
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
        ['一起办的', view.cohandlers.map((id) => unit(id).name).join('、')],
      ]}
    />
  )
}

/** Who read the case, and its printed papers. */
const Papers = ({ view }: { view: CaseView }) => (
  <Card title="谁看过">
    <ul class="lines">
      {view.reads.map(({ staff, at }) => (
        <li class="small">
          {view.names.get(staff) ?? '工作人员'} <span class="soft no-break">{spokenInstant(at)}</span>
        </li>
      ))}
    </ul>
    <a class="more" href={reportPath(view.number)}>
      打印一案一报告
    </a>
    {referralIn(view.events) ? (
      <a class="more" href={referralPath(view.number)}>
        打印移送函
      </a>
    ) : null}
  </Card>
)

interface Props {
  view: CaseView
  from: OpenedFrom
  now: number
  duties: Child
}

/** The desk's page of a case: the story before any button; next steps and clocks beside it. */
export const CasePage = ({ view, from, now, duties }: Props) => (
  <div class="page-width">
    <CaseHead view={view} from={from} />
    {view.danger ? <DangerNotice view={view} now={now} /> : null}
    <div class="columns">
      <div>
        <HeldNote view={view} />
        <TurnedToUs view={view} />
        <Unanswered view={view} number={view.number} />
        <Story view={view} />
        <FileStrip view={view} />
        <section class="section" aria-labelledby="people">
          <h2 id="people" class="section-head">
            人和事
          </h2>
          <Told view={view} />
        </section>
        <section class="section" aria-labelledby="history">
          <h2 id="history" class="section-head">
            办理经过
          </h2>
          <History view={view} />
        </section>
      </div>
      <aside class="case-side tall" aria-label="下一步和期限">
        <NextSteps view={view} from={from} />
        {view.danger ? (
          <details class="more-moves">
            <summary>必须报告的事，怎么报、怎么记</summary>
            {duties}
          </details>
        ) : null}
        <CaseClocks view={view} now={now} />
        <OtherMoves view={view} from={from} />
        <Papers view={view} />
      </aside>
    </div>
    <CaseBar view={view} from={from} now={now} />
  </div>
)
