import { html } from 'lit'
import { arrangeFields, mapFields, matterFields } from '../../../service/case/shape/story-fields.ts'
import { categoryChoice } from '../../page/own-words.ts'
import factsWording from '../../texts/facts.json'
import forwardingWording from '../../texts/forwarding.json'
import { selectField, textField } from '../../ui/field.ts'
import { textIn } from '../../ui/form.ts'
import { type ActForm, limitOf, type Scene, writtenIn } from './act-form.ts'
import { reporterIsNotified } from './consequences.ts'

/** The second matter begins with what the reporter wrote of both. */
const storyOf = ({ case: current, written }: Scene) =>
  written.has('chronology') ? writtenIn(written, 'chronology') : current.chronology

function matterField({ unit, wording, written, errors }: Scene, { name, kind, limit }: (typeof matterFields)[number]) {
  return textField({
    ...{ name, label: factsWording(wording)[name].label, optional: wording.common.optional, error: errors[name] },
    type: kind === 'day' ? 'date' : 'text',
    limit: limit ? limitOf(unit, limit) : undefined,
    value: writtenIn(written, name),
  })
}

const fieldOf = (id: string): string => `file-${id}`

/** Each file stays here alone, is copied, or belongs to the second matter alone. */
function files({ case: { evidence }, wording, written }: Scene) {
  const { splitFileStays, splitFileCopied, splitFileMoves } = forwardingWording(wording)
  return evidence.map(({ id, name, size }) =>
    selectField({
      ...{
        name: fieldOf(id),
        label: `${name} · ${wording.formats.size(size)}`,
        value: writtenIn(written, fieldOf(id)),
      },
      options: [
        { value: 'stay', label: splitFileStays },
        { value: 'copy', label: splitFileCopied },
        { value: 'move', label: splitFileMoves },
      ],
    }),
  )
}

const filesChosenTo = (what: 'copy' | 'move', written: FormData, { case: { evidence } }: Scene): string[] =>
  evidence.map(({ id }) => id).filter((id) => writtenIn(written, fieldOf(id)) === what)

/** A second matter in one complaint becomes a case of its own; the reporter keeps one code for both. */
export const splitForm: ActForm<'split'> = {
  fields: (scene) => html`
    ${selectField({
      ...{ name: 'category', label: scene.wording.acts.correctCategory, error: scene.errors.category },
      value: writtenIn(scene.written, 'category'),
      options: [
        { value: '', label: scene.wording.common.choose },
        ...scene.unit.categories.map(categoryChoice(scene.unit)),
      ],
    })}
    ${textField({
      ...{ name: 'subject', label: forwardingWording(scene.wording).splitSubject, error: scene.errors.subject },
      limit: limitOf(scene.unit, 'subject'),
      value: writtenIn(scene.written, 'subject'),
    })}
    ${textField({
      ...{
        name: 'chronology',
        label: forwardingWording(scene.wording).splitChronology,
        hint: forwardingWording(scene.wording).splitHint,
        rows: 8,
      },
      ...{ limit: limitOf(scene.unit, 'chronology'), value: storyOf(scene), error: scene.errors.chronology },
    })}
    ${arrangeFields(matterFields).map(
      (line) =>
        html`<div class=${line.length > 1 ? 'pair' : ''}>${line.map((field) => matterField(scene, field))}</div>`,
    )}
    ${files(scene)}
    ${textField({
      ...{ name: 'because', label: forwardingWording(scene.wording).splitReason, rows: 2, error: scene.errors.because },
      hint: scene.wording.acts.reasonIsRead,
      limit: limitOf(scene.unit, 'reason'),
      value: writtenIn(scene.written, 'because'),
    })}
  `,
  consequences(scene) {
    const { consequences } = scene.wording
    const split = forwardingWording(scene.wording)
    const [person] = matterFields.filter(({ kind }) => kind === 'person')
    const names = person !== undefined && writtenIn(scene.written, person.name) !== ''
    return [
      { icon: 'clock', text: split.splitOwn },
      { icon: 'lock', text: split.splitCode },
      { icon: 'returned', text: split.splitStays },
      ...(filesChosenTo('move', scene.written, scene).length > 0
        ? [{ icon: 'file', text: split.splitFilesLeave } as const]
        : []),
      ...(names ? [{ icon: 'shield', text: consequences.namedKeptAway } as const] : []),
      reporterIsNotified(scene),
    ]
  },
  body: (written, scene) => ({
    category: textIn(written, 'category'),
    subject: textIn(written, 'subject'),
    chronology: textIn(written, 'chronology'),
    ...mapFields(matterFields, ({ name }) => textIn(written, name) || null),
    evidence: filesChosenTo('copy', written, scene),
    moved: filesChosenTo('move', written, scene),
    because: textIn(written, 'because'),
  }),
}
