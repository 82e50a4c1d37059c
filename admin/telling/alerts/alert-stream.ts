import type { AlertEvent } from '../../../service/contract/alerts.ts'
import type { AlertsClient } from '../../api/alerts-client.ts'

/** Milliseconds between two requests while no stream is open: the session has too many screens, or the network fails. */
const ASKS_EVERY = 60_000

/** Keeps what is unread in one unit, as it changes. */
export class AlertStream {
  private tenant: string | null = null
  private close = () => {}

  constructor(
    private readonly client: () => AlertsClient,
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
    const stop = this.client().listen(tenant, this.onEvent, () => {
      stop()
      void this.ask(tenant)
      const later = setTimeout(() => this.open(tenant), ASKS_EVERY)
      this.close = () => clearTimeout(later)
    })
    this.close = stop
  }

  private async ask(tenant: string) {
    const list = await this.client()
      .look(tenant)
      .catch(() => null)
    if (!list || tenant !== this.tenant) return
    const unread = list.items.filter(({ read }) => !read)
    const newCases = unread.filter(({ kind }) => kind === 'new_case').length
    this.onEvent({ unread: list.unread, newest: unread[0] ?? null, newCases })
  }
}
