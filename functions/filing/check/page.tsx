import { checkOrder } from '#domain/filing/field-orders.ts'
import type { Filing } from '#domain/filing/fields.ts'
import { refusals } from '#domain/filing/messages.ts'
import { startOf, unseenBy } from '#domain/places/starting-unit.ts'
import { actions, pages } from '#domain/routes/site.ts'
import type { SimilarText } from '#domain/search/similar.ts'
import { AboveCounty } from '#ui/above-county.tsx'
import { Card } from '#ui/card.tsx'
import { Crumbs } from '#ui/crumbs.tsx'
import { DutyNow, type OnDuty } from '#ui/danger.tsx'
import { BackWithoutScript, FormScript } from '#ui/form/form-script.tsx'
import { SimilarTexts } from '#ui/similar-texts.tsx'
import { HotlineRow } from '#ui/telephone.tsx'
import { sendTokenField } from '../send-token.ts'
import { Answers, editField, Rows, rowsOf } from './answers.tsx'
import { WhichVillage } from './village.tsx'

/** Sent by the button that only the person it is about presses. */
export const confirmedField = 'confirmed'

interface CheckPageProps {
  filing: Filing
  token: string
  firstStep: { what: string; by: string } | undefined
  refusal?: 'conflict' | 'notSent' | undefined
  /** Texts about similar cases; none if the person is in danger. */
  similar?: SimilarText[]
  /** True if it was sent, but not by the button of the person whom somebody helped. */
  unconfirmed?: boolean
  /** Who reads it now, if the person is in danger; undefined for all others. */
  duty?: OnDuty
}

/** Who gets the case and who does not see it, before it is sent. */
const GoesTo = ({ filing }: { filing: Filing }) => {
  const start = startOf(filing)
  const unseen = unseenBy(start, filing.about)
  return (
    <div class="note section">
      <b>这件会交给：{start.name}</b>
      <p>{unseen ? `${unseen}。` : null}您写的话，对方看不到。</p>
      <AboveCounty desk={start} />
    </div>
  )
}

/** What the person it is about reads first, if somebody else filled the form in. */
const HandOver = ({ missed }: { missed: boolean }) => (
  <div class="note section" id={confirmedField}>
    <b>请把手机交给本人</b>
    <p>下面每一样都由本人看；看不清、不识字的，念给本人听。都对，本人点最下面的“我是本人，都对，提交”。</p>
    {missed ? <p>刚才不是从那个按钮交的，没有收下。</p> : null}
  </div>
)

const SendButton = ({ behalf }: { behalf: boolean }) =>
  behalf ? (
    <button class="button" type="submit" name={confirmedField} value="self">
      我是本人，都对，提交
    </button>
  ) : (
    <button class="button" type="submit">
      提交
    </button>
  )

/** 核对信息: all answers, each with a link to change it. Only this page sends the filing, with a one-time token. */
export const CheckPage = ({
  filing,
  token,
  firstStep,
  refusal,
  unconfirmed = false,
  similar = [],
  duty,
}: CheckPageProps) => (
  <>
    <Crumbs trail={[{ name: pages.file.name, path: pages.file.path }, { name: '核对信息' }]} />
    <div class="page-width">
      {refusal ? (
        <div class="error-summary" role="alert" tabindex={-1}>
          <h2>{refusals[refusal].title}</h2>
          <p>{refusals[refusal].text}</p>
        </div>
      ) : null}
      <header class="page-head">
        <p class="progress">第 2 步，共 3 步</p>
        <h1>核对一下，再提交</h1>
        <p class="no-print">现在还没有交上去。有不对的，点右边的“改”。</p>
        {duty === undefined ? null : <DutyNow duty={duty} />}
        {filing.onBehalfOf ? <HandOver missed={unconfirmed} /> : null}
      </header>
      <form class="columns on-paper" action={actions.fileSend} method="post">
        <div>
          <Answers filing={filing} />
          <input type="hidden" name={sendTokenField} value={token} />
          <h2 class="section-head">您的事</h2>
          <Rows rows={rowsOf(checkOrder.matter, filing)} />
          <h2 class="section-head section">您自己</h2>
          <Rows rows={rowsOf(checkOrder.person, filing)} />
          {filing.anonymous ? (
            <div class="note section">
              <b>您选了不留姓名</b>
              <p>
                我们没法打电话问您；查询码丢了，就再也查不到；以后证明不了是您提的，打官司的时间照样在走。
              </p>
            </div>
          ) : null}
          <WhichVillage region={filing.region} />
          <GoesTo filing={filing} />
          <div class="actions">
            <SendButton behalf={filing.onBehalfOf !== undefined} />
            <button
              class="button secondary"
              type="submit"
              formaction={actions.fileCheck}
              name={editField}
              value="danger"
            >
              回去再改改
            </button>
          </div>
          <p class="soft small no-print">点一次就行。点两次也只算一件事。</p>
          <BackWithoutScript />
        </div>
        <aside aria-label="提交以后">
          {filing.about === 'county-staff' ? (
            <Card title="不想交给县里">
              <ul class="lines">
                <HotlineRow number="12345" />
                <HotlineRow number="12388" />
              </ul>
            </Card>
          ) : null}
          <Card title="提交以后">
            <ol class="steps">
              <li>
                <b>给您一个查询码</b>16 位数字，请抄下来。
              </li>
              {firstStep ? (
                <li>
                  <b>{firstStep.by}前</b>
                  {firstStep.what}。
                </li>
              ) : null}
              <li>
                <b>有话回您</b>写在“进度”里，用查询码看。
              </li>
            </ol>
          </Card>
        </aside>
      </form>
      <SimilarTexts texts={similar} />
    </div>
    <FormScript />
  </>
)
