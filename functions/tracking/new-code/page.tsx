import { actions, pages } from '#domain/routes/site.ts'
import { CodeDigits } from '#ui/code-digits.tsx'
import { Crumbs } from '#ui/crumbs.tsx'
import { ownCodeField } from '../own-code.ts'

/** Shown before the case if staff have seen the code: the holder must first take a code of their own. */
export const NewCodePage = () => (
  <>
    <Crumbs trail={[{ name: pages.track.name, path: pages.track.path }, { name: '换一个查询码' }]} />
    <div class="page-width">
      <header class="page-head">
        <h1>换一个只有您知道的查询码</h1>
        <p>
          您手上这个，是工作人员给您的，工作人员也看见过。换了以后，旧的就打不开了。
          <b>不换也能看、能写，别的要换了才能做。</b>
        </p>
      </header>
      <form action={actions.trackNewCode} method="post">
        <div class="actions">
          <button class="button" type="submit">
            换新的查询码
          </button>
          <a class="button secondary" href={actions.trackCase}>
            先看案件，以后再换
          </a>
        </div>
      </form>
    </div>
  </>
)

/** The new code, shown until the holder has noted it. */
export const OwnCodePage = ({ code, slot }: { code: string; slot: string }) => (
  <>
    <Crumbs trail={[{ name: pages.track.name, path: pages.track.path }, { name: '新的查询码' }]} />
    <div class="page-width">
      <header class="page-head">
        <h1>这是您新的查询码</h1>
        <p>
          请把下面 16 个数字抄在纸上，再点“我已记下”。
          <b>点了，新的才管用，旧的就作废；丢了，要本人带证件去窗口补。</b>
        </p>
      </header>
      <section class="tile-cap slip" aria-labelledby="code-title">
        <h2 id="code-title">您的查询码</h2>
        <CodeDigits code={code} />
      </section>
      <form action={actions.trackCode} method="post">
        <input type="hidden" name={ownCodeField} value={slot} />
        <div class="actions">
          <button class="button" type="submit">
            我已记下，看我的案件
          </button>
        </div>
      </form>
    </div>
  </>
)
