import { type CurrentAgreement, confirmationDay } from '#domain/agreement/current.ts'
import { courtPapers } from '#domain/agreement/messages.ts'
import { daysBetween, fullDay } from '#domain/basics/time.ts'
import { actions } from '#domain/routes/site.ts'
import { agreementForms } from '#domain/words/agreement-forms.ts'
import { AgreementBody } from '#ui/agreement-text.tsx'
import { Cite } from '#ui/cite.tsx'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import { Back } from '../code-again/page.tsx'
import { Hidden, ItemRow, type Props, sayable, versionField } from './item-row.tsx'

export const agreementTitle = '协议'

/** In which form it was made, and from when it holds; empty of a draft. */
export const effectOf = ({ concluded }: CurrentAgreement): string =>
  concluded ? `${agreementForms[concluded.form]}协议，${fullDay(concluded.effectiveOn)}起生效。` : ''

/** 这份草稿我看过, which concludes nothing. */
const ReadForm = ({ followed, shown: { agreement } }: Props) => {
  const { holder } = followed
  if (agreement.concluded || !agreement.parties.includes(holder.party)) return null
  if (holder.staffSaw)
    return (
      <p class="note">
        工作人员也看见过您这个查询码。<a href={actions.trackNewCode}>换一个只有您知道的</a>，才能点“看过”。
      </p>
    )
  if (agreement.readBy.includes(holder.party))
    return <p>您看过这一版了。当面签了、按了手印，或者口头说定，才算数。</p>
  return (
    <form action={actions.trackAgreement} method="post">
      <Hidden mark={holder.mark} fields={{ [versionField]: String(agreement.version) }} />
      <p>看过不等于答应：当面签了、按了手印，或者口头说定，才算数。哪里不对，回去给办的人写一句。</p>
      <div class="actions">
        <button class="button" type="submit">
          这份草稿我看过
        </button>
      </div>
    </form>
  )
}

/** What follows an agreement that was made: performing it, and the court that confirms it (人民调解法 33). */
const Concluded = (props: Props) => {
  const { agreement } = props.shown
  const { concluded } = agreement
  if (!concluded) return null
  const last = confirmationDay(agreement, props.today)
  return (
    <>
      <section class="section" aria-labelledby="performed">
        <h2 id="performed">做得怎么样了</h2>
        {agreement.items.some((item) => sayable(item, props).includes('received')) ? (
          <p>点了“对方做到了”，那一条就算做完，改不回来。</p>
        ) : null}
        <ul class="lines">
          {agreement.items.map((item) => (
            <ItemRow item={item} {...props} />
          ))}
        </ul>
      </section>
      <section class="section text" aria-labelledby="court">
        <h2 id="court">让法院确认</h2>
        {agreement.confirmedOn ? (
          <p>法院 {fullDay(agreement.confirmedOn)}确认了。谁不做，对方可以申请强制执行。</p>
        ) : last ? (
          <>
            <p>
              怕谁反悔，两边可以一起去法院申请司法确认，不收钱。最后一天 <b>{fullDay(last)}</b>，还剩{' '}
              {daysBetween(props.today, last)} 天。
              <Cite text="《人民调解法》第三十三条" />
            </p>
            <p>要带的，申请书和证明请调解员打印：</p>
            <ul>
              {courtPapers.map((one) => (
                <li>{one}</li>
              ))}
            </ul>
          </>
        ) : (
          <p>一起申请司法确认的三十天已经过了。协议照样算数；有人不做，可以去法院起诉。</p>
        )}
      </section>
    </>
  )
}

/** 协议: the same text for everybody who makes it, what they can say of it, and what follows. */
export const AgreementPage = ({ refused, ...props }: Props & { refused: string | undefined }) => {
  const { agreement, text } = props.shown
  const { concluded } = agreement
  return (
    <div class="page-width text">
      <ErrorSummary errors={refused ? [{ field: 'agreement-text', text: refused }] : []} kept="" />
      <header class="page-head">
        <h1>{concluded ? '说好的事' : '协议的草稿'}</h1>
        <p>{effectOf(agreement) || '还没有说定。双方看到的是同一份。'}</p>
      </header>
      <AgreementBody
        text={text}
        version={agreement.version}
        sum={agreement.sum}
        year={props.today.slice(0, 4)}
      />
      <ReadForm {...props} />
      <Concluded {...props} />
      <Back />
    </div>
  )
}
