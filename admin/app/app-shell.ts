import { consume } from '@lit/context'
import { Task } from '@lit/task'
import { html, nothing, type ReactiveControllerHost } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { SessionView } from '../../service/contract/account.ts'
import type { AlertEvent } from '../../service/contract/messages.ts'
import type { TodayCounts } from '../../service/contract/register.ts'
import { PageElement } from '../page/page-element.ts'
import type { Entry } from './routes/route.ts'
import '../telling/alerts/alert-button.ts'
import type { ServiceClient } from '../api/client.ts'
import { alertsContext } from '../api/context.ts'
import { problemCode } from '../api/problems.ts'
import type { Membership } from '../api/wire.ts'
import { ACCOUNT } from '../page/addresses.ts'
import { keepAllNow } from '../page/keepers.ts'
import { keepSessionEnded } from '../page/lock-state.ts'
import { controls } from '../ui/controls.ts'
import { type IconName, icons } from '../ui/icons.ts'
import { MediaMatch } from '../ui/media-match.ts'
import { sideways } from '../ui/tabs.ts'
import type { Language } from '../wording/wording.ts'
import { addressOf, entriesFor, entryAt, type OpenEntry } from './routes/routes.ts'
import { shellLooks } from './shell-looks.ts'

type Kind = TodayCounts['cases'][number]['kind'] | TodayCounts['pages'][number]['kind']

/** These wait on a page of the entry; whatever waits is also in the list of the day. */
const kindsUnder: Readonly<Partial<Record<Entry, readonly Kind[]>>> = {
  intake: ['inbound'],
  unit: ['broken_rule', 'broken_series'],
  decisions: ['identity', 'data_request', 'second_person'],
}

export function countUnder(entry: Entry, counts: TodayCounts | null): number {
  if (!counts) return 0
  const all: readonly { readonly kind: Kind; readonly count: number }[] = [...counts.cases, ...counts.pages]
  const counted = all.filter(({ kind }) =>
    // What is late is among the others already.
    entry === 'today' ? kind !== 'late' : (kindsUnder[entry]?.includes(kind) ?? false),
  )
  const reminders = entry === 'today' ? counts.reminders : 0
  return counted.reduce((sum, { count }) => sum + count, reminders)
}

/** An address is broken after its sign rather than in the middle of a word. */
const withPlaceToBreak = (email: string) =>
  email.split('@').map((part, at) => (at === 0 ? part : html`@<wbr />${part}`))

/** Entries that stand in the bar of a phone, beside its menu. */
const MOST_IN_BAR = 4

const entryIcons: Readonly<Record<Entry, IconName>> = {
  today: 'check',
  cases: 'list',
  intake: 'add',
  decisions: 'key',
  reports: 'chart',
  unit: 'building',
}

/**
 * What stands around every page: the way to the other pages, the unit, the person.
 * @slot - the page
 * @fires language-chosen - `detail` is the language
 */
@customElement('app-shell')
export class AppShell extends PageElement {
  static override styles = [controls, shellLooks]

  @property({ attribute: false }) session!: SessionView
  @property({ attribute: false }) membership: Membership | undefined
  @property() path = ''
  /** Name of the page, announced to screen readers when it changes. */
  @property() heading = ''
  @property({ type: Boolean, reflect: true }) alone = false
  @state() private menuOpen = false
  @query('main') private readonly main!: HTMLElement
  private readonly isNarrow = new MediaMatch(this, '(max-width: 767px)')

  @consume({ context: alertsContext, subscribe: true })
  @state()
  private told: AlertEvent | null = null

  /** Counted anew with each page and each alert; a failed count shows none. */
  private readonly counts = new Task(this, {
    args: () =>
      [this.membership?.secondFactorNeeded ? undefined : this.membership?.tenant, this.path, this.told] as const,
    task: async ([tenant], { signal }) =>
      tenant ? this.client.call('GET /today/counts', { params: { tenant }, signal }).catch(() => null) : null,
  })

  focusPage() {
    this.menuOpen = false
    this.main.focus({ preventScroll: true })
    window.scrollTo(0, 0)
  }

