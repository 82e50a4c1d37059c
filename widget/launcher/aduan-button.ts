import type { FormLanguage } from '../../service/offices/vocabulary.ts'
import type { AduanWidget } from '../aduan-widget/aduan-widget.ts'
import { AduanFailed } from '../element/events.ts'
import { css, theme } from '../element/theme.ts'
import { readLanguage } from '../texts/languages.ts'

const wording: Readonly<
  Record<FormLanguage, { readonly open: string; readonly loading: string; readonly failed: string }>
> = {
  id: { open: 'Sampaikan pengaduan', loading: 'Menyiapkan formulir…', failed: 'Formulir belum dapat dimuat.' },
  en: { open: 'File a complaint', loading: 'Preparing the form…', failed: 'The form could not be loaded.' },
  jv: { open: 'Atur pengaduan', loading: 'Nyawisaken formulir…', failed: 'Formulir dereng saged kapundhut.' },
}

const styles = css`
  :host {
    display: inline-block !important;
  }
  :host([hidden]) {
    display: none !important;
  }
  .root {
    all: initial;
    font-family: var(--aduan-font, system-ui, sans-serif);
    font-size: 1rem;
    line-height: 1.55;
    color: var(--_text);
  }
  button {
    min-height: 2.75rem;
    padding: 0.5rem 1.1rem;
    border: 1px solid transparent;
    border-radius: calc(var(--_radius) * 0.66);
    background: var(--_accent);
    color: var(--_on-accent);
    font: inherit;
    font-weight: 600;
    cursor: pointer;
  }
  button:focus-visible {
    outline: 3px solid var(--_accent);
    outline-offset: 2px;
  }
  p {
    margin: 0 0 0.25rem;
    color: var(--_danger);
  }
  aduan-widget::part(launcher) {
    display: none;
  }
`

/** Attributes that the form takes over when it is opened. */
const handedOn = ['tenant', 'service', 'lang', 'view', 'category', 'exit', 'sealing-key'] as const

/**
 * Shows a button that fetches the complaint form only when somebody is about to use it, and opens it over the page.
 *
 * @slot - A link to the hosted form; shown where the form cannot be loaded, and by browsers without scripts.
 * @attr tenant - The unit's short name in addresses.
 * @attr service - Origin of the service. Default: where this script came from.
 * @attr [lang=id] - `id`, `en` or `jv`.
 * @attr {'file' | 'follow'} [view=file] - `file` a complaint, or `follow` one.
 * @attr category - Code of a category to suggest.
 * @attr exit - Where quick exit goes.
 * @attr sealing-key - The fingerprint of the key to which identities are sealed; the form gets it as it is.
 * @fires aduan-ready - The form can be used.
 * @fires aduan-opened - The form was opened over the page.
 * @fires aduan-closed - It was closed.
 * @fires aduan-submitted - A complaint was received; `detail.number`.
 * @fires aduan-failed - Loading or sending failed; `detail.code`.
 * @fires aduan-wiped - All that was written is gone, because nobody was there any more.
 * @csspart button - The button.
 */
export class AduanButton extends HTMLElement {
  static observedAttributes = ['lang']

  /** Fetches the form's script, which lies beside this one. */
  fetchForm = (): Promise<unknown> => import(/* @vite-ignore */ new URL('aduan.js', import.meta.url).href)

  readonly #root = this.attachShadow({ mode: 'open' })
  #fetched: Promise<unknown> | undefined
  #form: AduanWidget | undefined

  get sealingKey(): string {
    return this.getAttribute('sealing-key') ?? ''
  }
  set sealingKey(key: string) {
    this.setAttribute('sealing-key', key)
  }

  connectedCallback(): void {
    if (this.#root.childElementCount === 0) this.#draw()
  }

  attributeChangedCallback(): void {
    if (this.#root.childElementCount > 0) this.#label(this.#wording.open)
  }

  /** Opens the form over the page, once it is there. */
  async open(): Promise<void> {
    this.#showFailure('')
    this.#label(this.#wording.loading)
    try {
      await this.#fetch()
      const form = this.#formOf()
      await form.updateComplete
      form.open()
    } catch {
      this.#fetched = undefined
      this.#showFailure(this.#wording.failed)
      this.dispatchEvent(new AduanFailed('network/unreachable'))
    }
    this.#label(this.#wording.open)
  }

  /** Closes the form. What was written stays in the tab. */
  close(): void {
    this.#form?.close()
  }

  get #wording() {
    return wording[readLanguage(this.lang)]
  }

  #fetch(): Promise<unknown> {
    this.#fetched ??= this.fetchForm()
    return this.#fetched
  }

  #draw(): void {
    this.#root.adoptedStyleSheets = [styles, theme]
    this.#root.innerHTML =
      '<div class="root"><div role="alert"></div><button type="button" part="button" aria-haspopup="dialog"></button></div>'
    const button = this.#root.querySelector('button')
    const prepare = () => void this.#fetch().catch(() => (this.#fetched = undefined))
    for (const intent of ['pointerenter', 'focus']) button?.addEventListener(intent, prepare)
    button?.addEventListener('click', () => void this.open())
    this.#label(this.#wording.open)
  }

  #label(text: string): void {
    const button = this.#root.querySelector('button')
    if (button) button.textContent = text
  }

  #formOf(): AduanWidget {
    if (this.#form) return this.#form
    const form = document.createElement('aduan-widget')
    for (const name of handedOn) {
      const value = this.getAttribute(name)
      if (value !== null) form.setAttribute(name, value)
    }
    form.setAttribute('mode', 'button')
    form.append(...[...this.children].map((child) => child.cloneNode(true)))
    this.#root.querySelector('.root')?.append(form)
    this.#form = form
    return form
  }

  /** Shows the failure above the button, with the link of the page. */
  #showFailure(failure: string): void {
    const alert = this.#root.querySelector('[role=alert]')
    alert?.replaceChildren(...(failure ? [sentence(failure), document.createElement('slot')] : []))
  }
}

function sentence(text: string): HTMLElement {
  const paragraph = document.createElement('p')
  paragraph.textContent = text
  return paragraph
}

declare global {
  interface HTMLElementTagNameMap {
    'aduan-button': AduanButton
  }
}
