import { html, nothing } from 'lit/html.js'
import { formatDate } from '../element/dates.ts'
import { type CaseForm, mayDo, type Request } from './case-form.ts'
import { renderEvidencePicker } from './evidence-section.ts'
import { readText, renderSendButton, renderTextEntry } from './form-parts.ts'
import { renderIdentityFields, requestIdentity } from './identity-section.ts'

/** Lists what the office misses, with the form that completes it. It comes first, because a clock is running. */
export function renderCompletion(form: CaseForm) {
  const { view, wording, unit, formWording } = form
  const { completion } = view
  if (!completion) return nothing
  const text = {
    name: 'completion',
    label: wording.completion.text,
    limit: unit.form.limits.message,
    required: true,
  } as const
  const asksIdentity =
    mayDo(form, 'identity') && completion.items.some((item) => item === 'identity' || item === 'contact')

  const missing = completion.items.filter((item) => !completion.brought.includes(item))
  const hasFiles = form.entries.evidence.length > 0
  const brings = missing.filter((item) => form.entries.brings.includes(item) || (item === 'evidence' && hasFiles))

  const requests = (): readonly Request[] | string => {
    const written = readText(form, text)
    if (typeof written === 'string') return written
    if (form.entries.pendingUploads > 0) return wording.evidence.pending
    const identity = asksIdentity ? requestIdentity(form) : []
    if (typeof identity === 'string') return identity
    const ids = form.entries.evidence.map(({ id }) => id)
    if (missing.length > 0 && brings.length === 0) return wording.completion.pick
    if (brings.includes('evidence') && ids.length === 0) return wording.evidence.nothing
    return [
      ...(ids.length > 0 ? [{ act: 'evidence', body: { evidence: ids } } as const] : []),
      ...identity,
      { act: 'messages', body: { text: written.text, completes: true, brings } },
    ]
  }

  const toggle = (item: (typeof missing)[number]) =>
    form.enter({ brings: brings.includes(item) ? brings.filter((one) => one !== item) : [...brings, item] })

  return html`
    <section class="asked" part="completion" aria-labelledby="completion-title">
      <h3 id="completion-title">${wording.completion.title}</h3>
      <p class="written quote">${completion.text}</p>
      <fieldset>
        <legend>${wording.completion.brings}</legend>
        ${missing.map(
          (item) => html`<label class="check">
            <input type="checkbox" .checked=${brings.includes(item)} @change=${() => toggle(item)} />
            <span>${wording.completion.asked[item]}</span>
          </label>`,
        )}
      </fieldset>
      ${
        completion.brought.length > 0
          ? html`<p class="hint">${wording.completion.brought}: ${completion.brought.map((item) => wording.completion.asked[item]).join(', ')}</p>`
          : nothing
      }
      <p>
        <strong>${wording.completion.until(formatDate(completion.until, unit))}</strong> ${wording.completion.paused}
      </p>
      ${renderTextEntry(form, { ...text, rows: 6 })}
      ${
        mayDo(form, 'evidence')
          ? html`<details ?open=${completion.items.includes('evidence')}>
              <summary>${wording.evidence.add} <span class="optional">(${formWording.optional})</span></summary>
              ${renderEvidencePicker(form)}
            </details>`
          : nothing
      }
      ${asksIdentity ? renderIdentityFields(form) : nothing}
      ${renderSendButton(form, { form: 'completion', label: wording.completion.send, requests })}
    </section>
  `
}
