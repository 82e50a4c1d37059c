import { html, nothing } from 'lit/html.js'
import type { TenantView } from '../../service/contract/tenant-view.ts'
import type { FormLanguage } from '../../service/offices/vocabulary.ts'
import type { Wording } from '../wording/id.ts'

/** Each language has the name by which its readers look for it. */
const ownNames: Readonly<Record<FormLanguage, string>> = { id: 'Bahasa Indonesia', en: 'English', jv: 'Basa Jawa' }

interface BarActs {
  readonly exit: () => unknown
  /** Closes the dialog of button mode. */
  readonly close: false | (() => void)
}

/** Shows whose form it is, with the ways out of it. */
export const renderBar = (unit: TenantView | undefined, wording: Wording, { exit, close }: BarActs) => html`
  <div class="bar" part="bar">
    <p class="office">${unit?.shortName} <span class="parent">${unit?.parent}</span></p>
    <button type="button" class="exit" part="exit" title=${wording.quickExitMeaning} @click=${exit}>
      ${wording.quickExit}
    </button>
    ${close ? html`<button type="button" aria-label=${wording.close} @click=${close}>✕</button>` : nothing}
  </div>
`

interface Head {
  readonly wording: Wording
  readonly language: FormLanguage
  readonly isOtherLanguageMissing: boolean
  readonly speak: (language: FormLanguage) => void
  readonly showTrust: () => void
}

/** Says that nothing is published, and offers other languages and a way to make sure of the office. */
export const renderHead = (
  { languages }: TenantView,
  { wording, language: read, isOtherLanguageMissing, speak, showTrust }: Head,
) => html`
  <div class="private">
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="3" aria-hidden="true">
      <path d="M4 11h16v10H4zm4 0V7a4 4 0 0 1 8 0v4" stroke-linejoin="round" />
    </svg>
    <p>${wording.private}</p>
    ${languages.map((language) =>
      language === read
        ? nothing
        : html`<button type="button" class="plain" lang=${language} @click=${() => speak(language)}>
            ${ownNames[language]}
          </button>`,
    )}
    <button type="button" class="plain trust" @click=${showTrust}>${wording.isItReal}</button>
    <p class="missing" role="status" ?hidden=${!isOtherLanguageMissing}>${wording.otherLanguageMissing}</p>
  </div>
`
