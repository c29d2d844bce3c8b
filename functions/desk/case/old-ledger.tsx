import { importedIn } from '#domain/history/imported.ts'
import { ledgerRows } from '#domain/importing/ledger-rows.ts'
import { Card } from '#ui/card.tsx'
import type { CaseView } from './case-view.ts'

/** What the old ledger says of an imported case; nothing in any other. */
export const OldLedger = ({ view }: { view: CaseView }) => {
  const rows = ledgerRows(view)
  return importedIn(view.events) ? (
    <Card title="从旧台账导入的">
      <p class="soft small">没有查询码，不起期限、不亮颜色，不算进任何数。下面是旧台账上写的。</p>
      <dl class="check known">
        {rows.map(([name, value]) => (
          <div>
            <dt>{name}</dt>
            <dd class="typed">{value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  ) : null
}
