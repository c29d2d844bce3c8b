import { backupDays, day, heldFor } from '#domain/basics/bounds.ts'
import { dayOf, spokenDay } from '#domain/basics/time.ts'
import type { KeptFor } from '#domain/clocks/kept-until.ts'
import type { FollowedView } from '#domain/following/followed-view.ts'
import { heldMessages } from '#domain/following/held-messages.ts'
import { retention } from '#domain/following/retention.ts'
import { articlePath } from '#domain/routes/laws.ts'
import { actions } from '#domain/routes/site.ts'
import { Talk } from './pending.tsx'

/** Why it has to wait longer than seven days. */
const reasons: Record<KeptFor, string> = {
  performance: '协议还没有办结，照协议做的时候用得着',
  confirmation: '谈成以后三十天里，双方可以去法院申请司法确认，用得着',
  review: '收到答复三十天里可以请求复查，用得着',
}

const Kinds = ({ goes }: { goes: boolean }) => (
  <ul>
    {retention
      .filter((kind) => kind.goes === goes)
      .map(({ name, kept }) => (
        <li>
          {name}
          {goes ? '' : `：${kept}`}
        </li>
      ))}
  </ul>
)

/** What is said before somebody is erased: what goes, what stays and why, and from when on. */
export const AboutErasing = ({ view, now }: { view: FollowedView; now: number }) => {
  const year = dayOf(now).slice(0, 4)
  const [longest] = view.acts.kept
  const from = Math.max(now + heldFor, longest?.until ?? 0)
  return (
    <>
      <h2>删掉的</h2>
      <Kinds goes />
      <section class="section">
        <h2>留着的</h2>
        <Kinds goes={false} />
        <p>
          法律要求把调解的经过和结果立卷归档（
          <a href={articlePath('people-mediation-27')}>人民调解法第二十七条</a>
          ），所以这些不能跟着删。您有权要求删的是哪些，见
          <a href={articlePath('personal-information-47')}>个人信息保护法第四十七条</a>。
        </p>
      </section>
      <section class="section">
        <h2>从哪天起</h2>
        <p>
          交上去以后，<span class="no-break">{spokenDay(dayOf(from), year)}</span>才删：
          {longest && from > now + heldFor ? `${reasons[longest.for]}。` : '中间七天，好让您改主意。'}
          <Talk view={view} then="删" />
          在那以前随时可以取消。
        </p>
        <p>
          删了就找不回来，查询码也打不开了。要留底，先<a href={actions.trackCopy}>要一份副本</a>
          。旧的备份最多留 {backupDays} 天，过了{' '}
          <span class="no-break">{spokenDay(dayOf(from + backupDays * day), year)}</span>也打不开了。
        </p>
      </section>
    </>
  )
}

/** Why nothing can be erased. */
export const CannotErase = () => (
  <p>
    {heldMessages.erase.standing}
    <a href={actions.trackWithdraw}>撤回</a>
  </p>
)
