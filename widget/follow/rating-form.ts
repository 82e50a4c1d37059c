import { html, nothing } from 'lit/html.js'
import { type CaseForm, mayDo, type Request } from './case-form.ts'
import { readText, renderSendButton, renderTextEntry } from './form-parts.ts'

/** Asks how the reporter rates the handling, once that is possible. A given rating stays on the page. */
export function renderRating(form: CaseForm) {
  const { view, wording, unit, entries, enter } = form
  if (view.rating) {
    return html`<p class="note">${wording.rating.given(view.rating.stars)}</p>
      ${view.unsatisfied ? html`<p class="note asked" role="status">${view.unsatisfied.text}</p>` : nothing}`
  }
  if (!mayDo(form, 'rating')) return nothing
  const text = { name: 'rating', label: wording.rating.text, limit: unit.form.limits.reason, required: false } as const

  const requests = (): readonly Request[] | string => {
    const written = readText(form, text)
    if (typeof written === 'string') return written
    const { stars, solved } = entries
    if (stars === 0 || solved === undefined) return wording.rating.pick
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
      <h3 id="rating-title">${wording.rating.title}</h3>
      <fieldset>
        <legend>${wording.rating.solved}</legend>
        ${choice('solved', wording.rating.yes, entries.solved === true, () => enter({ solved: true }))}
        ${choice('solved', wording.rating.no, entries.solved === false, () => enter({ solved: false }))}
      </fieldset>
      <fieldset>
        <legend>${wording.rating.stars}</legend>
        ${[1, 2, 3, 4, 5].map((stars) =>
          choice('stars', wording.rating.star(stars), entries.stars === stars, () => enter({ stars })),
        )}
      </fieldset>
      ${renderTextEntry(form, text)} ${renderSendButton(form, { form: 'rating', label: wording.rating.send, requests })}
    </section>
  `
}
