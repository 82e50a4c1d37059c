import { html, nothing } from 'lit'
import type { LabelView } from '../../service/contract/labels.ts'

/** The labels of a line. They are fetched with the first one, because most units have none. */
export function lineLabels(labels: readonly LabelView[]) {
  if (labels.length === 0) return nothing
  void import('./label-chips.ts')
  return html`<label-chips .labels=${labels}></label-chips>`
}
