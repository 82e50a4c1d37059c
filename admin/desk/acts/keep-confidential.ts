import { textField } from '../../ui/field.ts'
import { textIn } from '../../ui/form.ts'
import { confidenceWording } from '../../wording/confidence-wording.ts'
import { type ActForm, limitOf, writtenIn } from './act-form.ts'
import { reporterIsNotified, statusStays } from './consequences.ts'

/** The case becomes as one of a confidential reporter, for a reason that the reporter reads. */
export const keepConfidentialForm: ActForm<'keep-confidential'> = {
  fields({ unit, wording, written, errors }) {
    const words = confidenceWording(wording)
    return textField({
      name: 'reason',
      label: words.reason,
      hint: `${words.hint} ${wording.acts.reasonIsRead}`,
      rows: 3,
      limit: limitOf(unit, 'reason'),
      value: writtenIn(written, 'reason'),
      error: errors.reason,
    })
  },
  consequences: (scene) => [
    statusStays(scene),
    ...confidenceWording(scene.wording).follows.map((text) => ({ icon: 'hidden', text }) as const),
    reporterIsNotified(scene),
  ],
  body: (written) => ({ reason: textIn(written, 'reason') }),
}
