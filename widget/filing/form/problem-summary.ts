import { html, nothing } from 'lit/html.js'
import type { Wording } from '../../wording/id.ts'
import type { Problems } from '../draft/problems.ts'
import { idOf } from './form.ts'

/** Lists all problems of a step at its top, each as a link to its field. The form focuses it. */
export function renderProblemSummary(problems: Problems, wording: Wording, goTo: (field: string) => void) {
  const named = Object.entries(problems)
  if (named.length === 0) return nothing
  const follow = (event: Event, field: string) => {
    event.preventDefault()
    goTo(field)
  }
  return html`
    <div class="summary" part="problems" tabindex="-1" role="group" aria-labelledby="summary-title">
      <h3 id="summary-title">${wording.problems.title}</h3>
      <ul>
        ${named.map(
          ([field, problem]) => html`
            <li><a href="#${idOf(field)}" @click=${(event: Event) => follow(event, field)}>${problem}</a></li>
          `,
        )}
      </ul>
    </div>
  `
}
