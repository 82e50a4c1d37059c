import { css, html, nothing, type PropertyValues } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { CaseCounts } from '../../../service/contract/register.ts'
import { PageElement } from '../../page/page-element.ts'
import liveWording from '../../texts/live.json'
import { icons } from '../../ui/icons.ts'
import { liveLooks, Pulse } from './pulse.ts'

const BEAT = 10_000
type Counts = CaseCounts['counts']

const sameCounts = (one: Counts, other: Counts): boolean => {
  const statuses = [...Object.keys(one), ...Object.keys(other)] as (keyof Counts)[]
  return statuses.every((status) => (one[status] ?? 0) === (other[status] ?? 0))
}

/**
 * Tells that cases came or moved since the register was loaded. The list stays where and as it is until the person
 * wants it new.
 * @fires list-wanted - the person wants the list as it is now
 */
@customElement('register-watch')
export class RegisterWatch extends PageElement {
  static override styles = [
    PageElement.styles,
    liveLooks,
    css`
      /* Its place at the end of the page is there before there is news. */
      :host {
        min-block-size: 48px;
      }
      .banner {
        padding-block: 4px;
      }
    `,
  ]

  @property({ attribute: false }) counts: Counts = {}
  @property({ type: Number }) fresh = 0
  @state() private now: Counts | null = null

  constructor() {
    super()
    new Pulse(this, BEAT, () => this.look())
  }

  protected override willUpdate(changed: PropertyValues) {
    if (changed.has('counts')) this.now = null
  }

  override render() {
    const live = liveWording(this.wording)
    const isOutdated = this.now !== null && !sameCounts(this.now, this.counts)
    return html`<div role="status">
      ${
        isOutdated || this.fresh > 0
          ? html`<div class="banner">
              ${icons.bell}<span>${this.fresh > 0 ? this.wording.alerts.newCases({ count: this.fresh }) : live.listChanged}</span>
              <button class="quiet" @click=${this.show}>${live.show}</button>
            </div>`
          : nothing
      }
    </div>`
  }

  private show() {
    this.dispatchEvent(new CustomEvent('list-wanted'))
  }

  private async look(): Promise<boolean> {
    try {
      this.now = (
        await this.client.call('GET /case-counts', { params: this.inUnit, withoutSession: true, background: true })
      ).counts
      return true
    } catch {
      return false
    }
  }
}
