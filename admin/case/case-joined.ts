import { Task } from '@lit/task'
import { css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { CaseView } from '../../service/contract/case-view.ts'
import { caseAddress } from '../page/addresses.ts'
import { badges } from '../page/case-badges.ts'
import { PageElement } from '../page/page-element.ts'
import { icons } from '../ui/icons.ts'
import { mergeWording } from '../wording/merge-wording.ts'

/** To which case this one is joined, or which cases are joined to it. */
@customElement('case-joined')
export class CaseJoined extends PageElement {
  static override styles = [
    PageElement.styles,
    badges,
    css`
      :host([empty]) {
        display: none;
      }
      .card {
        gap: 8px;
        border-inline-start: 4px solid var(--accent);
      }
      li {
        display: grid;
        gap: 2px;
        padding-block: 6px;
      }
      .waits {
        color: var(--warn);
        font-weight: 600;
      }
    `,
  ]

  @property({ attribute: false }) case!: CaseView

  private readonly joined = new Task(this, {
    args: () => [this.case.number, this.case.joined, this.case.revision, this.wording.language] as const,
    task: async ([number, joined], { signal }) =>
      joined === 0 ? [] : (await this.client.merging.joined(this.unit.tenant, number, signal)).items,
  })

  override render() {
    const { merged, joined } = this.case
    this.toggleAttribute('empty', merged === null && joined === 0)
    if (merged) return this.renderMerged(merged)
    return joined > 0 ? this.renderJoined(joined) : nothing
  }

  private renderMerged({ into, by, at, answered }: NonNullable<CaseView['merged']>) {
    const { formats } = this.wording
    const merge = mergeWording(this.wording)
    return html`<section class="card" aria-labelledby="heading">
      <h2 id="heading">${merge.mergedHeading}</h2>
      <p>${merge.mergedText(by, formats.dayAndTime(at))}${answered ? ` ${merge.mergedAnswered}` : ''}</p>
      <p><a href=${caseAddress(this.unit.tenant, into)}>${merge.open(into)}</a></p>
    </section>`
  }

  private renderJoined(joined: number) {
    const merge = mergeWording(this.wording)
    return html`<section class="card" aria-labelledby="heading">
      <h2 id="heading">${merge.joinedHeading}</h2>
      <p class="soft">${merge.joinedCount(joined)}. ${merge.joinedText}</p>
      ${this.joined.render({
        error: () => html`<p role="alert">${merge.joinedFailed}</p>`,
        complete: (items) => html`<ul class="plain">${items.map((item) => this.renderItem(item))}</ul>`,
      })}
    </section>`
  }

  private renderItem({ number, subject, waitsSince }: { number: string; subject: string; waitsSince: string | null }) {
    const { formats } = this.wording
    const merge = mergeWording(this.wording)
    return html`<li>
      <span><a href=${caseAddress(this.unit.tenant, number)}>${number}</a> ${subject}</span>
      ${
        waitsSince
          ? html`<span class="waits mark small">${icons.chat}${merge.waits(formats.dayAndTime(waitsSince))}</span>`
          : nothing
      }
    </li>`
  }
}
