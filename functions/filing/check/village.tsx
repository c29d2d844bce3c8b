import { villageOr, villagesToAsk } from '#domain/places/form-places.ts'
import { actions } from '#domain/routes/site.ts'
import { fieldValue, type PostedForm } from '#http/form.ts'
import { Select } from '#ui/form/select.tsx'
import { blankState } from '#ui/form/state.ts'

/** In a large county the form asks for the town; the check page asks for the village, if the person knows it. */

const villageField = 'village'

/** The choice; nothing where the place is exact, or the form has offered all villages. */
export const WhichVillage = ({ region }: { region: string }) => {
  const villages = villagesToAsk(region)
  if (villages.length === 0) return null
  return (
    <div class="section no-print">
      <Select
        state={blankState}
        name={villageField}
        label="是哪个村？"
        hint="知道就选。说不准就不用选。"
        none="说不准"
        groups={villages.map(({ id, name }) => ({ value: id, name }))}
      />
      <div class="actions">
        <button class="button secondary" type="submit" formaction={actions.fileCheck}>
          就是这个村
        </button>
      </div>
    </div>
  )
}

/** True if a village was chosen in this post. */
export const choosesVillage = (form: PostedForm): boolean => fieldValue(form, villageField) !== ''

/** The form with the village in the place of its town, if one was chosen. */
export const withVillage = (form: PostedForm): PostedForm => {
  if (!choosesVillage(form)) return form
  const place = villageOr(fieldValue(form, 'region'), fieldValue(form, villageField))
  return new Map([...form, ['region', [place]]])
}
