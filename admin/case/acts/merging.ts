import { textField } from '../../ui/field.ts'
import { textIn } from '../../ui/form.ts'
import { type ActForm, limitOf, writtenIn } from './act-form.ts'
import { reporterIsTold } from './consequences.ts'

/** A joined case goes its own way again, from where it stood. */
export const unmergeForm: ActForm<'unmerge'> = {
  icon: 'copy',
  weight: 'end',
  fields({ unit, words: { acts, merge }, written, errors }) {
    return textField({
      name: 'because',
      label: merge.unmergeReason,
      hint: acts.reasonIsRead,
      rows: 3,
      limit: limitOf(unit, 'reason'),
      value: writtenIn(written, 'because'),
      error: errors.because,
    })
  },
  consequences(scene) {
    const { consequences } = scene.words
    return [
      { icon: 'flag', text: consequences.backToWhereItWas },
      { icon: 'clock', text: consequences.clocksWithoutMerging },
      reporterIsTold(scene),
    ]
  },
  body: (written) => ({ because: textIn(written, 'because') }),
}
