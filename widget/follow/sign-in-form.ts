import { html, nothing } from 'lit/html.js'
import type { FieldEvent } from '../element/field-event.ts'
import type { FollowWording } from '../wording/follow/id.ts'

export interface SignIn {
  readonly number: string
  readonly trackingCode: string
  readonly remember: boolean
}

interface SignInForm {
  readonly wording: FollowWording
  readonly entered: SignIn
  readonly problem: string | undefined
  readonly isBusy: boolean
  readonly telephone: string | null
  readonly enter: (entered: SignIn) => void
  readonly submit: () => void
}

/** Asks for number and code, and whether this tab may keep them. */
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
        <p>${wording.lostCodeHelp(telephone)}</p>
      </details>
    </form>
  `
}
