import { dayOf, spokenDay, spokenInstant } from '#domain/basics/time.ts'
import { statuses } from '#domain/words/statuses.ts'
import { AgreementBody } from '#ui/agreement-text.tsx'
import { HistoryHash } from '#ui/history-hash.tsx'
import { effectOf } from '../agreement/page.tsx'
import { Lane } from '../case/lane.tsx'
import { Messages } from '../case/messages.tsx'
import { Back } from '../code-again/page.tsx'
import { FiledRows } from '../filed/page.tsx'
import { FileList } from '../files/file-list.tsx'
import { Given } from '../rating/form.tsx'
import type { Copy } from './read-copy.ts'

export const copyTitle = '我这件事的副本'

/** What became of a clock that nobody met by what it owes. */
const stateWords = { running: '', paused: '，暂停', overdue: '，过了', met: '，不用办了' } as const

/** The copy, to be read, printed or saved. Only in this answer: a reload asks for the code again. */
export const CopyPage = ({
  copy: { filedAt, isFiler, given, answers, view, files, agreement },
  now,
}: {
  copy: Copy
  now: number
}) => (
  <div class="page-width">
    <header class="page-head">
      <h1>{copyTitle}</h1>
      <p>
        案件 <span class="no-break">{view.number}，</span>
        {spokenInstant(filedAt)} {isFiler ? '登记' : '请您来谈'}，{spokenInstant(now)} 抄出。
        {statuses[view.status].name}，{view.unit}。
      </p>
      <p class="no-print">
        用浏览器的“打印”，可以印出来，也可以存成文件。微信里打印不了，请换成手机自己的浏览器，再进来一次。看完请关掉这一页。
      </p>
    </header>
    <section class="section" aria-labelledby="given">
      <h2 id="given">{isFiler ? '当初交的' : '记的是您的'}</h2>
      <FiledRows rows={given} />
    </section>
    {answers.length > 0 ? (
      <section class="section" aria-labelledby="answers">
        <h2 id="answers">您答过的</h2>
        <ul class="lines">
          {answers.map(({ at, text, byStaff }) => (
            <li>
              {spokenInstant(at)}：{text}
              {byStaff ? '（您说的，工作人员记下的）' : ''}
            </li>
          ))}
        </ul>
      </section>
    ) : null}
    <section class="section" aria-labelledby="messages">
      <h2 id="messages">您说的、给您的话</h2>
      <Messages messages={view.messages} />
    </section>
    {files.length > 0 ? (
      <section class="section" aria-labelledby="files">
        <h2 id="files">您交的照片、录音、文件</h2>
        <FileList files={files} year={dayOf(now).slice(0, 4)} />
      </section>
    ) : null}
    {agreement ? (
      <>
        <AgreementBody {...agreement.agreement} text={agreement.text} year={dayOf(now).slice(0, 4)} />
        <p>{effectOf(agreement.agreement)}</p>
      </>
    ) : null}
    <section class="section" aria-labelledby="lane">
      <h2 id="lane">走过的步骤</h2>
      <Lane view={view} year={dayOf(now).slice(0, 4)} older />
    </section>
    {view.clocks.length > 0 ? (
      <section class="section" aria-labelledby="clocks">
        <h2 id="clocks">期限</h2>
        <ul class="lines">
          {view.clocks.map(({ rule, due, state, done }) => (
            <li>
              {rule.name}：{spokenDay(due)}
              {done ? '，办到了' : stateWords[state]}
            </li>
          ))}
        </ul>
      </section>
    ) : null}
    {view.ratings.length > 0 ? (
      <section class="section" aria-labelledby="rating">
        <h2 id="rating">您的评价</h2>
        {view.ratings.map((one) => (
          <Given given={one} />
        ))}
      </section>
    ) : null}
    <HistoryHash hash={view.lastHash} side={view.side} />
    <Back />
  </div>
)
