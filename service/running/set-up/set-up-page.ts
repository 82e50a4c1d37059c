import { html } from 'hono/html'
import type { Language } from '../../offices/vocabulary.ts'
import { readTexts } from '../../shared/texts/texts.ts'
import en from '../../texts/en/set-up.json' with { type: 'json' }
import id from '../../texts/id/set-up.json' with { type: 'json' }
import { type Answers, type Faults, isInBucket, type Question, questions } from './answers.ts'

export const setUpTexts = readTexts({ id, en })

const types: Readonly<Record<Question, 'url' | 'text' | 'email' | 'password'>> = {
  address: 'url',
  mail: 'password',
  name: 'text',
  contact: 'email',
  backup: 'text',
  operator: 'email',
}

const style = `body{font:1rem/1.5 system-ui,sans-serif;max-width:38rem;margin:2rem auto;padding:0 1rem;color:#1b1b1f;background:#fff}
label{display:block;font-weight:600;margin-top:1.25rem}input{font:inherit;width:100%;box-sizing:border-box;padding:.5rem;border:1px solid #6b6b76;border-radius:4px}
input[type=checkbox]{width:auto}small{display:block;color:#4a4a55;overflow-wrap:anywhere}.fault{color:#a3131b;font-weight:600;margin:.25rem 0 0}
button{font:inherit;font-weight:600;margin-top:1.5rem;padding:.6rem 1.2rem;border:0;border-radius:4px;background:#0b5394;color:#fff}.language{text-align:right;margin:0}a{color:#0b5394}:focus-visible{outline:3px solid #0b5394;outline-offset:2px}`

export interface SetUpPage {
  readonly language: Language
  readonly answers: Answers
  readonly faults: Faults
  readonly wrongCode: boolean
}

const frame = (language: Language, body: ReturnType<typeof html>) => html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="same-origin"><title>${setUpTexts[language].title}</title><style>${style}</style></head><body><main>${body}</main></body></html>`

function renderQuestion(question: Question, { language, answers, faults }: SetUpPage) {
  const wording = setUpTexts[language]
  const { label, hint } = wording.asked[question]
  const fault = faults[question]
  // A password or a bucket's secret does not come back in a page.
  const isSecret = question === 'mail' || (question === 'backup' && isInBucket(answers))
  return html`<label for="${question}">${label}</label>
<small id="${question}-hint">${hint}</small>
<input id="${question}" name="${question}" type="${types[question]}" value="${isSecret ? '' : answers[question]}" autocomplete="off" required
 aria-describedby="${question}-hint ${question}-fault"${fault ? html` aria-invalid="true"` : ''}>
${fault ? html`<p class="fault" id="${question}-fault">${wording.faults[fault]}</p>` : ''}
${fault === 'same-disk' ? html`<label><input type="checkbox" name="sameDisk" value="yes"> ${wording.takesSameDisk}</label>` : ''}`
}

export function setUpPage(page: SetUpPage) {
  const { language, faults, wrongCode } = page
  const wording = setUpTexts[language]
  const other = language === 'id' ? 'en' : 'id'
  return frame(
    language,
    html`<p class="language"><a href="/?lang=${other}" lang="${other}" hreflang="${other}">${wording.otherLanguage}</a></p>
<h1>${wording.title}</h1>
<p>${wording.lead}</p>
${Object.keys(faults).length > 0 ? html`<p class="fault" role="alert">${wording.notKept}</p>` : ''}
<form method="post" action="/?lang=${language}">
<label for="code">${wording.code}</label>
<small>${wording.codeHint}</small>
<input id="code" name="code" type="text" autocomplete="off" autocapitalize="characters" required>
${wrongCode ? html`<p class="fault" role="alert">${wording.wrongCode}</p>` : ''}
${questions.map((question) => renderQuestion(question, page))}
<button>${wording.send}</button>
</form>`,
  )
}

export function donePage(language: Language) {
  const { title, next, key } = setUpTexts[language].done
  return frame(language, html`<h1>${title}</h1><p>${next}</p><p>${key}</p>`)
}
