import { yuan } from '#domain/agreement/items.ts'
import { capitals, paperWords } from '#domain/agreement/words.ts'
import { fullDay } from '#domain/basics/time.ts'
import { documentNumber } from '#domain/dossier/number.ts'
import type { Side } from '#domain/history/events.ts'
import { unit } from '#domain/places/areas.ts'
import type { AgreementForm } from '#domain/words/agreement-forms.ts'
import { dossierData } from '#generated/desk.ts'
import type { AgreementShown, AgreementView } from './read-agreement.ts'

/** 人民调解协议书, and the sheet on which an oral one is recorded (人民调解法 28, 29), on paper. */

const sideWords: Record<Side, string> = { complainant: '申请人', other: '被申请人' }
const byHand = '性别　　　民族　　　年龄　　　职业　　　　　　电话　　　　　　　　　　住址'

/** The people who make it, by their sides; what is not in the text is written by hand, by each for themselves. */
const Parties = ({ view: { makers } }: { view: AgreementShown }) =>
  makers.map(({ side, name }) => (
    <p>
      {sideWords[side]} <b>{name}</b>
      <br />
      <span class="small">{byHand}</span>
    </p>
  ))

const effects =
  '本协议自各方当事人签名、盖章或者按指印，人民调解员签名并加盖人民调解委员会印章之日起生效，具有法律约束力。双方认为有必要的，可以自生效之日起三十日内共同向人民法院申请司法确认。本协议由当事人各执一份，人民调解委员会留存一份。'
const oralEffects =
  '当事人认为不用制作协议书，采取口头方式。口头调解协议自各方当事人达成协议之日起生效，具有法律约束力。调解员已经念给各方听过。'

const Signatures = ({ view: { text, makers }, form }: { view: AgreementShown; form: AgreementForm }) => (
  <div class="signatures">
    {[
      ...(form === 'oral'
        ? []
        : makers.map(({ side, name }) => `${sideWords[side]} ${name}（签名、盖章、指印）`)),
      `人民调解员 ${text?.mediators.join('、')}（签名）`,
      '记录人（签名）',
      '人民调解委员会（盖章）',
    ].map((name) => (
      <p>
        {name}
        <span>年　　月　　日</span>
      </p>
    ))}
  </div>
)

/** Its text with who signs it, below a head of its own on its page and in the file of the case. */
export const AgreementBody = ({ view, form }: { view: AgreementShown; form: AgreementForm }) => {
  const { text, agreement } = view
  if (!text || !agreement) return null
  const amounts = text.items.flatMap(({ amountFen }) => amountFen ?? [])
  const total = amounts.reduce((sum, one) => sum + one, 0)
  return (
    <>
      <Parties view={view} />
      <h2>纠纷的主要事实、争议事项</h2>
      <p class="typed">{text.facts}</p>
      <h2>{form === 'oral' ? '双方口头说定的内容' : '经调解，双方自愿达成如下协议'}</h2>
      <ol>
        {text.items.map((item) => (
          <li>{paperWords(item, text.parties)}。</li>
        ))}
      </ol>
      {amounts.length > 1 ? (
        <p class="small">
          合计 {yuan(total)}（大写：{capitals(total)}）
        </p>
      ) : null}
      <p>
        <b>履行的方式、期限：</b>
        <span class="typed">{text.how || '照上面各条写的办。'}</span>
      </p>
      <p class="small">{form === 'oral' ? oralEffects : effects}</p>
      {agreement.concluded ? <p>生效的日子：{fullDay(agreement.concluded.effectiveOn)}</p> : null}
      <Signatures view={view} form={form} />
    </>
  )
}

/** The number that it has in the file of its case too; undefined for a form that the county gives none. */
const numberOf = (
  { deskCase: { record, events } }: AgreementView,
  version: number,
  form: AgreementForm,
): string | undefined => {
  const id = form === 'oral' ? 'oral' : 'agreement'
  const word = dossierData.documents.find((one) => one.id === id)?.word
  const before = events.filter(
    ({ kind, data }) => kind === 'settled' && data.form === form && (data.version ?? version) < version,
  )
  const nth = before.length + 1
  return word && documentNumber(dossierData, { unit: record.unit, word, caseNumber: record.number, nth })
}

export const AgreementPaper = ({ view, form }: { view: AgreementView; form: AgreementForm }) => {
  const { record } = view.deskCase
  if (!view.text || !view.agreement) return null
  const paper = numberOf(view, view.agreement.version, form)
  return (
    <div class="page-width text one-sheet">
      <header class="page-head">
        <p>
          {unit(record.unit).name}（案件编号 {record.number}，第 {view.agreement.version} 版）
        </p>
        <h1>{form === 'oral' ? '口头调解协议登记表' : '人民调解协议书'}</h1>
        {paper ? <p class="no-break">文号：{paper}</p> : null}
      </header>
      <AgreementBody view={view} form={form} />
    </div>
  )
}
