import { html, nothing, type TemplateResult } from 'lit/html.js'
import type { TenantView } from '../../service/contract/tenant-view.ts'
import type { FormLanguage } from '../../service/offices/vocabulary.ts'
import type { WidgetOnPage } from '../element/events.ts'
import { css } from '../element/theme.ts'
import { explainFailure, ServiceFailure } from '../service/exchange.ts'
import type { Wording } from '../texts/languages.ts'
import { loadWithWording } from '../texts/languages.ts'

/** Milliseconds after which a form that is still loading shows the link of the page. */
export const PATIENCE = 5_000

export const loadFollow = (language: FormLanguage): Promise<unknown> =>
  loadWithWording(import('../follow/index.ts'), language).catch(() => {
    throw new ServiceFailure('network/unreachable')
  })

export const renderElsewhere = (wording: Wording) => html`
  <p>${wording.elsewhere}</p>
  <p class="lead"><slot></slot></p>
`

export const renderFailure = (failure: ServiceFailure, wording: Wording, retry: () => void) => html`
  <div class="summary" role="alert">
    <p><strong>${wording.unavailable}</strong></p>
    <p>${explainFailure(failure, wording)}</p>
  </div>
  ${renderElsewhere(wording)}
  <button type="button" @click=${retry}>${wording.tryAgain}</button>
`

interface Launcher {
  readonly language: FormLanguage
  readonly open: () => void
  readonly noteClosed: () => void
  readonly panel: TemplateResult | undefined
}

export const renderLauncher = (wording: Wording, { language, open, noteClosed, panel }: Launcher) => html`
  <button type="button" class="primary" part="launcher" aria-haspopup="dialog" @click=${open}>${wording.launcher}</button>
  ${
    panel
      ? html`<aduan-dialog .label=${wording.panel} .lang=${language} @aduan-closed=${noteClosed}>${panel}</aduan-dialog>`
      : nothing
  }
`

/**
 * Covers the form once nobody has touched it for its time. This also watches what an earlier visit left in the tab.
 * Without a network the question cannot be fetched: then a shared device is wiped, and any other is left alone.
 *
 * @param since when it was last touched, by `Date.now()`
 * @returns the new timer, in place of the one before
 */
export function watchQuiet(form: WidgetOnPage, timer: number, since = Date.now()): number {
  clearTimeout(timer)
  // A widget that was taken off the page for good must not stay in memory until the timer ends.
  const widget = new WeakRef(form)
  const wipeShared = () => {
    const left = widget.deref()
    if (left?.answerWithin) void left.wipe()
  }
  const ask = () => {
    void import('./idle/index.ts').then(({ askWhoIsThere }) => void askWhoIsThere(widget.deref()), wipeShared)
  }
  return window.setTimeout(ask, since + form.quietFor - Date.now())
}

/** Each language has the name by which its readers look for it. */
const ownNames: Readonly<Record<FormLanguage, string>> = { id: 'Bahasa Indonesia', en: 'English', jv: 'Basa Jawa' }

interface BarActs {
  readonly exit: () => unknown
  readonly close: false | (() => void)
}

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

/** Says what is published, if anything is, and offers other languages and a way to make sure of the office. */
export const renderHead = (
  { languages, publishes }: TenantView,
  { wording, language: read, isOtherLanguageMissing, speak, showTrust }: Head,
) => html`
  <div class="private">
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="3" aria-hidden="true">
      <path d="M4 11h16v10H4zm4 0V7a4 4 0 0 1 8 0v4" stroke-linejoin="round" />
    </svg>
    <p>${publishes ?? wording.private}</p>
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

/**
 * `all: initial` keeps the type of the page out. It leaves `direction` alone, which is set because all our languages
 * run from left to right. `!important` keeps resets of the page off the element.
 */
export const widgetStyles = css`
  :host {
    display: block !important;
    contain: layout style;
  }
  :host([mode='button']) {
    display: inline-block !important;
    contain: none;
  }
  :host([hidden]) {
    display: none !important;
  }
  .root {
    all: initial;
    direction: ltr;
    display: block;
    font-family: var(--aduan-font, system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif);
    font-size: 1rem;
    line-height: 1.55;
    color: var(--_text);
    -webkit-text-size-adjust: 100%;
  }
  .panel {
    position: relative;
    max-width: 44rem;
    background: var(--_surface);
    border: 1px solid var(--_line);
    border-top: 5px solid var(--_accent);
    border-radius: var(--_radius);
    box-shadow: var(--_shadow);
  }
  .bar {
    position: sticky;
    z-index: 1;
    top: var(--aduan-top, 0);
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem;
    padding-block: 0.4rem;
    padding-inline: 1rem 0.75rem;
    background: var(--_surface);
    border-bottom: 1px solid var(--_line);
    border-radius: var(--_radius) var(--_radius) 0 0;
  }
  .office {
    flex: 1 1 7rem;
    min-width: 0;
    font-weight: 700;
    line-height: 1.3;
  }
  .parent {
    display: block;
    font-size: 0.8125rem;
    font-weight: 400;
    color: var(--_muted);
  }
  .bar button {
    min-height: 2.75rem;
    min-width: 2.75rem;
    padding: 0.3rem 0.6rem;
    font-size: 0.875rem;
  }
  .exit {
    color: var(--_danger);
    border-color: var(--_danger);
    white-space: nowrap;
  }
  .body {
    padding: 1.25rem min(1rem, 4vw) 1.5rem;
  }
  .private {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem 0.6rem;
    margin-bottom: 0.9rem;
    font-size: 0.9375rem;
    line-height: 1.4;
    color: var(--_muted);
  }
  .private p {
    flex: 1 1 90%;
  }
  /* Both are read once, on the first step. */
  .private:has(+ aduan-filing[begun]) :is(svg, .trust, p:not(.missing)) {
    display: none;
  }
  svg {
    flex: none;
    width: 1.125rem;
    height: 1.125rem;
  }
  ::slotted(a) {
    color: var(--_accent);
    font-weight: 600;
  }
  @media (max-width: 30em) {
    .parent {
      display: none;
    }
  }
  @media (min-width: 40em) {
    .body {
      padding: 1.75rem 2rem 2rem;
    }
    .bar {
      padding-inline: 2rem 1.25rem;
    }
  }
  @media print {
    .bar button {
      display: none;
    }
  }
`
