import { html, nothing } from 'lit/html.js'
import { formatDate, formatDateAndTime } from '../element/dates.ts'
import { type CaseForm, mayDo } from './case-form.ts'
import {
  readText,
  renderConfirmedButton,
  renderFold,
  renderOlderButton,
  renderSendButton,
  renderTextEntry,
} from './form-parts.ts'

/**
 * Shows the messages of both sides, and takes another one. While the office waits for completion, the completion form
 * does that.
 */
export function renderMessages(form: CaseForm) {
  const { view, wording, unit } = form
  const text = {
    name: 'message',
    label: wording.messages.text,
    limit: unit.form.limits.message,
    required: true,
  } as const
  const requests = () => {
    const written = readText(form, text)
    if (typeof written === 'string') return written
    return [{ act: 'messages', body: { ...written, completes: false } } as const]
  }
  const writing =
    mayDo(form, 'message') && !view.completion
      ? html`${renderTextEntry(form, { ...text, rows: 2 })} ${renderSendButton(form, { form: 'message', label: wording.messages.send, requests })}`
      : nothing
  // Where nobody wrote yet, writing is one of several things to do.
  if (view.messages.length === 0 && !view.older)
    return writing === nothing ? nothing : renderFold({ id: 'messages', title: wording.messages.title }, writing)
  return html`
    <section aria-labelledby="messages-title">
      <h3 id="messages-title" tabindex="-1">${wording.messages.title}</h3>
      ${renderOlderButton(form, 'messages')}
      <ol class="talk">
        ${view.messages.map(
          ({ from, by, at, text }) => html`
            <li class=${from}>
              <p class="hint"><strong>${from === 'reporter' ? wording.messages.you : by}</strong>, ${formatDateAndTime(at, unit)}</p>
              <p class="written">${text}</p>
            </li>
          `,
        )}
      </ol>
      ${writing}
    </section>
  `
}

/** Says at the top that the office wrote last, with the way there. */
export function renderNewMessage({ view, wording, unit, goTo }: CaseForm) {
  const last = view.messages.at(-1)
  if (last?.from !== 'office' || view.completion) return nothing
  return html`<div class="note asked">
    <p>${wording.messages.fresh(formatDate(last.at, unit))}</p>
    <button type="button" class="primary" @click=${() => goTo('#messages-title')}>${wording.messages.read}</button>
  </div>`
}

/** Lets the reporter withdraw the complaint, and asks twice. */
export function renderWithdrawal(form: CaseForm) {
  const { wording, unit } = form
  if (!mayDo(form, 'withdrawal')) return nothing
  const text = {
    name: 'withdrawal',
    label: wording.withdrawal.text,
    limit: unit.form.limits.reason,
    required: false,
  } as const
  const requests = () => {
    const written = readText(form, text)
    if (typeof written === 'string') return written
    return [{ act: 'withdrawal', body: written.text ? { reason: written.text } : {} } as const]
  }
  return renderFold(
    { id: 'withdraw', title: wording.withdrawal.title },
    html`
      <p class="lead">${wording.withdrawal.hint}</p>
      ${renderTextEntry(form, text)}
      ${renderConfirmedButton(form, {
        form: 'withdrawal',
        ask: wording.withdrawal.ask,
        label: wording.withdrawal.sure,
        isDanger: true,
        requests,
      })}
    `,
  )
}

/** Lets a reporter complete a lapsed complaint after all, which reopens it. */
export function renderReopening(form: CaseForm) {
  const { view, wording, unit } = form
  const { lapsed } = view
  if (!lapsed || !mayDo(form, 'reopening')) return nothing
  const text = {
    name: 'reopening',
    label: wording.reopening.text,
    limit: unit.form.limits.message,
    required: true,
  } as const
  const requests = () => {
    const written = readText(form, text)
    return typeof written === 'string' ? written : [{ act: 'reopening', body: { text: written.text } } as const]
  }
  return html`
    <section class="asked" aria-labelledby="reopening-title">
      <h3 id="reopening-title">${wording.reopening.title}</h3>
      <p>${wording.reopening.until(formatDate(lapsed.until, unit))}</p>
      <p class="written quote">${lapsed.text}</p>
      ${renderTextEntry(form, { ...text, rows: 6 })} ${renderSendButton(form, { form: 'reopening', label: wording.reopening.send, requests })}
    </section>
  `
}
