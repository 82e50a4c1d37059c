import { html, nothing } from 'lit/html.js'
import type { CaseForm } from './case-form.ts'

/** Offers the receipt with and without the code, the record, and a copy of number and code. */
export const renderPapers = ({ view, wording, formWording, download }: CaseForm, copy: () => unknown) => html`
  <div class="actions">
    <button type="button" @click=${copy}>${formWording.receipt.copy}</button>
    <button type="button" @click=${() => download('receipt.pdf?code=shown', `${view.number}-kode.pdf`)}>
      ${formWording.receipt.pdfWithCode}
    </button>
    <button type="button" @click=${() => download('receipt.pdf', `${view.number}.pdf`)}>
      ${formWording.receipt.pdf}
    </button>
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