  override updated(changed: Map<PropertyKey, unknown>) {
    if (changed.has('path')) this.renderRoot.querySelector('.beside [aria-current]')?.scrollIntoView(sideways)
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
        <help-button .session=${this.session} .membership=${this.membership} path=${this.path}></help-button>
        <div id="rail" class=${this.menuOpen ? 'open' : ''}>${this.renderEntries()} ${this.renderAccount()}</div>
      </header>
      ${this.isNarrow.holds && !this.alone ? this.renderBar() : nothing}
      <main id="main" tabindex="-1" aria-label=${this.heading}><announcement-banner></announcement-banner>${this.renderBeside()}<slot></slot></main>
    `
  }

  private renderEntries() {
    const { app } = this.wording
    const open = this.open
    return html`<nav aria-label=${app.navigation}>
      ${open.map((one) => this.renderEntry(one))}
      ${this.session.tenants.length > 1 ? html`<a href="/admin/">${icons.building}${app.switchUnit}</a>` : nothing}
    </nav>`
  }

  private renderEntry({ entry, address }: OpenEntry) {
    const { app } = this.wording
    const isHere = this.here?.entry === entry
    const name = entry === 'unit' && !this.membership ? app.entries.service : app.entries[entry]
    return html`<a href=${address} aria-current=${isHere ? 'page' : nothing}>
      ${icons[entryIcons[entry]]}<span>${name}</span>${this.renderCount(entry)}
    </a>`
  }

  private renderCount(entry: Entry) {
    const count = countUnder(entry, this.counts.value ?? null)
    if (count === 0) return nothing
    const shown = count > 99 ? '99+' : String(count)
    return html`<span class="count" aria-hidden="true">${shown}</span><span class="unseen">, ${this.wording.app.waiting({ count: shown })}</span>`
  }

  /** Pages beside the one that is open; on the page of one thing, or alone under its entry, none. */
  private renderBeside() {
    const { here, membership } = this
    const tenant = membership?.tenant ?? ''
    if (!here || this.alone) return nothing
    const place = { path: '', tenant, number: null, query: new URLSearchParams() }
    const isListed = here.pages.some((page) => addressOf(page, tenant) === this.path)
    if (!isListed) return nothing
    if (here.entry === 'unit') {
      return html`<p class="up"><a href=${here.address}>${icons.left}${membership ? this.wording.app.entries.unit : this.wording.app.entries.service}</a></p>`
    }
    if (here.pages.length < 2) return nothing
    return html`<nav class="beside" aria-label=${this.wording.app.beside}>
      ${here.pages.map((page) => {
        const address = addressOf(page, tenant)
        return html`<a href=${address} aria-current=${address === this.path ? 'page' : nothing}>${page.title(this.wording, place)}</a>`
      })}
    </nav>`
  }

  /** On a phone, four entries and the menu stand at the bottom, within reach of a thumb. */
  private renderBar() {
    const { app } = this.wording
    return html`<nav class="bar" aria-label=${app.bar}>
      ${this.open.slice(0, MOST_IN_BAR).map((one) => this.renderEntry(one))}
      <button class="menu" aria-expanded=${this.menuOpen} aria-controls="rail" @click=${this.toggleMenu}>${icons.menu}<span>${app.menu}</span></button>
    </nav>`
  }

  private get open() {
    return entriesFor(this.session, this.membership)
  }

  private get here() {
    return entryAt(this.open, this.path, this.membership?.tenant ?? '')
  }

  private renderAccount() {
    const { app, language } = this.wording
    const other: Language = language === 'id' ? 'en' : 'id'
    return html`<section aria-label=${app.account}>
      <p>${this.session.staff.name}<span class="email">${withPlaceToBreak(this.session.staff.email)}</span></p>
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

interface Desk {
  session(): SessionView | null | undefined
  client(): ServiceClient
  cover(): void
  comeBack(session: SessionView): void
}

/** Covers the desk when nobody touches it. The page stays as it is, and the session ends at the service. */
export class DeskLock {
  isOn = false
  private stop: (() => void) | null = null

  constructor(private readonly desk: Desk) {}

  async start() {
    const { lockWhenIdle } = await import('./idle-lock.ts')
    this.stop ??= lockWhenIdle({
      after: () => this.desk.session()?.lockAfterMinutes ?? Number.POSITIVE_INFINITY,
      lock: this.lock,
      unlock: () =>
        void this.desk
          .client()
          .readSession()
          .then(this.desk.comeBack, () => {}),
    })
  }

  end() {
    this.stop?.()
    this.stop = null
    this.isOn = false
  }

  private readonly lock = () => {
    this.isOn = true
    this.desk.cover()
    void keepAllNow()
      // Somebody who came back meanwhile has a session of their own, which stays.
      .then(() => (this.isOn ? this.desk.client().signOut() : undefined))
      .then(keepSessionEnded, (error: unknown) => {
        if (problemCode(error) === 'session/required') keepSessionEnded()
      })
  }
}

/** A question to the person that any number of calls can wait for; all get the same answer. */
export class Question {
  private readonly host: ReactiveControllerHost
  private waiting: Promise<boolean> | null = null
  private settle: (yes: boolean) => void = () => {}

  constructor(host: ReactiveControllerHost) {
    this.host = host
  }

  get isOpen(): boolean {
    return this.waiting !== null
  }

  ask(): Promise<boolean> {
    this.waiting ??= new Promise((resolve) => {
      this.settle = resolve
    })
    this.host.requestUpdate()
    return this.waiting
  }

  answer(yes: boolean): void {
    this.settle(yes)
    this.waiting = null
    this.host.requestUpdate()
  }
}
