import { textField } from '../../ui/field.ts'
import { textIn } from '../../ui/form.ts'
import { type ActForm, limitOf, writtenIn } from './act-form.ts'
import { reporterIsNotified, reporterSees, statusStays } from './consequences.ts'

/** Somebody writes down what the reporter spoke. It begins with the words that stand there, unless some are masked. */
export const transcribeForm: ActForm<'transcribe'> = {
  fields({ case: current, unit, wording: { acts }, written, errors }) {
    return textField({
      name: 'text',
      label: acts.transcript,
      hint: acts.transcriptHint,
      rows: 12,
      limit: limitOf(unit, 'chronology'),
      value: written.has('text') ? writtenIn(written, 'text') : current.covered ? '' : current.chronology,
      error: errors.text,
    })
  },
  consequences(scene) {
    return [statusStays(scene), reporterSees(scene.wording.acts.transcriptSeen), reporterIsNotified(scene)]
  },
  body: (written) => ({ text: textIn(written, 'text') }),
}
