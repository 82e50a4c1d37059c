import { html } from 'hono/html'
import type { Language } from '../../offices/vocabulary.ts'
import { sayDay, sayMoment } from '../../shared/time-in-words.ts'
import { type Page, type PageAssets, pageLayout } from './page.ts'
import { type PageTexts, pageTexts } from './page-texts.ts'

export interface VerifyView {
  readonly language: Language
  readonly assets: PageAssets
  readonly receiptId: string
  /** It is `null` if no receipt has this id. */
  readonly receipt: {
    readonly office: string
    readonly parent: string
    readonly number: string
    readonly receivedAt: string
    readonly timeZone: string
    /** The fingerprint of the receipt's signature, as printed on it. */
    readonly fingerprint: string | null
    /** The fingerprint of the tenant's key: thirty digits. */
    readonly keyFingerprint: string
    /** SHA-256, in hex, of each PDF of this receipt that was given out. */
    readonly files: readonly string[]
    /** It is set once the case was destroyed after its retention. */
    readonly destroyed: { readonly at: string; readonly record: string } | null
    readonly isPractice: boolean
  } | null
  /** Whether the unknown receipt may be one whose case a restore could not bring back. */
  readonly mayBeLost?: boolean
}

/** `/verify/{receiptId}`: says whether a receipt is genuine. It never shows what the complaint is about. */
export function verifyPage({ language, assets, receiptId, receipt, mayBeLost = false }: VerifyView): Page {
  const words = pageTexts[language].verify
  const fact = (label: string, value: string) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`
  const verdict = receipt
    ? html`${receipt.isPractice ? sayVerdict('unknown', words.practice, words.practiceText) : sayVerdict('genuine', words.genuine, words.genuineText)}
<dl class="facts card">
${fact(words.office, receipt.parent ? `${receipt.office}, ${receipt.parent}` : receipt.office)}
${fact(words.number, maskedNumber(receipt.number))}
${fact(words.receivedAt, sayMoment(receipt.receivedAt, receipt.timeZone, language))}
${receipt.fingerprint ? html`<div><dt>${words.fingerprint}</dt><dd><code>${receipt.fingerprint}</code></dd></div>` : ''}
<div><dt>${words.keyFingerprint}</dt><dd><code>${receipt.keyFingerprint}</code></dd></div>
</dl>
${fileCheck(receiptId, receipt.files, words)}
${receipt.destroyed ? html`<p>${words.destroyed({ day: sayDay(receipt.destroyed.at, receipt.timeZone, language), record: receipt.destroyed.record })}</p>` : ''}`
    : html`${sayVerdict('unknown', words.unknown, words.unknownText)}
${mayBeLost ? lostCheck(receiptId, words) : ''}`

  return pageLayout(
    {
      language,
      assets,
      title: words.title,
      path: `/verify/${encodeURIComponent(receiptId)}`,
      script: receipt?.files.length || mayBeLost ? assets.checkReceiptJs : undefined,
    },
    html`<div class="narrow"><p class="eyebrow">${words.title}</p>
${verdict}
<p class="quiet">${words.note}</p></div>`,
  )
}

export const sayVerdict = (kind: 'genuine' | 'unknown', heading: string, text: string): Page =>
  html`<div class="verdict ${kind}" role="status"><h1>${heading}</h1><p>${text}</p></div>`

/** A receipt tells by its own signature what it is, even where its case is gone. */
function lostCheck(receiptId: string, { lost }: PageTexts['verify']): Page {
  return html`<form class="check card" method="post" action="/verify/${encodeURIComponent(receiptId)}" data-lost>
<h2>${lost.mayBe}</h2>
<p id="lost-hint">${lost.stays}</p>
<input type="hidden" name="signature">
<p class="choose" data-chooser hidden><label for="file">${lost.choose}</label><input type="file" id="file" accept="application/pdf,.pdf" aria-describedby="lost-hint"></p>
<p role="status"><span data-unsigned hidden>${lost.unsigned}</span></p>
<noscript><p>${lost.noScript}</p></noscript>
</form>`
}

interface LostReceiptView extends Pick<VerifyView, 'language' | 'assets' | 'receiptId'> {
  readonly lost: {
    readonly unit: string
    readonly office: string
    readonly parent: string
    readonly number: string
    readonly receivedAt: string
    /** What was written later than this is lost. */
    readonly asOf: string
    readonly timeZone: string
  }
}

/** Says what a genuine receipt proves whose case is gone, and leads to the form. */
export function lostReceiptPage({ language, assets, receiptId, lost }: LostReceiptView): Page {
  const words = pageTexts[language].verify
  const { unit, office, parent, number, receivedAt, asOf, timeZone } = lost
  const fact = (label: string, value: string) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`
  return pageLayout(
    { language, assets, title: words.title, path: `/verify/${encodeURIComponent(receiptId)}` },
    html`<div class="narrow"><p class="eyebrow">${words.title}</p>
<div class="verdict unknown" role="status"><h1>${words.lost.heading}</h1><p>${words.lost.text({ asOf: sayMoment(asOf, timeZone, language) })}</p></div>
<dl class="facts card">
${fact(words.office, parent ? `${office}, ${parent}` : office)}
${fact(words.number, maskedNumber(number))}
${fact(words.receivedAt, sayMoment(receivedAt, timeZone, language))}
</dl>
<p>${words.lost.proves}</p>
<p><a class="button" href="/t/${unit}">${words.lost.again}</a></p>
<p class="quiet">${words.note}</p></div>`,
  )
}

