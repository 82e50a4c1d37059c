import { html, nothing } from 'lit'
import type { InboundView } from '../../../service/contract/messages.ts'
import inboundWording from '../../texts/inbound.json'
import type { Wording } from '../../wording/wording.ts'

export const quotedText = (wording: Wording, quoted: string) =>
  quoted === ''
    ? nothing
    : html`<details>
        <summary class="small">${inboundWording(wording).showQuoted}</summary>
        <p class="prose soft small">${quoted}</p>
      </details>`

export const refusedFiles = (wording: Wording, refused: InboundView['refused']) =>
  refused.length === 0
    ? nothing
    : html`<div class="small">
        <p>${inboundWording(wording).refused}:</p>
        <ul>${refused.map(({ name, why }) => html`<li>${name || inboundWording(wording).nameless}: ${inboundWording(wording).refusedFor[why]}</li>`)}</ul>
      </div>`
