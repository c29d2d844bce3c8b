import { confirmationDay } from '#domain/agreement/current.ts'
import { courtPapers } from '#domain/agreement/messages.ts'
import { type Day, fullDay } from '#domain/basics/time.ts'
import { unit } from '#domain/places/areas.ts'
import { agreementForms } from '#domain/words/agreement-forms.ts'
import { Cite } from '#ui/cite.tsx'
import { ToWrite } from '../ui/to-write.tsx'
import type { AgreementView } from './read-agreement.ts'

/** 司法确认申请书, which both sides sign together (人民调解法 33), and the certificate of the mediation. */
export const CourtPapers = ({ view, today }: { view: AgreementView; today: Day }) => {
  const { text, agreement, deskCase } = view
  const { record } = deskCase
  if (!text || !agreement?.concluded) return null
  const { form, effectiveOn } = agreement.concluded
  const last = confirmationDay(agreement, today)
  const desk = unit(record.unit).name
  return (
    <div class="page-width text">
      <div class="note no-print">
        <p>
          <b>{last ? `最后一天：${fullDay(last)}。` : '三十天已经过了，或者法院已经确认。'}</b>
          双方一起去，不收钱。
          <Cite text="《人民调解法》第三十三条" />
        </p>
        <p>要带的：</p>
        <ul>
          {courtPapers.map((one) => (
            <li>{one}</li>
          ))}
        </ul>
      </div>
      <article class="paper-sheet">
        <header class="paper-head">
          <h1>司法确认申请书</h1>
        </header>
        {text.parties.map(({ name }) => (
          <p>
            申请人：{name}，身份证号
            <ToWrite />
            ，电话
            <ToWrite />
            ，送达地址
            <ToWrite />
          </p>
        ))}
        <h2>请求</h2>
        <p>
          请人民法院确认申请人 {fullDay(effectiveOn)}经{desk}调解达成的{agreementForms[form]}调解协议有效。
        </p>
        <h2>事实和理由</h2>
        <p class="typed">{text.facts}</p>
        <p>
          经{desk}
          调解，双方自愿达成协议，内容见所附的协议。协议出于双方自愿，没有恶意串通、规避法律，不损害国家利益、社会公共利益和他人合法权益；如果因此给他人造成损害，愿意承担责任。
        </p>
        <p>此致</p>
        <p>
          <ToWrite />
          人民法院
        </p>
        <div class="signatures">
          {text.parties.map(({ name }) => (
            <p>
              申请人 {name}
              <span>年　　月　　日</span>
            </p>
          ))}
        </div>
      </article>
      <article class="paper-sheet">
        <header class="paper-head">
          <h1>主持调解的证明</h1>
        </header>
        <p>
          {text.parties.map(({ name }) => name).join('、')}一案（案件编号 {record.number}
          ），经我委员会人民调解员
          {text.mediators.join('、')}主持调解，各方自愿达成{agreementForms[form]}调解协议，自{' '}
          {fullDay(effectiveOn)}
          起生效。
        </p>
        <div class="signatures">
          <p>
            {desk}（盖章）
            <span>年　　月　　日</span>
          </p>
        </div>
      </article>
    </div>
  )
}
