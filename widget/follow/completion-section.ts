import { html, nothing } from 'lit/html.js'
import { longDate } from '../element/dates.ts'
import { type CaseForm, mayDo, type Request } from './case-form.ts'
import { evidencePicker } from './evidence-section.ts'
import { sendButton, textEntry, textOf } from './form-parts.ts'
import { identityFields, identityRequest } from './identity-section.ts'

/** What the office misses, named piece by piece, and the form that completes it. First on the page: a clock runs. */
export function completionSection(form: CaseForm) {
  const { view, say, unit, messages } = form
  const { completion } = view
  if (!completion) return nothing
  const text = {
    name: 'completion',
    label: say.completion.text,
    limit: unit.form.limits.message,
    required: true,
  } as const
  const asksIdentity =
    mayDo(form, 'identity') && completion.items.some((item) => item === 'identity' || item === 'contact')

  const { later } = form.entries
  const missing = completion.items.filter((item) => !completion.brought.includes(item))
  const brings = missing.filter((item) => !later.includes(item))

  const requests = (): readonly Request[] | string => {
    const written = textOf(form, text)
    if (typeof written === 'string') return written
    if (form.entries.pendingUploads > 0) return say.evidence.pending
    const identity = asksIdentity ? identityRequest(form) : []
    if (typeof identity === 'string') return identity
    const ids = form.entries.evidence.map(({ id }) => id)
    return [
      ...(ids.length > 0 ? [{ act: 'evidence', body: { evidence: ids } } as const] : []),
      ...identity,
      { act: 'messages', body: { text: written.text, completes: true, brings } },
    ]
  }

  const toggle = (item: (typeof missing)[number]) =>
    form.enter({ later: later.includes(item) ? later.filter((one) => one !== item) : [...later, item] })

  return html`
    <section class="asked" part="completion" aria-labelledby="completion-title">
      <h3 id="completion-title">${say.completion.title}</h3>
      <p class="written quote">${completion.text}</p>
      <fieldset>
        <legend>${say.completion.brings}</legend>
        ${missing.map(
          (item) => html`<label class="check">
            <input type="checkbox" .checked=${!later.includes(item)} @change=${() => toggle(item)} />
            <span>${say.completion.asked[item]}</span>
          </label>`,
        )}
      </fieldset>
      ${
        completion.brought.length > 0
          ? html`<p class="hint">${say.completion.brought}: ${completion.brought.map((item) => say.completion.asked[item]).join(', ')}</p>`
          : nothing
      }
      <p>
        <strong>${say.completion.until(longDate(completion.until, unit))}</strong> ${say.completion.paused}
      </p>
      ${textEntry(form, { ...text, rows: 6 })}
      ${
        mayDo(form, 'evidence')
          ? html`<details ?open=${completion.items.includes('evidence')}>
              <summary>${say.evidence.add} <span class="optional">(${messages.optional})</span></summary>
              ${evidencePicker(form)}
            </details>`
          : nothing
      }
      ${asksIdentity ? identityFields(form) : nothing}
      ${sendButton(form, { form: 'completion', label: say.completion.send, requests })}
    </section>
  `
}
