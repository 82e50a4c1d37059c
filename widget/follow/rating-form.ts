import { html, nothing } from 'lit/html.js'
import { type CaseForm, mayDo, type Request } from './case-form.ts'
import { sendButton, textEntry, textOf } from './form-parts.ts'

/** How the reporter judges the handling, once the office allows it; what they said stays on the page. */
export function ratingForm(form: CaseForm) {
  const { view, say, unit, entries, enter } = form
  if (view.rating) {
    return html`<p class="note">${say.rating.given(view.rating.stars)}</p>
      ${view.unsatisfied ? html`<p class="note asked" role="status">${view.unsatisfied.text}</p>` : nothing}`
  }
  if (!mayDo(form, 'rating')) return nothing
  const text = { name: 'rating', label: say.rating.text, limit: unit.form.limits.reason, required: false } as const

  const requests = (): readonly Request[] | string => {
    const written = textOf(form, text)
    if (typeof written === 'string') return written
    const { stars, solved } = entries
    if (stars === 0 || solved === undefined) return say.rating.pick
    return [{ act: 'rating', body: { stars, solved, ...(written.text && written) } }]
  }
  const choice = (name: string, label: string, checked: boolean, choose: () => void) => html`
    <label class="check">
      <input type="radio" name=${name} .checked=${checked} @change=${choose} />
      <span>${label}</span>
    </label>
  `
  return html`
    <section aria-labelledby="rating-title">
      <h3 id="rating-title">${say.rating.title}</h3>
      <fieldset>
        <legend>${say.rating.solved}</legend>
        ${choice('solved', say.rating.yes, entries.solved === true, () => enter({ solved: true }))}
        ${choice('solved', say.rating.no, entries.solved === false, () => enter({ solved: false }))}
      </fieldset>
      <fieldset>
        <legend>${say.rating.stars}</legend>
        ${[1, 2, 3, 4, 5].map((stars) =>
          choice('stars', say.rating.star(stars), entries.stars === stars, () => enter({ stars })),
        )}
      </fieldset>
      ${textEntry(form, text)} ${sendButton(form, { form: 'rating', label: say.rating.send, requests })}
    </section>
  `
}
