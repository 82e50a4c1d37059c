import { html, nothing } from 'lit'
import type { InboundView } from '../../../service/contract/inbound.ts'
import type { Wording } from '../../wording/wording.ts'

/** Shows the quoted part of a message, folded away. */
export const quotedText = ({ inbound }: Wording, quoted: string) =>
  quoted === ''
    ? nothing
    : html`<details>
        <summary class="small">${inbound.showQuoted}</summary>
        <p class="prose soft small">${quoted}</p>
      </details>`

/** Lists the attachments that were not taken, each with its reason. */
export const refusedFiles = ({ inbound }: Wording, refused: InboundView['refused']) =>
  refused.length === 0
    ? nothing
    : html`<div class="small">
        <p>${inbound.refused}:</p>
        <ul>${refused.map(({ name, why }) => html`<li>${name || inbound.nameless}: ${inbound.refusedFor[why]}</li>`)}</ul>
      </div>`
