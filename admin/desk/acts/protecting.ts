import { html } from 'lit'
import actWords from '../../texts/act-words.json'
import { textField } from '../../ui/field.ts'
import { textIn } from '../../ui/form.ts'
import { type ActForm, fieldOf, writtenIn } from './act-form.ts'
import { reporterIsNotified, statusStays } from './consequences.ts'

/** Words that the person marked on the page before they opened the panel. */
const marked = (): string => String(getSelection() ?? '').trim()

const linesOf = (text: string): string[] => [...new Set(text.split('\n').map((line) => line.trim()))].filter(Boolean)

/** Words are taken out of what leaves the unit, one line each; a line that is deleted brings its words back. */
export const redactForm: ActForm<'redact'> = {
  fields(scene) {
    const { case: current, written, errors } = scene
    const { acts } = scene.wording
    const known = current.redactions.map(({ words }) => words)
    const begun = linesOf([...known, ...linesOf(marked())].join('\n')).join('\n')
    return html`
      ${textField({
        name: 'words',
        label: acts.redactWords,
        hint: acts.redactWordsHint,
        rows: 4,
        value: written.has('words') ? writtenIn(written, 'words') : begun,
        error: errors.words ?? errors['words.0'],
      })}
      ${textField({
        ...fieldOf(scene, 'because', 'reason'),
        label: acts.declineReason,
        hint: acts.returnHint,
        rows: 2,
      })}
    `
  },
  consequences(scene) {
    const { consequences } = scene.wording
    return [statusStays(scene), { icon: 'hidden', text: consequences.redacted }]
  },
  body(written, { case: { redactions } }) {
    const words = linesOf(writtenIn(written, 'words'))
    const restored = redactions.map((one) => one.words).filter((one) => !words.includes(one))
    return { words, restored, because: textIn(written, 'because') }
  },
}

/** The case becomes as one of a confidential reporter, for a reason that the reporter reads. */
export const keepConfidentialForm: ActForm<'keep-confidential'> = {
  fields(scene) {
    const { wording } = scene
    const words = actWords(wording)['keep-confidential']
    return textField({
      ...fieldOf(scene, 'reason', 'reason'),
      label: words.reason,
      hint: `${words.hint} ${wording.acts.reasonIsRead}`,
      rows: 3,
    })
  },
  consequences: (scene) => [
    statusStays(scene),
    ...actWords(scene.wording)['keep-confidential'].follows.map((text) => ({ icon: 'hidden', text }) as const),
    reporterIsNotified(scene),
  ],
  body: (written) => ({ reason: textIn(written, 'reason') }),
}
