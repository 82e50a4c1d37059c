import { html, nothing } from 'lit/html.js'
import { CODE_CHARACTERS, codeAlphabet, groupByFours } from '../../service/shared/tracking-code.ts'
import type { CaseForm } from './case-form.ts'

/** Makes a code as the service does, from random bytes. Bytes above 248 = 8 × 31 would make some characters likelier. */
export function makeCode(): string {
  let characters = ''
  while (characters.length < CODE_CHARACTERS) {
    const [byte = 255] = crypto.getRandomValues(new Uint8Array(1))
    if (byte < 248) characters += codeAlphabet[byte % 31]
  }
  return groupByFours(characters)
}

interface CodeActs {
  /** The person has copied or saved the code. */
  readonly isKept: boolean
  readonly copy: () => unknown
  readonly replace: () => void
}

/** Offers to replace a code that an officer saw, or to keep one that nobody kept. */
export function renderCode(
  { view, wording, formWording, secret, busy, problem }: CaseForm,
  { isKept, copy, replace }: CodeActs,
) {
  if (view.codeKnownToOffice) {
    return html`<div class="note asked">
      <p>${wording.ownCode.offer}</p>
      <p class="problem" id="ownCode-problem" tabindex="-1" ?hidden=${problem?.form !== 'ownCode'}>${problem?.sentence}</p>
      <button type="button" class="primary" aria-disabled=${busy === 'ownCode' ? 'true' : nothing} @click=${replace}>
        ${wording.ownCode.replace}
      </button>
    </div>`
  }
  if (isKept) return nothing
  return html`<div class="note asked">
    <p>${wording.ownCode.keep} <strong class="code">${secret}</strong></p>
    <button type="button" @click=${copy}>${formWording.receipt.copy}</button>
  </div>`
}
