import { html, nothing } from 'lit/html.js'
import { dateAndTime, longDate } from '../element/dates.ts'
import { type CaseForm, mayDo } from './case-form.ts'
import { confirmedButton, olderButton, sendButton, textEntry, textOf } from './form-parts.ts'

/** Messages both ways, and one more. While the office waits for completion, the completion form is the way to write. */
export function messagesSection(form: CaseForm) {
  const { view, say, unit } = form
  const text = { name: 'message', label: say.messages.text, limit: unit.form.limits.message, required: true } as const
  const requests = () => {
    const written = textOf(form, text)
    if (typeof written === 'string') return written
    return [{ act: 'messages', body: { ...written, completes: false } } as const]
  }
  return html`
    <section aria-labelledby="messages-title">
      <h3 id="messages-title">${say.messages.title}</h3>
      ${view.messages.length === 0 ? html`<p class="hint">${say.messages.none}</p>` : nothing}
      ${olderButton(form, 'messages')}
      <ol class="talk">
        ${view.messages.map(
          ({ from, by, at, text }) => html`
            <li class=${from}>
              <p class="hint"><strong>${from === 'reporter' ? say.messages.you : by}</strong>, ${dateAndTime(at, unit)}</p>
              <p class="written">${text}</p>
            </li>
          `,
        )}
      </ol>
      ${
        mayDo(form, 'message') && !view.completion
          ? html`${textEntry(form, text)} ${sendButton(form, { form: 'message', label: say.messages.send, requests })}`
          : nothing
      }
    </section>
  `
}

/** Taking the complaint back, asked twice. */
export function withdrawalSection(form: CaseForm) {
  const { say, unit } = form
  if (!mayDo(form, 'withdrawal')) return nothing
  const text = {
    name: 'withdrawal',
    label: say.withdrawal.text,
    limit: unit.form.limits.reason,
    required: false,
  } as const
  const requests = () => {
    const written = textOf(form, text)
    if (typeof written === 'string') return written
    return [{ act: 'withdrawal', body: written.text ? { reason: written.text } : {} } as const]
  }
  return html`
    <details>
      <summary>${say.withdrawal.title}</summary>
      <p class="lead">${say.withdrawal.hint}</p>
      ${textEntry(form, text)}
      ${confirmedButton(form, {
        form: 'withdrawal',
        ask: say.withdrawal.ask,
        label: say.withdrawal.sure,
        isDanger: true,
        requests,
      })}
    </details>
  `
}

/** What did not come in time can still come: the complaint is taken up again. */
export function reopeningSection(form: CaseForm) {
  const { view, say, unit } = form
  const { lapsed } = view
  if (!lapsed || !mayDo(form, 'reopening')) return nothing
  const text = {
    name: 'reopening',
    label: say.reopening.text,
    limit: unit.form.limits.message,
    required: true,
  } as const
  const requests = () => {
    const written = textOf(form, text)
    return typeof written === 'string' ? written : [{ act: 'reopening', body: { text: written.text } } as const]
  }
  return html`
    <section class="asked" aria-labelledby="reopening-title">
      <h3 id="reopening-title">${say.reopening.title}</h3>
      <p>${say.reopening.until(longDate(lapsed.until, unit))}</p>
      <p class="written quote">${lapsed.text}</p>
      ${textEntry(form, { ...text, rows: 6 })} ${sendButton(form, { form: 'reopening', label: say.reopening.send, requests })}
    </section>
  `
}
