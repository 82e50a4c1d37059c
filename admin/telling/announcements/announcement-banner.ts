import { Task } from '@lit/task'
import { html } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { OwnAnnouncementsView } from '../../../service/contract/installation.ts'
import { closableBanner } from '../../page/closable-banner.ts'
import { PageElement } from '../../page/page-element.ts'
import { icons } from '../../ui/icons.ts'

const LOOKS_AGAIN_MS = 5 * 60_000

type Announcement = OwnAnnouncementsView['items'][number]

const looks = { notice: '', warning: 'warn', urgent: 'danger' } as const

/** Shows the operator's announcements until the person closes them. It is empty when there are none or they cannot be loaded. */
@customElement('announcement-banner')
export class AnnouncementBanner extends PageElement {
  static override styles = [PageElement.styles, closableBanner]

  @state() private items: readonly Announcement[] = []
  private again: ReturnType<typeof setInterval> | undefined

  private readonly announced = new Task(this, {
    args: () => [] as const,
    task: async (_, { signal }) =>
      this.take(await this.client.call('GET /account/announcements', { signal, background: true })),
  })

  override connectedCallback() {
    super.connectedCallback()
    this.again = setInterval(() => {
      if (!document.hidden) void this.announced.run()
    }, LOOKS_AGAIN_MS)
  }

  override disconnectedCallback() {
    super.disconnectedCallback()
    clearInterval(this.again)
  }

  override render() {
    return html`<div role="status">${this.items.map((one) => this.renderOne(one))}</div>`
  }

  private take({ items }: OwnAnnouncementsView) {
    this.items = items
  }

  private renderOne({ id, text, level }: Announcement) {
    const { common } = this.wording
    const language = text[this.wording.language] ? this.wording.language : 'id'
    return html`<div class="banner ${looks[level]}">
      ${level === 'notice' ? icons.bell : icons.alert}
      <p lang=${language}>${text[language]}</p>
      <button class="quiet" aria-label=${`${common.close}: ${text[language]}`} @click=${() => this.putAway(id)}>${common.close}</button>
    </div>`
  }

  private async putAway(id: string) {
    // It goes at once. If the service did not take the dismissal, it comes back with the next list.
    this.items = this.items.filter((one) => one.id !== id)
    await this.client.call('POST /account/announcements/{id}/dismissal', { params: { id } }).catch(() => undefined)
  }
}
