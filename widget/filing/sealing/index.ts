import { html, nothing } from 'lit/html.js'
import { caseContext } from '../../../service/sealing/envelope.ts'
import { register } from '../../element/register.ts'
import { partMessages } from '../../wording/languages.ts'
import { toggled } from '../draft/draft.ts'
import type { Form } from '../form/form.ts'
import { AduanSeal } from './aduan-seal.ts'
import { canSeal } from './judge-key.ts'
import { sealFiling, sealRequest } from './seal-request.ts'

export { caseContext, sealFiling, sealRequest }

register('aduan-seal', AduanSeal)

const openable = ['whatsapp', 'sms', 'email'] as const

/** That the identity is sealed, and which contact the reporter leaves open: said where it is typed. */
export function sealingPart({ unit, draft, change }: Form) {
  const say = partMessages(unit.language).sealing
  const hasIdentity = draft.privacy !== 'anonymous'
  if (hasIdentity && !canSeal()) return html`<aduan-seal .unit=${unit}></aduan-seal>`
  const offered = openable.filter((channel) => unit.form.channels.includes(channel))
  return html`
    ${hasIdentity ? html`<aduan-seal .unit=${unit}></aduan-seal>` : nothing}
    ${
      offered.length === 0
        ? nothing
        : html`<fieldset aria-describedby="channels-hint">
            <legend>${say.reach}</legend>
            <p class="hint" id="channels-hint">${say.reachHint} ${unit.form.channelNews}</p>
            ${offered.map(
              (channel, at) => html`
                <label class="check">
                  <input
                    type="checkbox"
                    id=${at === 0 ? 'reporter-channels' : `channel-${channel}`}
                    .checked=${draft.channels.includes(channel)}
                    @change=${() => change({ ...draft, channels: toggled(draft.channels, channel) })}
                  />
                  <span>${say.open[channel]}</span>
                </label>
              `,
            )}
          </fieldset>`
    }
  `
}
