import { html, nothing } from 'lit'
import type { CaseView, OlderCaseView } from '../../service/contract/case-view.ts'
import type { Wording } from '../wording/wording.ts'

export type OlderList = 'messages' | 'notes' | 'history' | 'notices'

export class OlderWanted extends CustomEvent<OlderList> {
  constructor(list: OlderList) {
    super('older-wanted', { detail: list, bubbles: true, composed: true })
  }
}

export const withOlderPage = (shown: CaseView, page: OlderCaseView): CaseView => ({
  ...shown,
  older: page.older,
  messages: [...page.messages, ...shown.messages],
  notes: [...page.notes, ...shown.notes],
  history: [...page.history, ...shown.history],
  notices: [...page.notices, ...shown.notices],
  identity: { ...shown.identity, openings: [...page.openings, ...shown.identity.openings] },
})

/** The button by which a list shows more, on paper a sentence in its place; nothing where all is shown. @param older names the page before */
export const olderButton = (wording: Wording, list: OlderList, older: string | null) =>
  older === null
    ? nothing
    : html`<p class="screen-only">
        <button
          type="button"
          class="quiet"
          @click=${({ currentTarget }: Event) => currentTarget?.dispatchEvent(new OlderWanted(list))}
        >${wording.casePage.older[list]}</button>
      </p>
      ${olderOnPaper(wording, older)}`

export const olderOnPaper = (wording: Wording, older: string | null) =>
  older === null ? nothing : html`<p class="print-only">${wording.casePage.olderNotPrinted}</p>`

declare global {
  interface HTMLElementEventMap {
    'older-wanted': OlderWanted
  }
}
