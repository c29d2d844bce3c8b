import { dayOf, type Instant, spokenDay } from '#domain/basics/time.ts'
import { type Figures, figureDays } from '#domain/desk/head-figures.ts'
import type { BatchKind } from '#domain/moves/batch.ts'
import { deskPages } from '#domain/routes/desk.ts'
import { makesAgreements } from '#domain/spot/may-record.ts'
import { Icon } from '#ui/icons.tsx'
import { MissingYear } from '#ui/missing-year.tsx'
import { PickForm } from '../batch/pick-form.tsx'
import { FirstThings } from '../below/first-things.tsx'
import { allHref } from '../lists/address.ts'
import { fromToday } from '../lists/opened-from.ts'
import { mostCounted } from '../lists/work-lists.ts'
import type { ListedTask } from '../rating-tasks/read-tasks.ts'
import { TaskSections } from '../rating-tasks/today.tsx'
import { MeetingsToday } from '../sessions/meeting-list.tsx'
import type { ListedMeeting } from '../sessions/read-calendar.ts'
import { CaseList, type WhoHas } from '../ui/case-list.tsx'
import { alarmed, Below, BelowLink } from './below.tsx'
import type { Group, Today } from './read-today.ts'

interface RowProps {
  now: Instant
  who: WhoHas
  /** The reader's unit. */
  own: string
}

type SectionProps = RowProps & { group: Group; kinds: readonly BatchKind[] }

const Section = ({ group, kinds, ...row }: SectionProps) => (
  <section class="case-group">
    <h2 class="section-head">
      {group.title}
      {group.href ? (
        <a class="more" href={group.href}>
          全部<span class="visually-hidden">{group.title}</span>
        </a>
      ) : null}
    </h2>
    <PickForm kinds={kinds} allHref={allHref(group.href ?? '')}>
      <CaseList
        lines={group.lines}
        caption={group.title}
        from={fromToday}
        {...row}
        empty=""
        pick={kinds.length > 0 ? { all: false } : undefined}
      />
    </PickForm>
  </section>
)

interface Props extends RowProps {
  work: Today
  /** The figures of the places below; whether the reader decides there. */
  below: Figures[]
  decides: boolean
  /** Looks and calls that ratings ask for. */
  tasks: ListedTask[]
  meetings: ListedMeeting[]
  /** A year without a published holiday calendar on which some dates depend; null for those who cannot see to it. */
  missingYear: number | null
  /** What can be done with several new cases. */
  kinds: readonly BatchKind[]
}

/** The start page of the desk: figures, and the cases to handle first, each once. */
export const TodayPage = ({
  work: { figures, groups },
  below,
  decides,
  tasks,
  meetings,
  missingYear,
  kinds,
  ...row
}: Props) => (
  <div class="page-width today">
    <header class="page-head">
      <h1>今天先办这几件</h1>
      <p>
        {spokenDay(dayOf(row.now))}
        <a class="more" href={deskPages.digest.path}>
          {deskPages.digest.name}
        </a>
        <a class="more" href={deskPages.figures.path}>
          {deskPages.figures.name}
        </a>
        {decides ? (
          <a class="more" href={deskPages.below.path}>
            {deskPages.below.name}
          </a>
        ) : null}
        <a class="more" href={deskPages.ratings.path}>
          {deskPages.ratings.name}
        </a>
        <a class="more" href={deskPages.calendar.path}>
          {deskPages.calendar.name}
        </a>
      </p>
    </header>
    {decides ? <FirstThings places={below} days={figureDays(row.now)} /> : null}
    <ul class="figures">
      {figures.map(({ name, count, href }) => (
        <li>
          <a href={href}>
            <b>{count >= mostCounted ? `${mostCounted}+` : count}</b>
            <span>{name}</span>
          </a>
        </li>
      ))}
    </ul>
    <BelowLink rows={alarmed(below)} />
    <MeetingsToday meetings={meetings} />
    {groups.map((group) => (
      <Section group={group} kinds={group.pick ? kinds : []} {...row} />
    ))}
    <TaskSections tasks={tasks} />
    {groups.length + tasks.length === 0 ? <p class="soft">今天没有到期的，也没有等着的。</p> : null}
    <Below rows={alarmed(below)} days={figureDays(row.now)} more={decides} />
    <div class="actions">
      <a
        class={groups.length + tasks.length === 0 ? 'button' : 'button secondary'}
        href={deskPages.register.path}
      >
        <Icon name="write" />
        登记一件
      </a>
      {makesAgreements(row.own) ? (
        <a class="button secondary" href={deskPages.spot.path}>
          {deskPages.spot.name}
        </a>
      ) : null}
    </div>
    {makesAgreements(row.own) ? (
      <p class="soft small">
        登记一件：还没有了的，记下来接着办。
        <br />
        {deskPages.spot.name}：已经当场说和了的，一页记完。
      </p>
    ) : null}
    <MissingYear year={missingYear} />
    <p class="soft small">颜色由期限、来回次数、人数和值班员判断合成，只给办事的人看。</p>
  </div>
)
