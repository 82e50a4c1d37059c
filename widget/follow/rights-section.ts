import { html, nothing } from 'lit/html.js'
import type { ComplaintView } from '../../service/contract/complaint-view.ts'
import type { ContactView } from '../../service/contract/identity.ts'
import type { DataRequestKind } from '../../service/offices/vocabulary.ts'
import { formatDateAndTime } from '../element/dates.ts'
import type { FieldEvent } from '../element/events.ts'
import { toggle } from '../filing/draft/draft.ts'
import readersWording from '../texts/readers.json'
import {
  type CaseForm,
  type CorrectedField,
  type Request,
  readText,
  renderConfirmedButton,
  renderFold,
  renderSendButton,
  renderTextEntry,
} from './case-forms.ts'

const correctable: readonly CorrectedField[] = ['name', 'address', 'phone', 'email']
const kinds: readonly DataRequestKind[] = ['access', 'correction', 'erasure', 'objection', 'other']

export function renderRights(form: CaseForm) {
  const { view, wording } = form
  const { requests } = view.rights
  return renderFold(
    { id: 'rights', title: wording.rights.title },
    html`
      <p class="hint">${wording.rights.lead}</p>
      ${
        view.privacy !== 'anonymous' && view.identityAccess.length === 0 && !view.older
          ? html`<p>${wording.access.none}</p>`
          : nothing
      }
      ${requests.length > 0 ? html`<ul class="line">${requests.map((request) => renderRequest(form, request))}</ul>` : nothing}
      ${view.rights.contacts.map((contact) => renderContact(form, contact))}
      ${view.codeWaits ? nothing : renderOwnActs(form)}
    `,
  )
}

/** With a code that an officer gave out these wait until it came back. */
function renderOwnActs(form: CaseForm) {
  const { view, wording } = form
  return html`
      <details>
        <summary>${readersWording(form.unit).question}</summary>
        <aduan-choice .form=${form}></aduan-choice>
        ${form.problem?.form === 'readers' ? html`<p class="problem" id="readers-problem" tabindex="-1">${form.problem.sentence}</p>` : nothing}
      </details>
      <details>
        <summary>${wording.rights.copy.title}</summary>
        <p class="lead">${wording.rights.copy.hint}</p>
        <button type="button" @click=${() => form.download('own-data.html', `${view.number}.html`)}>
          ${wording.rights.copy.send}
        </button>
      </details>
      ${view.rights.identityGiven ? html`${renderCorrection(form)} ${renderWithdrawal(form)}` : nothing} ${renderNewRequest(form)}
    `
}

function renderRequest({ wording, unit }: CaseForm, request: ComplaintView['rights']['requests'][number]) {
  const { at, kindLabel, text, dueAt, overdue, answer } = request
  return html`
    <li class=${overdue ? 'late' : ''}>
      <strong>${kindLabel}</strong>
      <span class="hint">${formatDateAndTime(at, unit)}</span>
      <p class="written">${text}</p>
      ${
        answer
          ? html`<p class="hint">
                ${answer.granted ? wording.rights.granted : wording.rights.refused}: ${answer.by}, ${formatDateAndTime(answer.at, unit)}
              </p>
              <p class="written quote">${answer.text}</p>`
          : html`<p class="hint">${wording.rights.due({ date: formatDateAndTime(dueAt, unit) })}</p>
              ${overdue ? html`<p class="problem">${wording.clocks.overdue}</p>` : nothing}`
      }
    </li>
  `
}

/** Offers to confirm a contact. It is open while a code is awaited. */
function renderContact(form: CaseForm, { channel, label, state, until }: ContactView) {
  const { wording, entries, enter, unit } = form
  const { title, hint, sent, digits, missing, confirm, send, again, confirmed } = wording.rights.contact
  if (state === 'confirmed') return html`<p class="hint">✓ ${confirmed({ channel: label })}</p>`
  const isAwaited = state === 'awaited' && until !== null
  const requests = (): readonly Request[] | string => {
    const code = entries.digits.replace(/\D/g, '')
    return code.length === 6 ? [{ act: 'contact-confirmations', body: { channel, code } }] : missing
  }
  const sending = [{ act: 'contact-codes', body: { channel } }] as const
  return html`
    <details ?open=${isAwaited}>
      <summary>${title({ channel: label })}</summary>
      <p class="lead">${isAwaited ? sent({ until: formatDateAndTime(until, unit) }) : hint}</p>
      ${
        isAwaited
          ? html`<div class="field">
                <label for="digits-${channel}">${digits}</label>
                <input
                  id="digits-${channel}"
                  inputmode="numeric"
                  maxlength="9"
                  autocomplete="one-time-code"
                  aria-describedby="code-${channel}-problem"
                  .value=${entries.digits}
                  @input=${({ target }: FieldEvent) => enter({ digits: target.value })}
                />
              </div>
              ${renderSendButton(form, { form: `code-${channel}`, label: confirm, requests })}`
          : nothing
      }
      ${renderSendButton(form, { form: `contact-${channel}`, label: isAwaited ? again : send, isQuiet: isAwaited, requests: () => sending })}
    </details>
  `
}

