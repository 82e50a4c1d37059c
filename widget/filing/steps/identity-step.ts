import { html, nothing } from 'lit/html.js'
import { listFields } from '../draft/asked-fields.ts'
import { toggle } from '../draft/draft.ts'
import type { Form } from '../form/form.ts'
import { renderTextField } from '../form/text-field.ts'

/** Asks who complains, as far as unit and privacy choice require, and how the reporter wants to get notices. */
export function renderIdentityStep(form: Form) {
  const { wording, draft, unit } = form
  const { identity } = wording
  const lead = { anonymous: identity.anonymous, confidential: identity.confidential, named: identity.hint, '': '' }
  return html`
    <p class="lead">${lead[draft.privacy]}</p>
    ${listFields('identity', draft, unit).map((field) => renderTextField(form, field))}
    ${unit.sealing ? form.sealing?.renderSeal(form) : renderChannelOrder(form)}
  `
}

const contacts = ['reporter.phone', 'reporter.email', 'reporter.address'] as const

function renderChannelOrder({ wording, draft, unit, change }: Form) {
  // Without a contact there is nothing to choose.
  if (!contacts.some((name) => draft.texts[name]?.trim())) return nothing
  const offered = unit.form.channels.filter((channel) => draft.privacy !== 'anonymous' || channel !== 'letter')
  return html`
    <fieldset aria-describedby="channels-hint">
      <legend>${wording.identity.channels} <span class="optional">(${wording.optional})</span></legend>
      <p class="hint" id="channels-hint">${wording.identity.channelsHint} ${unit.form.channelNews}</p>
      ${offered.map((channel, at) => {
        const place = draft.channels.indexOf(channel) + 1
        return html`
          <label class="check">
            <input
              type="checkbox"
              id=${at === 0 ? 'reporter-channels' : `channel-${channel}`}
              .checked=${place > 0}
              @change=${() => change({ ...draft, channels: toggle(draft.channels, channel) })}
            />
            <span>${wording.channels[channel]}</span>
            <span class="place" ?hidden=${place === 0}>${wording.identity.place(place)}</span>
          </label>
        `
      })}
    </fieldset>
  `
}
