import { html } from 'lit/html.js'
import { askedFields } from '../draft/asked-fields.ts'
import { toggled } from '../draft/draft.ts'
import type { Form } from '../form/form.ts'
import { textField } from '../form/text-field.ts'

/** Who complains, as far as the unit and the privacy choice ask, and how they want to be told of news. */
export function identityStep(form: Form) {
  const { messages, draft, unit } = form
  const { identity } = messages
  const lead = { anonymous: identity.anonymous, confidential: identity.confidential, named: identity.hint, '': '' }
  return html`
    <p class="lead">${lead[draft.privacy]}</p>
    ${askedFields('identity', draft, unit).map((field) => textField(form, field))}
    ${unit.sealing ? form.sealing?.sealingPart(form) : channelOrder(form)}
  `
}

function channelOrder({ messages, draft, unit, change }: Form) {
  const offered = unit.form.channels.filter((channel) => draft.privacy !== 'anonymous' || channel !== 'letter')
  return html`
    <fieldset aria-describedby="channels-hint">
      <legend>${messages.identity.channels} <span class="optional">(${messages.optional})</span></legend>
      <p class="hint" id="channels-hint">${messages.identity.channelsHint} ${unit.form.channelNews}</p>
      ${offered.map((channel, at) => {
        const place = draft.channels.indexOf(channel) + 1
        return html`
          <label class="check">
            <input
              type="checkbox"
              id=${at === 0 ? 'reporter-channels' : `channel-${channel}`}
              .checked=${place > 0}
              @change=${() => change({ ...draft, channels: toggled(draft.channels, channel) })}
            />
            <span>${messages.channels[channel]}</span>
            <span class="place" ?hidden=${place === 0}>${messages.identity.place(place)}</span>
          </label>
        `
      })}
    </fieldset>
  `
}
