import { actions } from '#domain/routes/site.ts'
import { county } from '#generated/county.ts'
import { Icon } from './icons.tsx'

/** The title of a page about violence or bullying (rules.md R63): a tab or a list of visited pages shows nothing else. */
export const neutralTitle = '便民信息'

interface LeaveProps {
  /** True on a page of the Worker, false on a prerendered one. */
  served: boolean
  class?: string
}

/**
 * The way out. A prerendered page must work while the Worker does not, so its link leads straight outside, and the
 * browser posts to /leave by itself (`ping`). A page of the Worker came from there a moment ago: its link leads through
 * /leave, which first makes the browser forget. With a script both do both.
 */
export const LeaveLink = ({ served, ...rest }: LeaveProps) => (
  <a
    href={served ? actions.leave : county.site.leaveTo}
    {...(served ? {} : { ping: actions.leave })}
    data-leave={county.site.leaveTo}
    {...rest}
  >
    <Icon name="leave" />
    马上离开
  </a>
)

/**
 * The bar above a page about violence or bullying: a way to leave, and whom to call. It stays in sight while the page
 * scrolls. The line below it says what leaving cannot do.
 */
export const QuickExit = ({ served, hidden = false }: { served: boolean; hidden?: boolean }) => (
  <>
    <aside class="quick-exit" aria-label="离开、求助" hidden={hidden} data-exit>
      <div class="page-width">
        <LeaveLink served={served} class="button stop" />
        <span>
          <a href="tel:110">
            110<span class="visually-hidden"> 报警</span>
          </a>
          <a href="sms:12110">
            <small>短信</small>12110<span class="visually-hidden"> 不能出声时报警</span>
          </a>
          <a href="tel:12338">
            12338<span class="visually-hidden"> 妇女维权服务</span>
          </a>
        </span>
      </div>
    </aside>
    <aside class="after-exit" aria-label="离开以后" hidden={hidden} data-exit>
      <p class="page-width">
        离开就换成天气页。浏览记录还在，按“返回”也可能再看到这一页和写的字：离开后删掉记录，下回用无痕窗口。
      </p>
    </aside>
  </>
)
