import { actions, notices } from '#domain/routes/site.ts'
import { replyCaseField } from '../case/reply-form.tsx'
import { Back } from '../code-again/page.tsx'

export const notifyTitle = '发短信的事'
export const notifyField = 'notify'

/** Whether a message is sent when something is new, and the button that changes it. The same for every case (rules.md R49). */
export const NotifyPage = ({
  mark,
  notify,
  codeSeen,
  refused,
}: {
  mark: string
  notify: boolean
  codeSeen: boolean
  /** Why the last change was not taken. */
  refused?: string | undefined
}) => (
  <div class="page-width text">
    {refused ? (
      <div class="error-summary" role="alert" tabindex={-1}>
        <h2>没有改成</h2>
        <p>{refused}</p>
      </div>
    ) : null}
    <header class="page-head">
      <h1>{notifyTitle}</h1>
    </header>
    <div class="note told" id={notices.kept} tabindex={-1}>
      <b>改好了</b>
    </div>
    <p>
      现在：<b>{notify ? '有新消息，发短信告诉您。' : '不发。'}</b>
    </p>
    <p>
      短信只说“您有新消息”，不说是什么事，发到您登记时留的手机。县里开通了短信才发；登记时说了不能发短信的，照那时说的，不发。手机给了别人、别人也看您的手机，就别让发。
    </p>
    {codeSeen && !notify ? (
      <p>
        工作人员也看见过您这个查询码，不能用它叫人发。先<a href={actions.trackNewCode}>换一个只有您知道的</a>
        。
      </p>
    ) : (
      <form action={actions.trackNotify} method="post">
        <input type="hidden" name={replyCaseField} value={mark} />
        <input type="hidden" name={notifyField} value={String(!notify)} />
        <div class="actions">
          <button class="button" type="submit">
            {notify ? '不要发了' : '有新消息时，发短信告诉我'}
          </button>
        </div>
      </form>
    )}
    <Back />
  </div>
)
