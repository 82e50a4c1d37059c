import { css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { NoticeStanding, NoticeView } from '../api/wire.ts'
import { PageElement } from '../page/page-element.ts'
import '../desk/letters/send-by-letter.ts'
import '../telling/notices/settle-notices.ts'
import { badges } from '../page/case-badges.ts'
import { type IconName, icons } from '../ui/icons.ts'
import { wordFor } from '../wording/wording.ts'
import { olderButton } from './older-page.ts'

const looks: Readonly<Record<NoticeStanding, { readonly icon: IconName; readonly tone: string }>> = {
  drafted: { icon: 'clock', tone: '' },
  to_print: { icon: 'mail', tone: '' },
  kept: { icon: 'alert', tone: '' },
  handed_over: { icon: 'send', tone: '' },
  taken: { icon: 'send', tone: '' },
  delivered: { icon: 'check', tone: '' },
  read: { icon: 'eye', tone: '' },
  failed: { icon: 'alert', tone: 'late' },
  overtaken: { icon: 'clock', tone: '' },
  page_only: { icon: 'eye', tone: '' },
}

@customElement('case-notices')
export class CaseNotices extends PageElement {
  static override styles = [
    PageElement.styles,
    badges,
    css`
      .list {
        display: grid;
        gap: 14px;
      }
      .label {
        font-weight: 600;
      }
      details ul {
        display: grid;
        gap: 6px;
        padding-block-start: 6px;
      }
      summary {
        color: var(--accent);
        cursor: pointer;
      }
    `,
  ]

  @property({ attribute: false }) notices: readonly NoticeView[] = []
  @property({ attribute: false }) older: string | null = null
  @property() number = ''
  /** The case whose undelivered notices can be settled here; empty where they cannot. */
  @property() settles = ''

  override render() {
    const { casePage } = this.wording
    return html`<section class="card" aria-labelledby="heading">
      <h2 id="heading">${casePage.notices}</h2>
      ${olderButton(this.wording, 'notices', this.older)}
      ${
        this.notices.length === 0
          ? html`<p class="soft">${casePage.noNotices}</p>`
          : html`<ul class="plain list">${this.notices.map((notice) => this.renderNotice(notice))}</ul>`
      }
      ${this.settles ? html`<settle-notices class="screen-only" number=${this.settles}></settle-notices>` : nothing}
    </section>`
  }

  private renderNotice({
    id,
    mayLetter,
    label,
    state,
    standing,
    standingLabel,
    channel,
    nextTryAt,
    attempts,
  }: NoticeView) {
    const { casePage, vocabulary, formats } = this.wording
    const { icon, tone } = looks[standing]
    return html`<li>
      <p class="label">${label}</p>
      <p class="small">
        <span class="due ${tone}">${icons[icon]}${standingLabel}</span>
        ${channel ? html`<span class="soft"> · ${vocabulary.noticeChannels[channel]}</span>` : nothing}
        ${state === 'sent' && nextTryAt ? html`<span class="soft"> · ${casePage.deliveryAwaited({ until: formats.dayAndTime(nextTryAt) })}</span>` : nothing}
        ${state === 'pending' && nextTryAt ? html`<span class="soft"> · ${casePage.nextTry({ when: formats.dayAndTime(nextTryAt) })}</span>` : nothing}
      </p>
      ${attempts.length === 0 ? nothing : this.renderAttempts(attempts)}
      ${mayLetter ? html`<send-by-letter class="screen-only" number=${this.number} notice=${id}></send-by-letter>` : nothing}
    </li>`
  }

  private renderAttempts(attempts: NoticeView['attempts']) {
    const { casePage, vocabulary, formats } = this.wording
    return html`<details class="small">
      <summary>${casePage.attempts({ count: attempts.length })}</summary>
      <ul class="plain">
        ${attempts.map(
          ({ at, channel, outcome, report, explanation }) => html`<li>
            <span class="soft">${formats.dayAndTime(at)} · ${vocabulary.noticeChannels[channel]}</span><br>
            ${wordFor(vocabulary.attemptOutcomes, report ?? outcome) ?? outcome}${explanation ? `: ${explanation}` : ''}
          </li>`,
        )}
      </ul>
    </details>`
  }
}
