import { html, nothing } from 'lit/html.js'
import { formatDateAndTime } from '../element/dates.ts'
import { type CaseForm, mayDo } from './case-form.ts'
import { readText, renderSendButton, renderTextEntry } from './form-parts.ts'

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
              <p class="hint">${wording.by(transcript.by, at(transcript.at))}</p>
            `
          : html`<p class="hint">${wording.waits}</p>`
      }
      ${reply ? html`<p class="hint">${reply.text === null ? wording.confirmed(at(reply.at)) : wording.corrected(at(reply.at))}</p>` : nothing}
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
