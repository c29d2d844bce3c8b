import { unit } from '#domain/places/areas.ts'
import { AboveCounty } from './above-county.tsx'
import { Card } from './card.tsx'
import { HotlineRow, SampleMark, Telephone } from './telephone.tsx'

/**
 * The unit responsible for a case, with its number. The petition office handles complaints about the county's own
 * staff, so two numbers outside the county are shown with it (rules.md R7).
 */
export const WhoToCall = ({ title, unitId }: { title: string; unitId: string }) => {
  const desk = unit(unitId)
  const { name, phone, hours, kind } = desk
  return (
    <Card title={title}>
      <ul class="lines">
        <Telephone name={name} number={phone} note={<SampleMark text={hours} phone={phone} />} />
        <HotlineRow number="12345" />
        {kind === 'petition-office' ? <HotlineRow number="12388" /> : null}
        <AboveCounty desk={desk} row />
      </ul>
    </Card>
  )
}
