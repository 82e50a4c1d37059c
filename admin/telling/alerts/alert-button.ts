import { consume } from '@lit/context'
import { css, html, nothing, type PropertyValues } from 'lit'
import { customElement, query, state } from 'lit/decorators.js'
import type { AlertEvent } from '../../../service/contract/messages.ts'
import type { ServiceClient } from '../../api/client.ts'
import { alertsContext } from '../../api/context.ts'
import { openLine } from '../../api/transport.ts'
import { PageElement } from '../../page/page-element.ts'
import { controls } from '../../ui/controls.ts'
import { icons } from '../../ui/icons.ts'

/** Shows the number of unread alerts, and opens them. The panel is loaded when it is first opened. */
@customElement('alert-button')
export class AlertButton extends PageElement {
  static override styles = [
    controls,
    css`
      button {
        position: relative;
        inline-size: 44px;
        min-block-size: 44px;
        padding: 0;
        border-color: transparent;
        background: transparent;
        color: inherit;
        --focus: var(--rail-ink);
      }
      button:hover {
        border-color: transparent;
        background: var(--rail-on);
      }
      .count {
        position: absolute;
        inset-block-start: 1px;
        inset-inline-start: 50%;
        min-inline-size: 18px;
        padding-inline: 4px;
        border-radius: 9px;
        background: var(--note);
        color: var(--note-ink);
        font-size: 0.6875rem;
        font-weight: 700;
        line-height: 18px;
        text-align: center;
      }
      #panel {
        position: fixed;
        inset: 8px auto auto 224px;
        inline-size: min(420px, 100vw - 16px);
        max-block-size: calc(100dvh - 16px);
        margin: 0;
        padding: 0;
        border: 0;
        border-radius: var(--radius-large);
        background: var(--surface);
        color: var(--ink);
        box-shadow: var(--shadow);
        overflow-y: auto;
      }
      @media (max-width: 767px) {
        #panel {
          inset: 56px 8px auto;
          max-block-size: calc(100dvh - 64px);
        }
      }
    `,
  ]

  @consume({ context: alertsContext, subscribe: true })
  @state()
  private told: AlertEvent | null = null

  @state() private isOpen = false
  @state() private isLoaded = false
  @state() private announced = ''
  @query('#panel') private readonly panel!: HTMLElement

  protected override willUpdate(changed: PropertyValues) {
    const before = changed.get('told') as AlertEvent | null | undefined
    if (before && this.told && this.told.unread > before.unread) {
      this.announced = this.wording.alerts.fresh({ count: this.told.unread - before.unread })
    }
  }

  override render() {
    const { alerts } = this.wording
    const unread = this.told?.unread ?? 0
    return html`
      <button popovertarget="panel" aria-label=${alerts.bell({ unread })}>
        ${icons.bell}${unread > 0 ? html`<span class="count" aria-hidden="true">${unread > 99 ? '99+' : unread}</span>` : nothing}
      </button>
      <div role="status" class="unseen">${this.announced}</div>
      <div id="panel" popover @toggle=${this.onToggle} @alert-followed=${this.close}>
        ${this.isOpen && this.isLoaded ? html`<alert-panel></alert-panel>` : nothing}
      </div>
    `
  }

  private async onToggle({ newState }: ToggleEvent) {
    this.isOpen = newState === 'open'
    if (!this.isOpen) return
    await import('./alert-panel.ts')
    this.isLoaded = true
  }

  private close() {
    this.panel.hidePopover()
  }
}

/** Milliseconds between two requests while no stream is open: the session has too many screens, or the network fails. */
const ASKS_EVERY = 60_000

/** Keeps what is unread in one unit, as it changes. */
export class AlertStream {
  private tenant: string | null = null
  private close = () => {}

  constructor(
    private readonly client: () => ServiceClient,
    private readonly onEvent: (event: AlertEvent | null) => void,
  ) {}

  /** Listens in that unit and no other; `null`: in none. */
  follow(tenant: string | null) {
    if (tenant === this.tenant) return
    this.tenant = tenant
    this.close()
    this.onEvent(null)
    if (tenant) this.open(tenant)
  }

  private open(tenant: string) {
    const address = this.client().address('GET /alerts/events', { params: { tenant } })
    this.close = openLine(address, 'alerts', this.onEvent, () => {
      this.close()
      void this.ask(tenant)
      const later = setTimeout(() => this.open(tenant), ASKS_EVERY)
      this.close = () => clearTimeout(later)
    })
  }

  private async ask(tenant: string) {
    // Nobody waits for the answer, so nobody is asked to sign in again for it.
    const list = await this.client()
      .call('GET /alerts', { params: { tenant }, withoutSession: true })
      .catch(() => null)
    if (!list || tenant !== this.tenant) return
    const unread = list.items.filter(({ read }) => !read)
    const newCases = unread.filter(({ kind }) => kind === 'new_case').length
    this.onEvent({ unread: list.unread, newest: unread[0] ?? null, newCases })
  }
}
