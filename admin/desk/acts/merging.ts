import mergeWording from '../../texts/merge.json'
import { textField } from '../../ui/field.ts'
import { textIn } from '../../ui/form.ts'
import { type ActForm, fieldOf } from './act-form.ts'
import { reporterIsNotified } from './consequences.ts'

/** A joined case goes its own way again, from where it stood. */
export const unmergeForm: ActForm<'unmerge'> = {
  fields(scene) {
    const { wording } = scene
    return textField({
      ...fieldOf(scene, 'because', 'reason'),
      label: mergeWording(wording).unmergeReason,
      hint: wording.acts.reasonIsRead,
      rows: 3,
    })
  },
  consequences(scene) {
    const merge = mergeWording(scene.wording)
    return [
      { icon: 'flag', text: merge.backToWhereItWas },
      { icon: 'clock', text: merge.clocksWithoutMerging },
      reporterIsNotified(scene),
    ]
  },
  body: (written) => ({ because: textIn(written, 'because') }),
}
