import { dayOf, spokenDay } from '#domain/basics/time.ts'
import type { Filing } from '#domain/filing/fields.ts'
import { actions, nextField, nextFiles, pages } from '#domain/routes/site.ts'
import { Card } from '#ui/card.tsx'
import { Crumbs } from '#ui/crumbs.tsx'
import { BackWithoutScript, FormScript } from '#ui/form/form-script.tsx'
import { FilingHash } from '#ui/history-hash.tsx'
import { Icon } from '#ui/icons.tsx'
import { CodeSlip, type Slip } from '#ui/slip.tsx'
import { WhoToCall } from '#ui/who-to-call.tsx'
import { Answers } from '../check/answers.tsx'
import { sendTokenField } from '../send-token.ts'
import { slipField } from '../slip-cookie.ts'

/** Name of the field with the case number of the noted slip. */
export const notedField = 'caseNumber'

const Next = ({ slip }: { slip: Slip }) => (
  <Card title="接下来">
    <ol class="steps">
      {slip.next.map(({ what, by }) => (
        <li>
          <b>{spokenDay(by, dayOf(slip.filedAt).slice(0, 4))}前</b>
          {what}。
        </li>
      ))}
      <li>
        <b>任何时候</b>用查询码看走到哪一步、有没有给您的话；照片、录音也在那里交。
      </li>
    </ol>
  </Card>
)

export const doneTitle = '已收到，请记下查询码'

interface DonePageProps {
  slip: Slip & { repeated?: boolean; behalf?: boolean }
  /** The name of the slip in its URL and cookie; the browser's first has none. */
  name?: string
  /** The send token, if the browser keeps no cookies: this page is then the only one that can show the slip. */
  token?: string | undefined
  /** True if files can be given right away: not to a tip, and not in a browser without cookies, which follows nothing. */
  givesFiles?: boolean
}

/**
 * Opens the new case at its page for files. Beside the code, so that only who may see it can open the case; and with the
 * case number, which is asked for where many wrong codes were tried.
 */
const GiveFiles = ({ slip: { trackingCode, caseNumber, behalf } }: Pick<DonePageProps, 'slip'>) => (
  <form class="note section no-print" action={actions.trackOpen} method="post">
    <b>手上有照片、录音、欠条？</b>
    <p>
      查询码抄好了，现在就能交；往后看回话、再交别的，还要用它。
      {behalf ? '交完在“进度”里点“退出查询”，再把手机还给人家。' : ''}
    </p>
    <input type="hidden" name="trackingCode" value={trackingCode} />
    <input type="hidden" name="caseNumber" value={caseNumber} />
    <input type="hidden" name={nextField} value={nextFiles} />
    <div class="actions">
      <button class="button secondary" type="submit">
        <Icon name="camera" />
        现在就交照片、录音
      </button>
    </div>
  </form>
)

/** The button that puts the slip away. */
const Noted = ({ slip, name, token }: Pick<DonePageProps, 'slip' | 'name' | 'token'>) => (
  <form class="text" action={actions.fileNoted} method="post">
    <input type="hidden" name={notedField} value={slip.caseNumber} />
    {name ? <input type="hidden" name={slipField} value={name} /> : null}
    {token ? <input type="hidden" name={sendTokenField} value={token} /> : null}
    <div class="actions">
      <button class="button" type="submit">
        我已记下
      </button>
      <button class="button secondary" type="button" data-print hidden>
        <Icon name="print" />
        打印这一页
      </button>
    </div>
    {token ? (
      <p>
        <b>请现在就抄下来。</b>您的浏览器不留小记录（cookie），离开这一页，查询码就看不到了。
      </p>
    ) : (
      <p class="soft small">
        没点“我已记下”以前，三十分钟里回到这一页都还看得见。要打印，也可以用浏览器菜单里的“打印”。
      </p>
    )}
  </form>
)

/** The code, and what is done with it in hand: only beside it, so that nobody does it who has not seen the code. */
const WithCode = ({ slip, givesFiles = false, ...noted }: DonePageProps) => (
  <>
    <CodeSlip slip={slip} />
    <Noted slip={slip} {...noted} />
    {givesFiles ? <GiveFiles slip={slip} /> : null}
  </>
)

/** 已收到: the slip. It is shown until 我已记下, and can be printed. */
export const DonePage = ({ slip, ...more }: DonePageProps) => (
  <>
    <Crumbs trail={[{ name: pages.file.name, path: pages.file.path }, { name: '已收到' }]} />
    <div class="page-width" data-done>
      <header class="page-head">
        <p class="progress">第 3 步，共 3 步</p>
        <h1>您的事，我们收到了</h1>
        <p>
          {slip.behalf ? '请本人先点“我是本人，看查询码”，再' : '请'}
          把下面 16 个数字抄在纸上，或者拍张照。<b>我们没有底，丢了要本人带证件去窗口补，匿名的补不了。</b>
        </p>
      </header>
      <div class="columns">
        <div>
          {slip.repeated ? (
            <div class="note">
              <b>这份表刚才已经交过，没有重复登记</b>
              <p>
                这是另一件事，只是写得一样？抄好查询码，点“我已记下”，再退回核对那一页点“提交”，就能另记一件。
              </p>
            </div>
          ) : null}
          {slip.behalf ? (
            <p>
              <b>请把手机交给本人。</b>查询码只给本人看，帮忙填的请不要看，也不要替本人留着。
            </p>
          ) : null}
          {slip.behalf ? (
            <details class="section">
              <summary class="button">我是本人，看查询码</summary>
              <WithCode slip={slip} {...more} />
            </details>
          ) : (
            <WithCode slip={slip} {...more} />
          )}
          <div class="note section">
            <b>别误了起诉、仲裁的日子</b>
            <p>
              提交到这里，不能保证诉讼时效停下来。留了姓名、向调解委员会或者有权解决的机关提出要求的，时效可能从那天起重新算（
              <a href="/laws/limitation-interpretation/#a12">诉讼时效规定第十二条</a>
              ）；没留姓名的，证明不了是您提的。
            </p>
          </div>
          <FilingHash hash={slip.lastHash} />
          <BackWithoutScript />
        </div>
        <aside aria-label="接下来">
          <Next slip={slip} />
          <WhoToCall title="等不及，打电话" unitId={slip.unitId} />
        </aside>
      </div>
    </div>
    <FormScript filing />
  </>
)

interface NotedPageProps {
  caseNumber: string
  /** The same answers, and a new token with which they are another case. */
  filing: Filing
  token: string
}

/** Shown if the same form is sent again after the code was noted: the case is filed once, the code not shown again. */
export const NotedPage = ({ caseNumber, filing, token }: NotedPageProps) => (
  <div class="page-width">
    <header class="page-head">
      <h1>这件事已经提交过了</h1>
      <p>
        没有重复登记。案件编号{' '}
        <span class="no-break">
          <b>{caseNumber}</b>。
        </span>
        查询码已经给您看过，不会再显示；请照您抄下的 16 位数字查进度。
      </p>
    </header>
    <form action={actions.fileSend} method="post">
      <Answers filing={filing} />
      <input type="hidden" name={sendTokenField} value={token} />
      <div class="actions">
        <a class="button" href={pages.track.path}>
          去查进度
        </a>
        <button class="button secondary" type="submit">
          这是另一件事
        </button>
      </div>
      <p class="soft small">点“这是另一件事”，会照同样的内容另记一件，给您一个新的查询码。</p>
    </form>
  </div>
)
