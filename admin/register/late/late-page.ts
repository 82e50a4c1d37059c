import { css, html, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { LateList } from '../../../service/contract/register.ts'
import { caseAddress } from '../../page/addresses.ts'
import { cardList } from '../../page/card-list.ts'
import { ownWords } from '../../page/own-words.ts'
import { pageColumn } from '../../page/page-column.ts'
import { PageElement } from '../../page/page-element.ts'
import lateWording from '../../texts/late.json'
import '../../ui/empty-state.ts'
import { icons } from '../../ui/icons.ts'
import { PagedList } from '../../ui/paged-list.ts'

type Item = LateList['items'][number]

@customElement('late-page')
export class LatePage extends PageElement {
  static override styles = [
    PageElement.styles,
    pageColumn,
    cardList,
    css`
      .late {
        color: var(--danger);
        font-weight: 600;
      }
      .late .icon {
        vertical-align: -4px;
      }
      .paused::first-letter {
        text-transform: uppercase;
      }
      .why {
        padding-inline-start: 12px;
        border-inline-start: 3px solid var(--line-strong);
      }
    `,
  ]

  @state() private paused: LateList['paused'] = []

  private readonly list = new PagedList<Item>(this, {
    args: () => [this.unit.tenant, this.wording.language],
    load: async (cursor, signal) => {
      const late = await this.client.call('GET /late', { params: this.inUnit, query: { cursor }, signal })
      if (!cursor) this.paused = late.paused
      return late
    },
  })

  override render() {
    const late = lateWording(this.wording)
    return html`
      <div>
        <h1>${this.wording.register.late}</h1>
        <p class="soft">${late.intro}</p>
      </div>
      ${this.list.render({
        loading: late.loading,
        empty: () => html`<ui-empty icon="check" heading=${late.emptyHeading} text=${late.emptyText}></ui-empty>`,
        full: (items, more) => html`<ul class="plain list" aria-label=${this.wording.register.late}>
          ${items.map((item) => this.renderItem(item))}
        </ul>${more}`,
      })}
      ${this.paused.length > 0 ? this.renderPaused() : nothing}
    `
  }

  private renderPaused() {
    const late = lateWording(this.wording)
    return html`
      <h2>${late.paused}</h2>
      <ul class="plain list" aria-label=${late.paused}>
        ${this.paused.map(
          ({ number, subject, category, sentence }) => html`<li>
            <div class="spread">
              <strong>${subject}</strong>
              <a href=${caseAddress(this.unit.tenant, number)}>${number}<span class="unseen">: ${late.open}</span></a>
            </div>
            <p class="soft small">${ownWords(this.unit.view, category)}</p>
            <p class="why paused">${sentence}</p>
          </li>`,
        )}
      </ul>
    `
  }

  private renderItem({ number, subject, category, statusLabel, clocks, because, turn, reporterTold }: Item) {
    const { formats } = this.wording
    const late = lateWording(this.wording)
    return html`<li>
      <div class="spread">
        <strong>${subject}</strong>
        <a href=${caseAddress(this.unit.tenant, number)}>${number}<span class="unseen">: ${late.open}</span></a>
      </div>
      <p class="soft small">${ownWords(this.unit.view, category)} · ${statusLabel}</p>
      ${clocks.map(
        ({ label, dueAt, workingDaysLate, newDate }) => html`<p>
          <span class="late">${icons.alert} ${late.by({ clock: label, days: workingDaysLate })}</span>
          <span class="soft small">${late.since({ date: formats.day(dueAt) })}${newDate ? ` ${late.promised({ date: formats.day(newDate) })}` : ''}</span>
        </p>`,
      )}
      <p class="why">${because ? html`${because.reason} <span class="soft small">${because.by}, ${formats.day(because.at)}</span>` : late.unexplained}</p>
      <p class="small">${late.turn} <strong>${turn}</strong> · <span class="soft">${reporterTold ? late.reporterTold : late.reporterNotTold}</span></p>
    </li>`
  }
}