function renderCorrection(form: CaseForm) {
  const { wording, entries, enter, unit } = form
  const { title, hint, fields, remove, send, sealed, nothing: none } = wording.rights.correction
  const requests = (): readonly Request[] | string => {
    const written = correctable.flatMap((field) => {
      const text = entries.corrected[field]?.trim()
      return text ? [[field, text] as const] : []
    })
    // Part of an envelope cannot be changed, and what belongs inside is never sent readable.
    if (unit.sealing && written.some(([field]) => field === 'name' || field === 'address')) return sealed
    const body = Object.fromEntries([...written, ...entries.removed.map((field) => [field, null] as const)])
    return Object.keys(body).length > 0 ? [{ act: 'identity/correction', body }] : none
  }
  return html`
    <details>
      <summary>${title}</summary>
      <p class="lead">${hint}</p>
      ${correctable.map(
        (field) => html`
          <div class="field">
            <label for="correct-${field}">${fields[field]}</label>
            <input
              id="correct-${field}"
              type=${field === 'email' ? 'email' : field === 'phone' ? 'tel' : 'text'}
              maxlength=${unit.form.limits[field] ?? nothing}
              autocomplete="off"
              .value=${entries.corrected[field] ?? ''}
              @input=${({ target }: FieldEvent) => enter({ corrected: { ...entries.corrected, [field]: target.value } })}
            />
          </div>
        `,
      )}
      <fieldset>
        <legend>${remove}</legend>
        ${correctable.slice(1).map(
          (field) => html`
            <label class="check">
              <input
                type="checkbox"
                .checked=${entries.removed.includes(field)}
                @change=${() => enter({ removed: toggle(entries.removed, field) })}
              />
              <span>${fields[field]}</span>
            </label>
          `,
        )}
      </fieldset>
      ${renderSendButton(form, { form: 'correction', label: send, requests })}
    </details>
  `
}

function renderWithdrawal(form: CaseForm) {
  const { title, kept, ask, sure } = form.wording.rights.withdrawal
  const act = { act: 'identity/withdrawal', body: { understood: true } } as const
  return html`
    <details>
      <summary>${title}</summary>
      <p class="lead">${form.view.rights.withdrawalMeaning}</p>
      <p class="lead">${kept}</p>
      ${renderConfirmedButton(form, { form: 'identityWithdrawal', ask, label: sure, isDanger: true, requests: () => [act] })}
    </details>
  `
}

function renderNewRequest(form: CaseForm) {
  const { wording, entries, enter, unit } = form
  const { title, hint, kind, kinds: names, text: label, send } = wording.rights.request
  const text = { name: 'dataRequest', label, limit: unit.form.limits.message, required: true } as const
  const requests = (): readonly Request[] | string => {
    const written = readText(form, text)
    if (typeof written === 'string') return written
    return [{ act: 'data-requests', body: { kind: entries.requestKind, text: written.text } }]
  }
  return html`
    <details>
      <summary>${title}</summary>
      <p class="lead">${hint}</p>
      <fieldset>
        <legend>${kind}</legend>
        ${kinds.map(
          (each) => html`
            <label class="check">
              <input
                type="radio"
                name="request-kind"
                .checked=${entries.requestKind === each}
                @change=${() => enter({ requestKind: each })}
              />
              <span>${names[each]}</span>
            </label>
          `,
        )}
      </fieldset>
      ${renderTextEntry(form, text)} ${renderSendButton(form, { form: 'dataRequest', label: send, requests })}
    </details>
  `
}
