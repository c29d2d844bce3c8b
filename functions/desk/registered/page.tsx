import { deskPages } from '#domain/routes/desk.ts'
import { CodeSlip, type Slip } from '#ui/slip.tsx'

/** The slip to give to the person; they get a code of their own when they first use this one. */
export const RegisteredPage = ({ slip, unitName }: { slip: Slip; unitName: string }) => (
  <div class="page-width">
    <header class="page-head">
      <h1>登记好了</h1>
      <p>
        交给了 <b>{unitName}</b>
        。请把查询码念给他抄，或者打印给他。您也看得见这个码，所以他第一次查的时候，会让他换一个只有自己知道的。
      </p>
    </header>
    <CodeSlip slip={slip} />
    <form action={deskPages.registered.path} method="post">
      <div class="actions">
        <button class="button" type="submit">
          已经交给他了
        </button>
      </div>
    </form>
  </div>
)
