import { css, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { SettingsHistoryView } from '../../../service/contract/unit.ts'
import { isOneOf, keysOf } from '../../../service/shared/records.ts'
import { PageElement } from '../../page/page-element.ts'
import { PagedList } from '../../ui/paged-list.ts'
import { wordFor } from '../../wording/wording.ts'
import type { Section } from './setting-fields.ts'

type Line = SettingsHistoryView['items'][number]
type Changed = Line['changes'][number]

@customElement('settings-history')
export class SettingsHistory extends PageElement {
  static override styles = [
    PageElement.styles,
    css`
      ol {
        display: grid;
        gap: 16px;
        overflow-wrap: anywhere;
      }
    `,
  ]

  /** The revision of the settings; the list is loaded again when a save raises it. */
  @property({ type: Number }) revision = 0

  private readonly list = new PagedList<Line>(this, {
    args: () => [this.unit.tenant, this.wording.language, this.revision],
    load: (cursor, signal) =>
      this.client.call('GET /settings/history', { params: this.inUnit, query: { cursor }, signal }),
  })

  override render() {
    const { history } = this.wording.settings
    return this.list.render({
      loading: history.loading,
      empty: () => html`<p class="soft">${history.empty}</p>`,
      full: (items, more) => html`<ol class="plain">${items.map((line) => this.renderLine(line))}</ol>${more}`,
    })
  }

  private renderLine({ at, by, changes }: Line) {
    const { settings, formats } = this.wording
    return html`<li>
      <strong>${formats.dayAndTime(at)}</strong> · ${settings.history.by({ who: by ?? 'none' })}
      <ul class="small">
        ${changes.map((one) => html`<li>${this.placeOf(one)}: ${this.sayChange(one)}</li>`)}
      </ul>
    </li>`
  }

  private placeOf({ path }: Changed): string {
    const { parts, history } = this.wording.settings
    const [first = '', ...rest] = path.split('.')
    const part = isOneOf(keysOf(parts), first) ? parts[first] : first
    return [part, ...rest.map((key) => wordFor(history.keys, key) ?? key)].join(' › ')
  }

  private sayChange({ from, to }: Changed): string {
    const { history } = this.wording.settings
    const say = (value: string) => wordFor(history.keys, value) ?? value
    if (from === null) return history.added({ to: say(to ?? '') })
    return to === null ? history.removed({ from: say(from) }) : history.changed({ from: say(from), to: say(to) })
  }
}

export const historySection: Section = {
  id: 'history',
  title: (wording) => wording.settings.history.title,
  render: ({ settings }) => html`<settings-history .revision=${settings.revision}></settings-history>`,
}
