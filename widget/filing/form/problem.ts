import { html, nothing } from 'lit/html.js'
import type { FieldName } from '../draft/draft.ts'
import { idOf } from './form.ts'

/** The sentence beside a field that was refused. */
export const problemBeside = (name: FieldName, problem: string | undefined) =>
  problem ? html`<p class="problem" id="${idOf(name)}-problem">${problem}</p>` : nothing