/**
 * Checks whether a PDF is one that the service gave out. The browser computes its hash and compares; without scripts
 * a person does. All verdicts are in the page, hidden, so that the script contains no wording.
 */
function fileCheck(receiptId: string, files: readonly string[], words: PageTexts['verify']): Page {
  const { check } = words
  if (files.length === 0) return html`<p class="quiet">${check.none}</p>`
  const hashes = [...files].sort()
  const verdictBox = (verdict: keyof typeof check.verdicts, looks: string, more: Page | '' = '') => {
    const [heading, text] = check.verdicts[verdict]
    return html`<div class="verdict ${looks}" data-verdict="${verdict}" hidden><h3>${heading}</h3><p class="quiet" data-file></p><p>${text}</p>${more}</div>`
  }
  const counted = html`<p class="quiet">SHA-256 <code data-hash></code></p>`
  return html`<section class="check card" aria-labelledby="check" data-hashes="${hashes.join(' ')}" data-receipt="${receiptId}">
<h2 id="check">${check.heading}</h2>
<div data-chooser hidden>
<p id="check-hint">${check.stays}</p>
<p class="choose"><label for="file">${check.choose}</label><input type="file" id="file" accept="application/pdf,.pdf" aria-describedby="check-hint"></p>
<div role="status">
${verdictBox('unaltered', 'genuine', counted)}
${verdictBox('altered', 'unknown', counted)}
${verdictBox('another', 'unknown', html`<p><a href="/">${check.openOther}</a></p>`)}
${verdictBox('notPdf', 'unknown')}
${verdictBox('unreadable', 'unknown')}
</div>
</div>
<details open><summary>${check.byHand}</summary>
<p>${check.byHandText}</p>
<dl><dt>Linux, macOS</dt><dd><code>sha256sum ${check.file}</code> · <code>shasum -a 256 ${check.file}</code></dd>
<dt>Windows</dt><dd><code>certutil -hashfile ${check.file} SHA256</code></dd></dl>
<ul class="hashes">${hashes.map((hash) => html`<li><code>${hash}</code></li>`)}</ul>
</details>
</section>`
}

/** `BO-2026-•••123` is enough to compare with the paper, and too little to look a complaint up. */
export const maskedNumber = (number: string): string =>
  number.replace(/\d+$/, (digits) => digits.slice(-3).padStart(digits.length, '•'))
