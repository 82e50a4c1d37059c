import { html, nothing } from 'lit/html.js'
import { caseContext } from '../../../service/sealing/envelope.ts'
import { register } from '../../element/register.ts'
import { readPartWording } from '../../texts/languages.ts'
import { toggle } from '../draft/draft.ts'
import type { Form } from '../form/form.ts'
import { AduanSeal } from './aduan-seal.ts'
import { canSeal, sealFiling, sealRequest } from './sealing.ts'

export { caseContext, sealFiling, sealRequest }

register('aduan-seal', AduanSeal)

const openable = ['whatsapp', 'sms', 'email'] as const

/** Says that the identity is sealed, and asks which contact the reporter leaves open. */
export function renderSeal({ unit, draft, change }: Form) {
  const wording = readPartWording(unit.language).sealing
  const hasIdentity = draft.privacy !== 'anonymous'
  if (hasIdentity && !canSeal()) return html`<aduan-seal .unit=${unit}></aduan-seal>`
  const offered = openable.filter((channel) => unit.form.channels.includes(channel))
  return html`
    ${hasIdentity ? html`<aduan-seal .unit=${unit}></aduan-seal>` : nothing}
    ${
      offered.length === 0
        ? nothing
        : html`<fieldset aria-describedby="channels-hint">
            <legend>${wording.reach}</legend>
            <p class="hint" id="channels-hint">${wording.reachHint} ${unit.form.channelNews}</p>
            ${offered.map(
              (channel, at) => html`
                <label class="check">
                  <input
                    type="checkbox"
                    id=${at === 0 ? 'reporter-channels' : `channel-${channel}`}
                    .checked=${draft.channels.includes(channel)}
                    @change=${() => change({ ...draft, channels: toggle(draft.channels, channel) })}
                  />
                  <span>${wording.open[channel]}</span>
                </label>
              `,
            )}
          </fieldset>`
    }
  `
}
