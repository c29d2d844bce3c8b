import { unit } from '#domain/places/areas.ts'
import { Card } from './card.tsx'
import { HotlineRow, SampleMark, Telephone } from './telephone.tsx'

/**
 * Who answers for a case. The petition office takes what is about the county's own people: there two numbers outside
 * the county stand beside it (rules.md R7).
 */
export const WhoToCall = ({ title, unitId }: { title: string; unitId: string }) => {
  const { name, phone, hours, kind } = unit(unitId)
  return (
    <Card title={title}>
      <ul class="lines">
        <Telephone name={name} number={phone} note={<SampleMark text={hours} phone={phone} />} long />
        <HotlineRow number="12345" />
        {kind === 'petition-office' ? <HotlineRow number="12388" /> : null}
      </ul>
    </Card>
  )
}
