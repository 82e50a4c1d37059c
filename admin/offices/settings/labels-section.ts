import { html, nothing } from 'lit'
import { keysOf } from '../../../service/shared/records.ts'
import { labelChip, labelDots } from '../../page/label-chips.ts'
import { markOwnName } from '../../page/own-words.ts'
import { selectField } from '../../ui/field.ts'
import { removeAt, replaceAt } from '../../ui/lists.ts'
import { labelsWording } from '../../wording/labels-wording.ts'
import { addButton, removeButton, type Section, type SectionScene, settingField } from './section.ts'

const labelColours = keysOf(labelDots)
/** The contract takes no more, archived ones among them. */
const MOST_LABELS = 60

type Labels = NonNullable<SectionScene['settings']['labels']>
type Label = Labels[number]

/** The id is made once, so that a label can be renamed. */
const newLabel = (labels: Labels): Label => ({
  id: crypto.randomUUID().slice(0, 13),
  name: '',
  colour: labelColours[labels.length % labelColours.length] ?? 'grey',
})

/** Labels of the unit's own. One that was saved is archived, because cases may have it. */
export const labelsSection: Section = {
  id: 'labels',
  title: (wording) => labelsWording(wording).heading,
  render(scene) {
    const { settings, wording, change } = scene
    const { labels = [] } = settings
    const words = labelsWording(wording)
    return html`
      <p class="soft">${words.hint}</p>
      <ol class="plain items">${labels.map((label, at) => renderLabel(scene, labels, label, at))}</ol>
      ${labels.length < MOST_LABELS ? addButton(words.addOne, () => change({ labels: [...labels, newLabel(labels)] })) : nothing}
    `
  },
}

function renderLabel(scene: SectionScene, labels: Labels, label: Label, at: number) {
  const { saved, wording, change, errors } = scene
  const words = labelsWording(wording)
  const write = (changes: Partial<Label>) => change({ labels: replaceAt(labels, at, { ...label, ...changes }) })
  const isSaved = saved.labels?.some(({ id }) => id === label.id) ?? false
  if (label.archived) {
    return html`<li class="item">
      <div class="stack">${labelChip(label)}<span class="soft small">${words.archived}</span></div>
      <div class="tools"><button type="button" class="quiet" @click=${() => write({ archived: false })}>${words.restore}</button></div>
    </li>`
  }
  return html`<li class="item">
    <div class="pair">
      ${settingField(scene, { path: `labels.${at}.name`, label: words.name, value: label.name, limit: 30, written: (name) => write({ name }) })}
      ${selectField({
        name: `labels.${at}.colour`,
        label: words.colour,
        value: label.colour,
        error: errors[`labels.${at}.colour`],
        options: labelColours.map((value) => ({ value, label: words.colours[value] })),
        chosen: (value) => write({ colour: labelColours.find((one) => one === value) ?? label.colour }),
      })}
      ${label.name ? html`<p>${labelChip(label)}</p>` : nothing}
    </div>
    <div class="tools">
      ${
        isSaved
          ? html`<button type="button" class="quiet" @click=${() => write({ archived: true })}>${words.archive}</button>`
          : removeButton(words.remove(markOwnName(label.name)), () => change({ labels: removeAt(labels, at) }))
      }
    </div>
  </li>`
}
