import { html, nothing } from 'lit/html.js'
import type { FieldName } from '../draft/draft.ts'
import { idOf } from './form.ts'

export const renderProblem = (name: FieldName, problem: string | undefined) =>
  problem ? html`<p class="problem" id="${idOf(name)}-problem">${problem}</p>` : nothing
