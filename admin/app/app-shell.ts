import { html, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { SessionView } from '../../service/contract/session.ts'
import { PageElement } from '../page/page-element.ts'
import '../telling/alerts/alert-button.ts'
import type { Membership } from '../api/wire.ts'
import { ACCOUNT } from '../page/addresses.ts'
import { controls } from '../ui/controls.ts'
import { icons } from '../ui/icons.ts'
import type { Language } from '../wording/wording.ts'
import { addressOf, pagesFor } from './routes/find-route.ts'
import { groups, type Route } from './routes/route.ts'
import { shellLooks } from './shell-looks.ts'

/**
 * What stands around every page: the way to the other pages, the unit, the person.
 * @slot - the page
 * @fires language-chosen - `detail` is the language
 * @fires signed-out
 */
@customElement('app-shell')
export class AppShell extends PageElement {
  static override styles = [controls, shellLooks]

  @property({ attribute: false }) session!: SessionView
  @property({ attribute: false }) membership: Membership | undefined
  @property() path = ''
  /** Name of the page, announced to screen readers when it changes. */
  @property() heading = ''
  /** The page fills the screen, without the way to other pages. */
  @property({ type: Boolean, reflect: true }) alone = false
  @state() private menuOpen = false
  @query('main') private readonly main!: HTMLElement

  /** Takes keyboard and screen reader to the page. */
  focusPage() {
    this.menuOpen = false
    this.main.focus({ preventScroll: true })
    window.scrollTo(0, 0)
  }

  override render() {
    const { app } = this.wording
    return html`
      <header ?hidden=${this.alone}>
        <button class="skip" @click=${this.skip}>${app.skip}</button>
        <div class="brand">
          <a href="/admin/" class="mark" translate="no">${app.name}</a>
          <span class="unit">${this.membership?.shortName ?? app.area}</span>
        </div>
        ${this.membership ? html`<alert-button></alert-button>` : nothing}
        <button class="menu" aria-expanded=${this.menuOpen} aria-controls="rail" @click=${this.toggleMenu}>
          ${icons.menu}${app.menu}
        </button>
        <div id="rail" class=${this.menuOpen ? 'open' : ''}>${this.renderPages()} ${this.renderAccount()}</div>
      </header>
      <main id="main" tabindex="-1" aria-label=${this.heading}><announcement-banner></announcement-banner><slot></slot></main>
    `
  }

  private renderPages() {
    const { app } = this.wording
    const pages = pagesFor(this.session, this.membership)
    return html`<nav aria-label=${app.navigation}>
      ${groups.map((group) => {
        const inGroup = pages.filter((route) => route.group === group)
        if (inGroup.length === 0) return nothing
        return html`<div role="group" aria-labelledby=${group}>
          <p id=${group}>${app.groups[group]}</p>
          ${inGroup.map((route) => this.renderLink(route))}
        </div>`
      })}
      ${this.session.tenants.length > 1 ? html`<a href="/admin/">${icons.building}${app.switchUnit}</a>` : nothing}
    </nav>`
  }

  private renderLink(route: Route) {
    const tenant = this.membership?.tenant ?? ''
    const address = addressOf(route, tenant)
    const isHere = this.path === address || this.path.startsWith(`${address}/`)
    return html`<a href=${address} aria-current=${isHere ? 'page' : nothing}>
      ${icons[route.icon]}${route.title(this.wording, { path: '', tenant, number: null, query: new URLSearchParams() })}
    </a>`
  }

  private renderAccount() {
    const { app, language } = this.wording
    const other: Language = language === 'id' ? 'en' : 'id'
    return html`<section aria-label=${app.account}>
      <p>${this.session.staff.name}<span class="email">${this.session.staff.email}</span></p>
      <a href=${ACCOUNT} aria-current=${this.path === ACCOUNT ? 'page' : nothing}>${icons.person}${this.wording.account.heading}</a>
      <button class="quiet" lang=${other} @click=${() => this.choose(other)}>
        ${other === 'id' ? app.indonesian : app.english}
      </button>
      <button class="quiet keys" @click=${this.showShortcuts}>${app.shortcuts}</button>
      <button class="quiet" @click=${this.signOut}>${icons.leave}${app.signOut}</button>
    </section>`
  }

  // A link could not lead here: fragments do not reach into a shadow root.
  private skip() {
    this.main.focus()
  }

  private showShortcuts() {
    window.dispatchEvent(new Event('aduan-shortcuts'))
  }

  private toggleMenu() {
    this.menuOpen = !this.menuOpen
  }

  private choose(language: Language) {
    this.dispatchEvent(new CustomEvent('language-chosen', { detail: language }))
  }

  private signOut() {
    this.dispatchEvent(new CustomEvent('signed-out'))
  }
}
