import { css, html, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { OperatorLogView } from '../../../service/contract/installation.ts'
import type { LoggedAct } from '../../api/wire.ts'
import { PageElement } from '../../page/page-element.ts'
import { logLooks } from './log-looks.ts'
import '../../ui/empty-state.ts'
import consoleWording from '../../texts/console.json'
import { selectField } from '../../ui/field.ts'
import { fields } from '../../ui/fields.ts'
import { icons } from '../../ui/icons.ts'
import { PagedList } from '../../ui/paged-list.ts'
import { wordFor } from '../../wording/wording.ts'

type Line = OperatorLogView['items'][number]

/** It was about something with a random id, which tells a reader nothing. */
const saysNothing = (act: LoggedAct): boolean => act.startsWith('announcement.') || act.startsWith('operator.')

@customElement('operator-log-page')
export class OperatorLogPage extends PageElement {
  static override styles = [
    PageElement.styles,
    fields,
    logLooks,
    css`
      .filter {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 220px), 320px));
        gap: 16px;
      }
    `,
  ]

  @state() private by = ''
  @state() private act: LoggedAct | '' = ''
  @state() private operators: OperatorLogView['operators'] = []
  @state() private chain: OperatorLogView['chain'] = null

  private readonly log = new PagedList<Line>(this, {
    args: () => [this.by, this.act],
    load: async (cursor, signal) => {
      const page = await this.client.call('GET /operator/log', {
        query: { by: this.by, act: this.act, cursor },
        signal,
      })
      this.operators = page.operators
      this.chain = page.chain ?? this.chain
      return page
    },
    rows: '.line',
  })

  override render() {
    const { operatorLog } = consoleWording(this.wording)
    return html`
      <div class="promise"><h1>${this.wording.app.operatorLog}</h1><p class="soft">${operatorLog.intro}</p></div>
      ${this.renderChain()} ${this.renderFilter()}
      ${this.log.render({
        loading: operatorLog.loading,
        empty: () =>
          html`<ui-empty icon="history" heading=${operatorLog.emptyHeading} text=${operatorLog.emptyText}></ui-empty>`,
        full: (lines, more) => html`<ol class="plain cards" aria-label=${operatorLog.list}>
            ${lines.map((line) => this.renderLine(line))}
          </ol>
          ${more}`,
      })}
    `
  }

  private renderChain() {
    if (!this.chain) return nothing
    const { operatorLog } = consoleWording(this.wording)
    const { entries, faults } = this.chain
    const { number } = this.wording.formats
    return faults === 0
      ? html`<div class="banner ok">${icons.check}<p>${operatorLog.whole({ entries: number(entries) })}</p></div>`
      : html`<div class="banner danger" role="alert">${icons.alert}<p>${operatorLog.broken({ faults: number(faults) })}</p></div>`
  }

  private renderFilter() {
    const { operatorLog } = consoleWording(this.wording)
    const { acts, everybody, everything, system } = operatorLog
    const named = Object.entries(acts).map(([value, label]) => ({ value, label }))
    return html`<div class="filter">
      ${selectField({
        name: 'by',
        label: operatorLog.by,
        value: this.by,
        options: [
          { value: '', label: everybody },
          ...this.operators.map(({ id, name }) => ({ value: id, label: name })),
          { value: 'system', label: system },
        ],
        chosen: (by) => {
          this.by = by
        },
      })}
      ${selectField({
        name: 'act',
        label: operatorLog.act,
        value: this.act,
        options: [{ value: '', label: everything }, ...named],
        chosen: (act) => {
          this.act = act as LoggedAct | ''
        },
      })}
    </div>`
  }

  private renderLine({ at, by, act, subject }: Line) {
    const { operatorLog } = consoleWording(this.wording)
    return html`<li class="line">
      <p><strong>${wordFor(operatorLog.acts, act) ?? act}</strong>${subject && !saysNothing(act) ? html` <span class="soft">· ${subject}</span>` : nothing}</p>
      <p class="soft small">${by === 'system' ? operatorLog.system : by} · ${this.wording.formats.dayAndTime(at)}</p>
    </li>`
  }
}
