import { html, nothing } from 'lit/html.js'
import type { FollowMessages } from '../wording/follow/id.ts'
import type { Messages } from '../wording/id.ts'

export interface SignIn {
  readonly number: string
  readonly trackingCode: string
  readonly remember: boolean
}

interface SignInForm {
  readonly say: FollowMessages
  readonly messages: Messages
  readonly entered: SignIn
  readonly problem: string | undefined
  readonly isBusy: boolean
  readonly enter: (entered: SignIn) => void
  readonly submit: () => void
}

/** Number and code, and whether this tab may keep them. */
export function signInForm({ say, entered, problem, isBusy, enter, submit }: SignInForm) {
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
        aria-invalid=${problem ? 'true' : nothing}
        aria-describedby="${name}-hint sign-in-problem"
        .value=${entered[name]}
        @input=${(event: Event) => enter({ ...entered, [name]: (event.target as HTMLInputElement).value })}
      />
    </div>
  `
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    submit()
  }
  return html`
    <form novalidate @submit=${send}>
      <h2 tabindex="-1">${say.title}</h2>
      <p class="lead">${say.lead}</p>
      <div class="summary" id="sign-in-problem" tabindex="-1" ?hidden=${!problem}><p>${problem}</p></div>
      ${field('number', say.number, say.numberHint)} ${field('trackingCode', say.code, say.codeHint)}
      <label class="check remember">
        <input
          type="checkbox"
          aria-describedby="remember-hint"
          .checked=${entered.remember}
          @change=${() => enter({ ...entered, remember: !entered.remember })}
        />
        <span>${say.remember}</span>
      </label>
      <p class="hint" id="remember-hint">${say.rememberHint}</p>
      <button class="primary" part="primary" aria-disabled=${isBusy ? 'true' : nothing}>
        ${isBusy ? say.opening : say.open}
      </button>
    </form>
  `
}
