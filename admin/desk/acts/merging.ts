import { textField } from '../../ui/field.ts'
import { textIn } from '../../ui/form.ts'
import { mergeWords } from '../merge/merge-wording.ts'
import { type ActForm, limitOf, writtenIn } from './act-form.ts'
import { reporterIsTold } from './consequences.ts'

/** A joined case goes its own way again, from where it stood. */
export const unmergeForm: ActForm<'unmerge'> = {
  icon: 'copy',
  weight: 'end',
  fields({ unit, words, written, errors }) {
    return textField({
      name: 'because',
      label: mergeWords(words).unmergeReason,
      hint: words.acts.reasonIsRead,
      rows: 3,
      limit: limitOf(unit, 'reason'),
      value: writtenIn(written, 'because'),
      error: errors.because,
    })
  },
  consequences(scene) {
    const merge = mergeWords(scene.words)
    return [
      { icon: 'flag', text: merge.backToWhereItWas },
      { icon: 'clock', text: merge.clocksWithoutMerging },
      reporterIsTold(scene),
    ]
  },
  body: (written) => ({ because: textIn(written, 'because') }),
}
