import { ratingTaskPath } from '#domain/routes/desk.ts'
import { type RatingTaskKind, ratingTaskKinds } from '#domain/words/ratings.ts'
import { subjectOf } from '../ui/case-list.tsx'
import type { ListedTask } from './read-tasks.ts'
import { taskWords } from './task-words.ts'

const Tasks = ({ kind, tasks }: { kind: RatingTaskKind; tasks: ListedTask[] }) =>
  tasks.length === 0 ? null : (
    <section class="section">
      <h2 class="section-head">{taskWords[kind].list}</h2>
      <ul class="rows">
        {tasks.map(({ line }) => (
          <li>
            <a class="whole-line" href={ratingTaskPath(line.number, kind)}>
              {subjectOf(line)}
            </a>{' '}
            <span class="soft small no-break">{line.number}</span>
          </li>
        ))}
      </ul>
    </section>
  )

/** On 今天: the looks and calls that wait at the reader's unit. Nothing if there is none. */
export const TaskSections = ({ tasks }: { tasks: ListedTask[] }) => (
  <>
    {ratingTaskKinds.map((kind) => (
      <Tasks kind={kind} tasks={tasks.filter((task) => task.kind === kind)} />
    ))}
  </>
)
