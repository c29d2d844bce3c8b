import { deskPages } from '#domain/routes/desk.ts'
import { CodeSlip, type Slip } from '#ui/slip.tsx'

/** Name of the field with the number of the case whose slip is put away. */
export const slipCaseField = 'case'

interface Props {
  slip: Slip
  unitName: string
  /** True if it was found on a round and nobody was named: there is no person to give the code to. */
  nobody: boolean
  /** True if the code takes the place of one that was lost. */
  replaced?: boolean | undefined
}

/** The slip to give to the person; they get a code of their own when they first use this one. */
export const RegisteredPage = ({ slip, unitName, nobody, replaced = false }: Props) => (
  <div class="page-width">
    <header class="page-head">
      <h1>{replaced ? '补好了' : '登记好了'}</h1>
      <p>
        {replaced ? '旧的查询码已经作废。事情在 ' : '交给了 '}
        <b>{unitName}</b>，案件编号 <b>{slip.caseNumber}</b>。
        {nobody
          ? '走访发现的，没有留当事人，不用念查询码。'
          : '请把查询码念给本人抄，或者打印出来交给本人。您也看得见这个码，所以第一次查的时候，会让本人换一个只有自己知道的。'}
      </p>
    </header>
    {nobody ? (
      <details class="more-moves">
        <summary>后来找到了当事人，要把查询码交给本人</summary>
        <CodeSlip slip={slip} />
      </details>
    ) : (
      <CodeSlip slip={slip} />
    )}
    <form action={deskPages.registered.path} method="post">
      <input type="hidden" name={slipCaseField} value={slip.caseNumber} />
      <div class="actions">
        <button class="button" type="submit">
          {nobody ? '知道了' : '已经交给本人了'}
        </button>
      </div>
    </form>
  </div>
)
