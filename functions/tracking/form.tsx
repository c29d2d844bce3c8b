import type { Child } from 'hono/jsx'
import { lostReplies } from '#domain/filing/messages.ts'
import { actions, notices, pages } from '#domain/routes/site.ts'
import { Card } from '#ui/card.tsx'
import { Crumbs } from '#ui/crumbs.tsx'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import { FormScript } from '#ui/form/form-script.tsx'
import { blankState, type FormError, type FormState } from '#ui/form/state.ts'
import { HotlineRow } from '#ui/telephone.tsx'
import { CodeForm } from './code-form.tsx'

export interface TrackFormProps {
  state?: FormState
  errors?: FormError[]
  /** True above the limit of wrong codes: the form also asks for the case number. */
  askNumber?: boolean
  /** Content above the form: a reply that could not be sent. */
  first?: Child
}

/** 查进度: the form for the code. The same JSX for the prerendered page and for the answer to a wrong code. */
export const TrackForm = ({ state = blankState, errors = [], askNumber = false, first }: TrackFormProps) => (
  <>
    <Crumbs trail={[{ name: pages.track.name }]} />
    <div class="page-width">
      {first}
      <ErrorSummary errors={errors} />
      <header class="page-head">
        <h1>查进度</h1>
        <p>看您的事在谁手上、走到哪一步、有没有给您的话。</p>
      </header>
      <div class="columns">
        <CodeForm action={actions.trackOpen} button="查进度" state={state} askNumber={askNumber}>
          <p class="soft small">用的是别人的手机？看完请点“退出查询”。三十分钟不动，也会自己退出。</p>
        </CodeForm>
        <aside aria-label="查不了怎么办">
          <Card title="查询码找不到了">
            <p>
              我们也没有底，找不回来，可以补一个新的：本人带上身份证和案件编号，去村里、镇里或者县里的窗口，由不办这件事的人来补，旧的马上作废。没留姓名和电话的补不了，可以重新提交一次。
            </p>
          </Card>
          <Card title="收到信，请您来谈">
            <p>
              信上的 12 位号码不是查询码，<a href={pages.party.path}>在这里填</a>。
            </p>
          </Card>
          <Card title="不方便查">
            <ul class="lines">
              <HotlineRow number="12345" />
            </ul>
          </Card>
        </aside>
      </div>
    </div>
    <FormScript />
  </>
)

/** Why a person was led here: only the notice that the URL names is shown. */
const Notices = () => (
  <>
    <div class="note told" id={notices.noted} tabindex={-1}>
      <b>记好了</b>
      <p>
        接下来不用您做什么，等办的人看。过几天，用抄下的 16
        个数字在这里看走到哪一步、有没有给您的话。纸条收好，别给人看。
      </p>
    </div>
    <div class="note told" id={notices.again} tabindex={-1}>
      <b>请再填一次查询码</b>
      <p>
        三十分钟没动，查询就自己退出了。要是刚填过又回到这里，是您的浏览器不留小记录（cookie）：请在浏览器设置里打开，或者换一个浏览器；也可以报上案件编号，打电话问。
      </p>
    </div>
    <div class="note told" id={notices.lost} tabindex={-1}>
      <b>{lostReplies.ended.title}</b>
      <p>
        刚才交的、按的，都没有收下。请再填一次查询码，重新来一次；照片、录音要再选。换查询码的，新的还没有管用，用原来的。
      </p>
    </div>
    <div class="note told" id={notices.putAway} tabindex={-1}>
      <b>纸条已经收起来了</b>
      <p>
        事情已经交上去，不用再交。写着查询码的纸条，点了“我已记下”，或者过了三十分钟，就不再显示。抄下的，在这里填；没抄下的，打电话报上案件编号去问。
      </p>
    </div>
  </>
)

/** The prerendered form for the code. */
export const StaticTrackForm = () => <TrackForm first={<Notices />} />
