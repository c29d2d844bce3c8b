import { failureMessages } from '#domain/moves/failure-sentences.ts'
import { moveFault } from '#domain/moves/rules.ts'
import { agreementPath } from '#domain/routes/desk.ts'
import type { AgreementView } from './read-agreement.ts'

/** Below the draft of an agreement at the desk: who has read it, and what is to be done with it. */

/** Who of the people has read the newest version. */
const Readers = ({ view: { agreement, makers } }: { view: AgreementView }) =>
  agreement ? (
    <ul class="lines">
      {makers.map(({ party, name }) => (
        <li>
          {name}：{agreement.readBy.includes(party) ? '看过这一版' : '还没有看这一版'}
        </li>
      ))}
    </ul>
  ) : null

/** What is to be done with a draft, or why nothing can be now. */
export const Draft = ({ view, number }: { view: AgreementView; number: string }) => {
  const fault = moveFault('settled', view.deskCase.standing)
  return (
    <>
      <Readers view={view} />
      {fault ? (
        <p class="note">{failureMessages[fault]}</p>
      ) : (
        <>
          <p class="actions">
            <a class="button" href={agreementPath(number, 'conclude')}>
              签好了，或者口头说定了
            </a>
            <a class="button secondary" href={`${agreementPath(number)}?edit=1`}>
              改，写新的一版
            </a>
          </p>
          <p>
            <a class="more" href={agreementPath(number, 'print')}>
              打印协议书，当面签
            </a>
          </p>
        </>
      )}
    </>
  )
}
