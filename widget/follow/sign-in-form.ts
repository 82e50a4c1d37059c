import { html, nothing } from 'lit/html.js'
import { CODE_CHARACTERS, codeAlphabet, groupByFours } from '../../service/shared/tracking-code.ts'
import type { FieldEvent } from '../element/events.ts'
import { nameFollowing } from '../filing/draft/draft-store.ts'
import type { Credentials, ServiceClient } from '../service/client.ts'
import { writeJson } from '../service/exchange.ts'
import type { PartWording } from '../texts/languages.ts'
import { readPartWording } from '../texts/languages.ts'
import type { CaseForm } from './case-forms.ts'

/** Leads to where the unit says how far everybody can use this, unless the page around already does. */
export function renderStatement({ unitUrl, language }: ServiceClient) {
  const page = new URL(`${unitUrl.replace('/api/v1/tenants/', '/t/')}/accessibility`)
  page.searchParams.set('lang', language)
  if ([...document.links].some(({ href }) => href.split('?')[0] === page.href.split('?')[0])) return nothing
  const { accessibility } = readPartWording(language).policy
  return html`<p class="statement"><a href=${page.href} target="_blank" rel="noopener">${accessibility}</a></p>`
}

/** Keeps number and code in this tab, if the person wants that. Where storage is blocked, they are typed again. */
export function openTabMemory(name: string) {
  const key = nameFollowing(name)
  const storage = <Result>(use: (storage: Storage) => Result): Result | undefined => {
    try {
      return use(sessionStorage)
    } catch {
      return undefined
    }
  }
  return {
    recall: (): Credentials | undefined => storage((kept) => JSON.parse(kept.getItem(key) ?? 'null')) ?? undefined,
    remember: (credentials: Credentials) => storage((kept) => kept.setItem(key, writeJson(credentials))),
    forget: () => storage((kept) => kept.removeItem(key)),
  }
}

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
  readonly isKept: boolean
  readonly copy: () => unknown
  readonly replace: () => void
}

/** Offers to replace a code that an officer saw, or to keep one that nobody kept. */
export function renderCode(
  { view, wording, formWording, secret, busy, problem }: CaseForm,
  { isKept, copy, replace }: CodeActs,
) {
  if (view.codeWaits) return html`<div class="note asked"><p>${view.codeWaits.text}</p></div>`
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

export interface SignIn {
  readonly number: string
  readonly trackingCode: string
  readonly remember: boolean
}

interface SignInForm {
  readonly wording: PartWording['follow']
  readonly entered: SignIn
  readonly problem: string | undefined
  readonly isBusy: boolean
  readonly telephone: string | null
  readonly enter: (entered: SignIn) => void
  readonly submit: () => void
}

export function renderSignIn({ wording, entered, problem, isBusy, telephone, enter, submit }: SignInForm) {
  // Where one of the two is empty, the other is not wrong.
  const isOneEmpty = !entered.number.trim() !== !entered.trackingCode.trim()
  const field = (name: 'number' | 'trackingCode', label: string, hint: string) => html`
    <div class="field">
      <label for=${name}>${label}</label>
      <p class="hint" id="${name}-hint">${hint}</p>
      <input
        id=${name}
        type="text"
        autocomplete="off"
        autocapitalize="characters"
        spellcheck="false"
        aria-required="true"
        aria-invalid=${problem && !(isOneEmpty && entered[name].trim()) ? 'true' : nothing}
        aria-describedby="${name}-hint sign-in-problem"
        .value=${entered[name]}
        @input=${({ target }: FieldEvent) => enter({ ...entered, [name]: target.value })}
      />
    </div>
  `
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    submit()
  }
  return html`
    <form novalidate @submit=${send}>
      <h2 tabindex="-1">${wording.title}</h2>
      <p class="lead">${wording.lead}</p>
      <div class="summary" id="sign-in-problem" tabindex="-1" ?hidden=${!problem}><p>${problem}</p></div>
      ${field('number', wording.number, wording.numberHint)} ${field('trackingCode', wording.code, wording.codeHint)}
      <label class="check remember">
        <input
          type="checkbox"
          aria-describedby="remember-hint"
          .checked=${entered.remember}
          @change=${() => enter({ ...entered, remember: !entered.remember })}
        />
        <span>${wording.remember}</span>
      </label>
      <p class="hint" id="remember-hint">${wording.rememberHint}</p>
      <button class="primary" part="primary" aria-disabled=${isBusy ? 'true' : nothing}>
        ${isBusy ? wording.opening : wording.open}
      </button>
      <details>
        <summary>${wording.lostCode}</summary>
        <p>${wording.lostCodeHelp({ telephone: telephone ?? 'none' })}</p>
      </details>
    </form>
  `
}
