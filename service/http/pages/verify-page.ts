import { Hono } from 'hono'
import { html } from 'hono/html'
import { asFiled, checkSignedReceipt, receiptFingerprint } from '../../case/receipt/issued-receipts.ts'
import { isPractice } from '../../offices/practice/practice.ts'
import type { Language } from '../../offices/vocabulary.ts'
import { sayDate, sayDay, sayMoment } from '../../shared/time-in-words.ts'
import type { AppEnv } from '../app-env.ts'
import { smallBody } from '../openapi.ts'
import { trustView } from '../views/tenant-view.ts'
import { type Page, type PageAssets, type PageOffice, pageLayout } from './page.ts'
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

export interface VerifyLetterView {
  readonly language: Language
  readonly assets: PageAssets
  readonly verifyId: string
  readonly office: string
  readonly number: string
  readonly day: string
  /** The fingerprint of the letter's signature, as printed on it. */
  readonly fingerprint: string
  readonly withdrawn: boolean
  readonly isPractice: boolean
}

/** `/verify/{verifyId}` of a letter: confirms that the office wrote it. It never shows content or addressee. */
export function verifyLetterPage({ language, assets, verifyId, ...letter }: VerifyLetterView): Page {
  const { verifyLetter: words, verify } = pageTexts[language]
  const fact = (label: string, value: Page | string) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`
  const verdict = letter.isPractice
    ? sayVerdict('unknown', words.practice, words.practiceText)
    : letter.withdrawn
      ? sayVerdict('unknown', words.withdrawn, words.withdrawnText)
      : sayVerdict('genuine', words.genuine, words.genuineText)
  return pageLayout(
    { language, assets, title: words.title, path: `/verify/${encodeURIComponent(verifyId)}` },
    html`<div class="narrow"><p class="eyebrow">${words.title}</p>
${verdict}
<dl class="facts card">
${fact(verify.office, letter.office)}
${fact(words.number, letter.number)}
${fact(words.day, sayDate(letter.day, language))}
${fact(verify.fingerprint, html`<code>${letter.fingerprint}</code>`)}
</dl>
<p class="quiet">${words.note}</p></div>`,
  )
}

/** Where anybody can check a receipt or a letter of which they hold a copy. */
export function verifyRoutes(ports: PageOffice) {
  const { tenants, complaints, assets, limits, addressOf } = ports
  const pages = new Hono<AppEnv>()
  pages.get('/:receiptId', async (c) => {
    limits.before('checking', addressOf(c))
    c.header('Cache-Control', 'no-store')
    const receiptId = c.req.param('receiptId')
    const complaint = await complaints.findByReceipt(receiptId)
    const language = c.get('language')
    if (!complaint) {
      const letter = await letterToVerify(ports, receiptId)
      if (letter) return c.html(verifyLetterPage({ language, assets, ...letter }))
      return c.html(
        verifyPage({ language, assets, receiptId, receipt: null, mayBeLost: complaints.numberGaps.any() }),
        404,
      )
    }
    const tenant = await tenants.get(complaint.tenant)
    const { name, parent, calendar } = tenant.settings
    const receipt = {
      office: name,
      parent,
      number: complaint.id,
      receivedAt: asFiled(complaint).receivedAt,
      timeZone: calendar.timeZone,
      fingerprint: await receiptFingerprint(ports, complaint, tenant),
      keyFingerprint: (await trustView(tenant, ports)).fingerprint.join(' '),
      files: complaint.receiptFiles,
      destroyed: complaint.destroyed,
      isPractice: isPractice(tenant.id),
    }
    return c.html(verifyPage({ language, assets, receiptId, receipt }))
  })
  routeLostReceipts(pages, ports)
  return pages
}

/** What a receipt proves whose case a restore could not bring back. Only its signature is sent. */
function routeLostReceipts(pages: Hono<AppEnv>, ports: PageOffice): void {
  const { tenants, assets, limits, addressOf } = ports
  pages.post('/:receiptId', smallBody, async (c) => {
    limits.before('checking', addressOf(c))
    c.header('Cache-Control', 'no-store')
    const { signature } = await c.req.parseBody()
    const language = c.get('language')
    const found = await checkSignedReceipt(ports, typeof signature === 'string' ? signature : '')
    if (found.is === 'kept') return c.redirect(`/verify/${found.receiptId}`, 303)
    const receiptId = c.req.param('receiptId')
    if (found.is === 'unknown') return c.html(verifyPage({ language, assets, receiptId, receipt: null }), 404)
    const { facts, asOf } = found
    const { name, parent, calendar } = (await tenants.get(facts.tenant)).settings
    const { number, receivedAt, tenant: unit } = facts
    const lost = { unit, office: name, parent, number, receivedAt, asOf, timeZone: calendar.timeZone }
    return c.html(lostReceiptPage({ language, assets, receiptId, lost }), 410)
  })
}

/** What the page of verification shows of a letter; `null` if no approved letter has the id. */
async function letterToVerify({ letters, tenants }: PageOffice, verifyId: string) {
  const letter = await letters.findToVerify(verifyId)
  if (!letter?.approved) return null
  const { name, parent } = (await tenants.get(letter.tenant)).settings
  const { letterNumber: number, day, fingerprint } = letter.approved
  const office = parent ? `${name}, ${parent}` : name
  return {
    verifyId,
    office,
    number,
    day,
    fingerprint,
    withdrawn: letter.state === 'withdrawn',
    isPractice: isPractice(letter.tenant),
  }
}
