import { html } from 'lit'
import { arrangeFields, mapFields, matterFields } from '../../../service/case/shape/story-fields.ts'
import { isOneOf, keysOf } from '../../../service/shared/records.ts'
import { categoryChoice } from '../../page/own-words.ts'
import factsWording from '../../texts/facts.json'
import { selectField, textField } from '../../ui/field.ts'
import { textIn } from '../../ui/form.ts'
import { instantAt, wallTime } from '../../ui/wall-time.ts'
import { type ActForm, limitOf, type Scene, writtenIn } from './act-form.ts'
import { reporterIsNotified, statusStays } from './consequences.ts'

/** What stands in a field: what was written, or else what the case says now. */
const shownIn = ({ written }: Scene, name: string, now: string) => (written.has(name) ? writtenIn(written, name) : now)

const receivedNow = ({ case: current, unit }: Scene) => wallTime(current.receivedAt, unit.timeZone)

function categoryFields(scene: Scene) {
  const { case: current, unit, wording, errors } = scene
  const { acts, vocabulary } = wording
  const category = shownIn(scene, 'category', current.category.code)
  const others = unit.categories.filter(({ code }) => code !== current.category.code)
  const chosen = others.find(({ code }) => code === category)
  return html`<div class="pair">
    ${selectField({
      ...{ name: 'category', label: acts.correctCategory, value: category, error: errors.category },
      options: [current.category, ...others].map(categoryChoice(unit)),
    })}
    ${selectField({
      ...{ name: 'class', label: acts.correctClass, value: shownIn(scene, 'class', '') },
      optional: wording.common.optional,
      options: [
        {
          value: '',
          label: chosen
            ? acts.classOfCategory({ kind: vocabulary.classes[chosen.class] })
            : acts.classKept({ kind: vocabulary.classes[current.class] }),
        },
        ...keysOf(vocabulary.classes).map((value) => ({ value, label: vocabulary.classes[value] })),
      ],
    })}
  </div>`
}

function arrivalFields(scene: Scene) {
  const { case: current, wording, errors } = scene
  const { acts, vocabulary } = wording
  return html`<div class="pair">
    ${textField({
      ...{ name: 'receivedAt', label: acts.correctReceivedAt, type: 'datetime-local', error: errors.receivedAt },
      value: shownIn(scene, 'receivedAt', receivedNow(scene)),
    })}
    ${selectField({
      ...{ name: 'channel', label: acts.correctChannel, value: shownIn(scene, 'channel', current.channel) },
      options: keysOf(vocabulary.channels).map((value) => ({ value, label: vocabulary.channels[value] })),
    })}
  </div>`
}

function matterField(scene: Scene, { name, kind, limit }: (typeof matterFields)[number]) {
  const { case: current, unit, wording, errors } = scene
  return textField({
    ...{ name, label: factsWording(wording)[name].label, optional: wording.common.optional, error: errors[name] },
    type: kind === 'day' ? 'date' : 'text',
    limit: limit ? limitOf(unit, limit) : undefined,
    value: shownIn(scene, name, current[name] ?? ''),
  })
}

const isChanged = (scene: Scene, name: string, now: string) => shownIn(scene, name, now).trim() !== now

/** Facts that were noted wrongly are put right; what the reporter wrote stays. */
export const correctForm: ActForm<'correct'> = {
  fields: (scene) => html`
    <p class="hint">${scene.wording.acts.correctHint}</p>
    ${categoryFields(scene)} ${arrivalFields(scene)}
    ${arrangeFields(matterFields).map(
      (line) =>
        html`<div class=${line.length > 1 ? 'pair' : ''}>${line.map((field) => matterField(scene, field))}</div>`,
    )}
    ${textField({
      ...{ name: 'reason', label: scene.wording.acts.correctReason, rows: 3, error: scene.errors.reason },
      hint: scene.wording.acts.reasonIsRead,
      limit: limitOf(scene.unit, 'reason'),
      value: writtenIn(scene.written, 'reason'),
    })}
  `,
  consequences(scene) {
    const { case: current, wording } = scene
    const { consequences } = wording
    const counts =
      isChanged(scene, 'category', current.category.code) ||
      isChanged(scene, 'receivedAt', receivedNow(scene)) ||
      shownIn(scene, 'class', '') !== ''
    const [person] = matterFields.filter(({ kind }) => kind === 'person')
    const names = person && isChanged(scene, person.name, current[person.name] ?? '')
    return [
      statusStays(scene),
      ...(counts ? [{ icon: 'clock', text: consequences.datesCounted } as const] : []),
      ...(names ? [{ icon: 'shield', text: consequences.namedKeptAway } as const] : []),
      reporterIsNotified(scene),
    ]
  },
  body(written, scene) {
    const { case: current, unit, wording } = scene
    const { classes, channels } = wording.vocabulary
    const [kind, channel] = [textIn(written, 'class'), textIn(written, 'channel')]
    const given = (name: string, now: string) => (isChanged(scene, name, now) ? textIn(written, name) : undefined)
    const receivedAt = given('receivedAt', receivedNow(scene))
    return {
      category: given('category', current.category.code),
      class: isOneOf(keysOf(classes), kind) ? kind : undefined,
      channel: channel !== current.channel && isOneOf(keysOf(channels), channel) ? channel : undefined,
      receivedAt: receivedAt && instantAt(receivedAt, unit.timeZone),
      ...mapFields(matterFields, ({ name }) => {
        const text = given(name, current[name] ?? '')
        return text === '' ? null : text
      }),
      reason: textIn(written, 'reason'),
    }
  },
}
