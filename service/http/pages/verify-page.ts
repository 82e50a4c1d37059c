import { html } from 'hono/html'
import type { Language } from '../../complaints/vocabulary.ts'
import { sayDay, sayMoment } from '../../shared/time-in-words.ts'
import { type Page, type PageAssets, pageLayout } from './page.ts'
import { wordingFor } from './wording/page-wording.ts'

export interface VerifyView {
  readonly language: Language
  readonly assets: PageAssets
  readonly receiptId: string
  /** `null`: no receipt has this id. */
  readonly receipt: {
    readonly office: string
    readonly parent: string
    readonly number: string
    readonly receivedAt: string
    readonly timeZone: string
    /** Of the receipt's signature, as printed on it. */
    readonly fingerprint: string | null
    /** Set once the case behind it is past its time. */
    readonly destroyed: { readonly at: string; readonly record: string } | null
  } | null
}

/** `/verify/{receiptId}`: says whether a receipt is genuine, to whoever scans it. Never shows what it is about. */
export function verifyPage({ language, assets, receiptId, receipt }: VerifyView): Page {
  const words = wordingFor(language).verify
  const fact = (label: string, value: string) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`
  const verdict = receipt
    ? html`<div class="verdict genuine" role="status"><h1>${words.genuine}</h1><p>${words.genuineText}</p></div>
<dl class="facts card">
${fact(words.office, receipt.parent ? `${receipt.office}, ${receipt.parent}` : receipt.office)}
${fact(words.number, maskedNumber(receipt.number))}
${fact(words.receivedAt, sayMoment(receipt.receivedAt, receipt.timeZone, language))}
${receipt.fingerprint ? html`<div><dt>${words.fingerprint}</dt><dd><code>${receipt.fingerprint}</code></dd></div>` : ''}
</dl>
${receipt.destroyed ? html`<p>${words.destroyed(sayDay(receipt.destroyed.at, receipt.timeZone, language), receipt.destroyed.record)}</p>` : ''}`
    : html`<div class="verdict unknown" role="status"><h1>${words.unknown}</h1><p>${words.unknownText}</p></div>`

  return pageLayout(
    { language, assets, title: words.title, path: `/verify/${encodeURIComponent(receiptId)}` },
    html`<div class="narrow"><p class="eyebrow">${words.title}</p>
${verdict}
<p class="quiet">${words.note}</p></div>`,
  )
}

/** `BO-2026-•••123`: enough to compare with the paper, too little to look a complaint up. */
export const maskedNumber = (number: string): string =>
  number.replace(/\d+$/, (digits) => digits.slice(-3).padStart(digits.length, '•'))
