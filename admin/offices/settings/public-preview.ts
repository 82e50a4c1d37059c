import { Task } from '@lit/task'
import { css, html } from 'lit'
import { customElement } from 'lit/decorators.js'
import type { PublicStatisticsView } from '../../../service/contract/public-statistics.ts'
import { PageElement } from '../../page/page-element.ts'
import { targetOf } from '../../ui/target.ts'
import '../../ui/bar-list.ts'

/** Shows the figures that everybody sees, or would see. */
@customElement('public-preview')
export class PublicPreview extends PageElement {
  static override styles = [
    PageElement.styles,
    css`
      details > div {
        display: grid;
        gap: 12px;
        padding-block: 12px;
      }
      summary {
        padding-block: 4px;
        color: var(--accent);
        font-weight: 600;
        cursor: pointer;
      }
    `,
  ]

  private readonly loading = new Task(this, {
    autoRun: false,
    args: () => [this.unit.tenant] as const,
    task: ([tenant], { signal }) => this.client.previewPublicStatistics(tenant, signal),
  })

  override render() {
    const { settings } = this.wording
    return html`<details @toggle=${this.open}>
      <summary>${settings.public.preview}</summary>
      ${this.renderLoaded(this.loading, (shown) => this.renderShown(shown))}
    </details>`
  }

  private renderShown({ total, inTimePercent, byMonth, byCategory, byOutcome, asOf }: PublicStatisticsView) {
    const { settings, formats } = this.wording
    const wording = settings.public
    const list = (heading: string, lines: PublicStatisticsView['byCategory']) => {
      const bars = lines.map(({ label, cases }) => ({
        label,
        value: cases,
        said: cases === null ? wording.hidden : formats.number(cases),
      }))
      return html`<div><h3>${heading}</h3><ui-bars .bars=${bars}></ui-bars></div>`
    }
    return html`<div>
      <p>
        ${wording.total(total === null ? wording.under : formats.number(total))}
        ${inTimePercent === null ? wording.tooFew : wording.inTime(inTimePercent)}
      </p>
      ${list(wording.byMonth, byMonth)} ${list(wording.byCategory, byCategory)} ${list(wording.byOutcome, byOutcome)}
      <p class="soft small">${wording.asOf(formats.days(asOf, asOf))}</p>
    </div>`
  }

  private open(event: Event) {
    if (targetOf(event, HTMLDetailsElement).open) void this.loading.run()
  }
}
