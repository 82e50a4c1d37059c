import { html } from 'hono/html'
import type { Language } from '../../offices/vocabulary.ts'
import { sayDate } from '../../shared/time-in-words.ts'
import { type Page, type PageAssets, pageLayout } from './page.ts'
import { pageTexts } from './page-texts.ts'
import { sayVerdict } from './verify-page.ts'

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
