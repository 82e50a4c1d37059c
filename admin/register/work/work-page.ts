import { consume } from '@lit/context'
import { Task } from '@lit/task'
import { css, html, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { AlertEvent } from '../../../service/contract/alerts.ts'
import type { WorkView } from '../../../service/contract/saved-views.ts'
import { alertsContext } from '../../api/context.ts'
import { PageElement } from '../../page/page-element.ts'
import '../register-list.ts'
import { casesAddress } from '../../page/addresses.ts'
import { type RegisterQuery, searchOf, unfiltered } from '../register-query.ts'
import '../../ui/empty-state.ts'
import { sealedWrongLines } from '../sealed-wrong-lines.ts'

/** Shows what a person has to do: how much, what is most urgent, and what waits for their role. */
@customElement('work-page')
export class WorkPage extends PageElement {
  static override styles = [
    PageElement.styles,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 16px;
        max-inline-size: 1400px;
      }
      .tiles {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(150px, 1fr));
        gap: 8px;
      }
      .tiles a {
        display: grid;
        gap: 2px;
        align-content: start;
        block-size: 100%;
        padding: 12px 16px;
        border: 1px solid var(--line);
        border-radius: var(--radius-large);
        background: var(--surface);
        color: var(--ink);
        font-size: var(--size-small);
        text-decoration: none;
      }
      .tiles a:hover {
        border-color: var(--accent);
      }
      .tiles strong {
        font-size: 1.5rem;
        font-variant-numeric: tabular-nums;
        line-height: 1.2;
      }
      .tiles .late strong {
        color: var(--danger);
      }
    `,
  ]

  @consume({ context: alertsContext, subscribe: true })
  @state()
  private told: AlertEvent | null = null

  @state() private work: WorkView | null = null

  private readonly loading = new Task(this, {
    args: () => [this.unit.tenant, this.told?.unread] as const,
    task: async ([tenant], { signal }) => {
      this.work = await this.client.views.work(tenant, signal)
    },
  })

  override render() {
    const { work } = this.wording
    return html`
      <h1>${work.heading}</h1>
      ${this.work ? this.renderWork(this.work) : this.renderLoaded(this.loading, undefined, work.loading)}
    `
  }

  private renderWork({ overdue, soon, open, withReporter, waiting, items, sealedWrong }: WorkView) {
    const { work } = this.wording
    const mine = { assignee: 'me', sort: 'due_asc' } as const
    return html`
      <ul class="plain tiles" aria-label=${work.mine}>
        ${this.renderTile(work.overdue, overdue, { ...mine, view: 'todo', due: 'overdue' }, overdue > 0)}
        ${this.renderTile(work.soon, soon, { ...mine, view: 'todo', due: 'soon' })}
        ${this.renderTile(work.open, open, { ...mine, view: 'todo' })}
        ${this.renderTile(work.withReporter, withReporter, { assignee: 'me', view: 'incomplete' })}
      </ul>
      ${
        waiting.length > 0
          ? html`<h2>${work.forMyRole}</h2>
              <ul class="plain tiles" aria-label=${work.forMyRole}>
                ${waiting.map(({ what, cases }) => this.renderTile(work.waiting[what], cases, waitingIn[what]))}
              </ul>`
          : nothing
      }
      <h2>${work.mine}</h2>
      ${sealedWrongLines(sealedWrong, this.wording)}
      ${
        items.length === 0
          ? html`<ui-empty icon="check" heading=${work.emptyHeading} text=${work.emptyText}></ui-empty>`
          : html`<register-list .items=${items}></register-list>`
      }
      ${open > items.length ? html`<p><a href=${this.addressOf({ ...mine, view: 'todo' })}>${work.all}</a></p>` : nothing}
    `
  }

  private renderTile(text: string, cases: number, query: Partial<RegisterQuery>, isLate = false) {
    const { formats } = this.wording
    return html`<li><a class=${isLate ? 'late' : ''} href=${this.addressOf(query)}>
      <strong>${cases > 999 ? '999+' : formats.number(cases)}</strong><span>${text}</span>
    </a></li>`
  }

  private addressOf(query: Partial<RegisterQuery>): string {
    const whole: RegisterQuery = { ...unfiltered, view: 'todo', sort: 'received_desc', cursor: '', ...query }
    return casesAddress(this.unit.tenant) + searchOf(whole)
  }
}

/** Returns the address at which the register lists what waits. */
const waitingIn: Readonly<Record<WorkView['waiting'][number]['what'], Partial<RegisterQuery>>> = {
  verification: { view: 'received', sort: 'due_asc' },
  dispatch: { view: 'in_progress', assignee: 'none', sort: 'due_asc' },
  approval: { view: 'awaiting_approval', sort: 'due_asc' },
  objection: { view: 'objected', sort: 'due_asc' },
}
