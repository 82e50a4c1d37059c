import { html, nothing } from 'lit'
import { customElement } from 'lit/decorators.js'
import { PageElement } from '../../page/page-element.ts'
import { icons } from '../../ui/icons.ts'

/** Says which channels take no notices just now, or send none at all. Empty when all work, and when that cannot be asked. */
@customElement('channel-banner')
export class ChannelBanner extends PageElement {
  private readonly channels = this.load((tenant, signal) =>
    this.client.call('GET /channels', { params: { tenant }, signal }),
  )

  override render() {
    const { notices, vocabulary, formats } = this.wording
    const down = this.channels.value?.items.filter((one) => one.down || one.keepsHere) ?? []
    return down.map(
      ({
        channel,
        keepsHere,
        explanation,
        nextTryAt,
        since,
        waiting,
        advice,
      }) => html`<div class="banner warn" role="status">
        ${icons.alert}
        <div>
          <strong>${
            keepsHere
              ? notices.nothingLeaves({ channel: vocabulary.noticeChannels[channel] })
              : notices.down({
                  channel: vocabulary.noticeChannels[channel],
                  since: (since && formats.dayAndTime(since)) || 'none',
                })
          }</strong>
          ${explanation && !keepsHere ? html`<p>${explanation}</p>` : nothing}
          ${waiting > 0 ? html`<p>${waiting < 100 ? notices.waiting({ cases: waiting }) : notices.manyWaiting}</p>` : nothing}
          ${nextTryAt ? html`<p>${notices.downUntil({ when: formats.dayAndTime(nextTryAt) })}</p>` : nothing}
          ${advice ? html`<p>${advice}</p>` : nothing}
        </div>
      </div>`,
    )
  }
}
