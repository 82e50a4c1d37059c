import { type FieldKind, storyFields } from '../../../service/case/shape/story-fields.ts'
import type { TenantView } from '../../../service/contract/tenant-view.ts'
import type { Draft, TextFieldName } from './draft.ts'

/** A text field as this unit asks it of this reporter. */
export interface AskedField {
  readonly name: TextFieldName
  readonly required: boolean
  readonly kind?: FieldKind
  /** The most characters; `undefined` where length makes no sense. */
  readonly limit: number | undefined
}

/**
 * Lists the text fields of a step. Those of the story are the same everywhere; those of the identity follow the unit
 * and the privacy choice.
 */
export function listFields(step: 'story' | 'identity', draft: Draft, { form }: TenantView): AskedField[] {
  const asked = (name: TextFieldName, required: boolean): AskedField => {
    const last = name.replace('reporter.', '')
    return { name, required, limit: form.limits[last === 'onBehalfOf' ? 'name' : last] }
  }
  if (step === 'story') {
    return storyFields
      .filter(({ name }) => name !== 'chronology' || !draft.spoken)
      .map((field) => ({ ...field, limit: form.limits[field.limit ?? ''] }))
  }
  if (draft.privacy === 'anonymous') return [asked('reporter.phone', false), asked('reporter.email', false)]
  const own = (['name', 'address', 'phone', 'email'] as const).filter((name) => form.identity[name] !== 'hidden')
  return [
    ...own.map((name) => asked(`reporter.${name}`, form.identity[name] === 'required')),
    asked('reporter.onBehalfOf', false),
  ]
}
