import { html, type TemplateResult } from 'lit'
import type { CategorySettings, Translated } from '../../api/wire.ts'
import { moveItem, removeAt, replaceAt } from '../../ui/lists.ts'
import { stepsWording } from '../../wording/steps-wording.ts'
import { addButton, moveButtons, nameOn, removeButton, type SectionScene, translatedField } from './section.ts'

const MOST_STEPS = 12

/** Edits the checklist of a category: a line each, in order. */
export function stepsFields(
  scene: SectionScene,
  path: string,
  { steps = [] }: CategorySettings,
  written: (steps: Translated[]) => void,
): TemplateResult {
  const { wording, errors } = scene
  const words = stepsWording(wording)
  return html`<details ?open=${Object.keys(errors).some((name) => name.startsWith(`${path}.steps`))}>
    <summary>${words.settings(steps.length)}</summary>
    <div class="stack">
      <p class="soft">${words.intro}</p>
      <ol class="plain items">
        ${steps.map((step, at) => {
          const name = nameOn(step, wording, String(at + 1))
          return html`<li class="item nested">
            ${translatedField(scene, { path: `${path}.steps.${at}`, label: words.step(at + 1), value: step, written: (text) => written(replaceAt(steps, at, text)) })}
            <div class="tools">
              ${moveButtons({ position: at, length: steps.length, name, wording, move: (by) => written(moveItem(steps, at, by)) })}
              ${removeButton(words.remove(name), () => written(removeAt(steps, at)))}
            </div>
          </li>`
        })}
      </ol>
      ${steps.length < MOST_STEPS ? addButton(words.add, () => written([...steps, { id: '', en: '' }])) : ''}
    </div>
  </details>`
}
