import { html, nothing } from 'lit/html.js'
import type { ClockView } from '../../service/contract/complaint-view.ts'
import { formatDate, formatDateAndTime } from '../element/dates.ts'
import {
  type CaseForm,
  mayDo,
  readText,
  renderConfirmedButton,
  renderFold,
  renderOlderButton,
  renderSendButton,
  renderTextEntry,
} from './case-forms.ts'

/** Shows what is late, the new date and the reason, or that nobody has given a reason yet. */
export function renderDelay({ view: { delay }, wording, unit }: CaseForm) {
  if (!delay) return nothing
  return html`
    <section class="asked">
      <h3>${wording.delay.title}</h3>
      <ul class="line">
        ${delay.clocks.map(
          ({ label, dueAt, newDate }) => html`<li class="late">
            <strong>${label}: ${wording.delay.was({ date: formatDate(dueAt, unit) })}</strong>
            ${newDate ? html`<span>${wording.delay.now({ date: formatDate(newDate, unit) })}</span>` : nothing}
          </li>`,
        )}
      </ul>
      ${delay.explanations.length === 0 ? html`<p>${wording.delay.unexplained}</p>` : nothing}
      ${delay.explanations.map(
        ({ at, by, reason }) => html`<p class="written quote">${reason}</p>
          <p class="hint">${by}, ${formatDateAndTime(at, unit)}</p>`,
      )}
    </section>
  `
}

export function renderClocks(form: CaseForm) {
  const { view, wording, unit } = form
  if (view.clocks.length === 0) return nothing
  const state = ({ stoppedAt, pausedAt, dueAt }: ClockView) => {
    if (stoppedAt) return wording.clocks.done({ date: formatDate(stoppedAt, unit) })
    return pausedAt
      ? wording.clocks.paused({ date: formatDate(pausedAt, unit) })
      : wording.clocks.due({ date: formatDate(dueAt, unit) })
  }
  const next = view.clocks
    .filter(({ stoppedAt }) => !stoppedAt)
    .sort((one, two) => one.dueAt.localeCompare(two.dueAt))[0]
  return renderFold(
    { id: 'clocks', title: wording.clocks.title, brief: next ? `${next.label} ${state(next)}` : '' },
    html`
      <ul class="line">
        ${view.clocks.map(
          (clock, at) => html`
            <li class=${clock.overdue ? 'late' : ''}>
              <strong>${clock.label}: ${state(clock)}</strong>
              ${clock.overdue ? html`<span class="problem">${wording.clocks.overdue}</span>` : nothing}
              <span class="hint">${clock.explanation} ${clock.basis}.</span>
              ${renderDays(form, at)}
            </li>
          `,
        )}
      </ul>
    `,
  )
}

/** Shows day by day how a date was counted. It is fetched when it is opened. */
function renderDays({ days, askForDays, wording }: CaseForm, at: number) {
  const counted = days?.clocks[at]
  if (counted?.groups.length === 0) return nothing
  return html`<details @toggle=${askForDays}>
    <summary>${wording.clocks.dayByDay}</summary>
    ${days === null ? html`<p class="problem">${wording.clocks.daysFailed}</p>` : nothing}
    ${counted ? html`<dl class="days">${counted.groups.map(({ when, what, kind }) => html`<div class=${kind}><dt>${when}</dt><dd>${what}</dd></div>`)}</dl>` : nothing}
  </details>`
}

export const renderPapers = ({ view, wording, formWording, download }: CaseForm, copy: () => unknown) => html`
  <div class="actions">
    <button type="button" @click=${copy}>${formWording.receipt.copy}</button>
    ${
      view.codeWaits
        ? nothing
        : html`<button type="button" @click=${() => download('receipt.pdf?code=shown', `${view.number}-kode.pdf`)}>
              ${formWording.receipt.pdfWithCode}
            </button>
            <button type="button" @click=${() => download('receipt.pdf', `${view.number}.pdf`)}>
              ${formWording.receipt.pdf}
            </button>`
    }
    ${
      view.record
        ? html`<button type="button" @click=${() => download('record.pdf', `${view.number}-berkas.pdf`)}>
            ${wording.papers.record}
          </button>`
        : nothing
    }
    <a class="button" href=${view.verifyUrl} target="_blank" rel="noopener">
      ${wording.papers.verify}<span class="unseen">(${formWording.receipt.newTab})</span>
    </a>
  </div>
`

/** A spoken statement: the recording, what staff wrote down of it, and the reporter's word on that. */
export function renderSpoken(form: CaseForm) {
  const { view, unit } = form
  const { spoken } = view
  if (!spoken) return nothing
  const wording = form.wording.spoken
  const { transcript, file } = spoken
  const reply = transcript?.reply
  const at = (moment: string) => formatDateAndTime(moment, unit)
  return html`
    <section aria-labelledby="spoken-title" class=${mayDo(form, 'transcript') ? 'asked note' : ''}>
      <h3 id="spoken-title">${wording.title}</h3>
      <aduan-listen .form=${form} .path=${`evidence/${file}`}></aduan-listen>
      ${
        transcript
          ? html`
              <p ?hidden=${!mayDo(form, 'transcript')}>${wording.check}</p>
              <p class="written">${transcript.text}</p>
              <p class="hint">${wording.by({ who: transcript.by, at: at(transcript.at) })}</p>
            `
          : html`<p class="hint">${wording.waits}</p>`
      }
      ${reply ? html`<p class="hint">${reply.text === null ? wording.confirmed({ at: at(reply.at) }) : wording.corrected({ at: at(reply.at) })}</p>` : nothing}
      ${reply?.text ? html`<p class="written">${reply.text}</p>` : nothing}
      ${transcript && mayDo(form, 'transcript') ? renderReply(form, transcript.at) : nothing}
    </section>
  `
}

function renderReply(form: CaseForm, transcript: string) {
  const wording = form.wording.spoken
  const text = {
    name: 'transcript',
    label: wording.label,
    limit: form.unit.form.limits.chronology,
    required: true,
  } as const
  const corrected = () => {
    const written = readText(form, text)
    return typeof written === 'string' ? written : [{ act: 'transcript', body: { transcript, ...written } } as const]
  }
  const begin = () => {
    const { entries, enter, view } = form
    // It begins with what stands there, so that only what is wrong has to be written.
    enter({
      texts: { ...entries.texts, transcript: entries.texts.transcript || (view.spoken?.transcript?.text ?? '') },
    })
  }
  return html`
    ${renderSendButton(form, { form: 'confirmation', label: wording.right, requests: () => [{ act: 'transcript', body: { transcript } }] })}
    <details @toggle=${begin}>
      <summary>${wording.wrong}</summary>
      ${renderTextEntry(form, { ...text, rows: 6 })} ${renderSendButton(form, { form: 'transcript', label: wording.send, requests: corrected })}
    </details>
  `
}

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
    <p>${wording.messages.fresh({ date: formatDate(last.at, unit) })}</p>
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
      <p>${wording.reopening.until({ date: formatDate(lapsed.until, unit) })}</p>
      <p class="written quote">${lapsed.text}</p>
      ${renderTextEntry(form, { ...text, rows: 6 })} ${renderSendButton(form, { form: 'reopening', label: wording.reopening.send, requests })}
    </section>
  `
}
