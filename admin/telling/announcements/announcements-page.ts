import { Task } from '@lit/task'
import { css, html, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { AnnouncementListView } from '../../../service/contract/installation.ts'
import { serviceNow } from '../../api/service-clock.ts'
import { PageElement } from '../../page/page-element.ts'
import { Attempt } from '../../ui/attempt.ts'
import '../../ui/dialog.ts'
import '../../ui/empty-state.ts'
import { icons } from '../../ui/icons.ts'
import { say } from '../../ui/say.ts'
import './announce-form.ts'
import { consoleLooks } from '../../page/console-looks.ts'
import consoleWording from '../../texts/console.json'

type Announcement = AnnouncementListView['items'][number]

@customElement('announcements-page')
export class AnnouncementsPage extends PageElement {
  static override styles = [
    PageElement.styles,
    consoleLooks,
    css`
      li {
        display: grid;
        gap: 4px;
      }
    `,
  ]

  @state() private making = false
  @state() private changed: AnnouncementListView | undefined

  private readonly attempt = new Attempt(this)

  private readonly list = new Task(this, {
    args: () => [] as const,
    task: (_, { signal }) => this.client.call('GET /operator/announcements', { signal }),
  })

  override render() {
    const { app, common } = this.wording
    const { announcements } = consoleWording(this.wording)
    const list = this.changed ?? this.list.value
    return html`
      <div class="spread">
        <div>
          <h1>${app.announcements}</h1>
          <p class="soft">${announcements.intro}</p>
        </div>
        <button class="primary" @click=${this.open}>${icons.add}${announcements.make}</button>
      </div>
      ${this.attempt.render()}
      ${list ? this.renderList(list) : this.renderLoaded(this.list, undefined, announcements.loading)}
      <ui-dialog ?open=${this.making} heading=${announcements.make} close-label=${common.close} @ui-close=${this.close}>
        ${this.making ? html`<announce-form @announced=${this.announced}></announce-form>` : nothing}
      </ui-dialog>
    `
  }

  private renderList({ items }: AnnouncementListView) {
    const { announcements } = consoleWording(this.wording)
    if (items.length === 0) {
      return html`<ui-empty icon="bell" heading=${announcements.emptyHeading} text=${announcements.emptyText}></ui-empty>`
    }
    return html`<ul class="plain" aria-label=${announcements.list}>${items.map((one) => this.renderOne(one))}</ul>`
  }

  private renderOne({ id, text, level, from, until, units, madeBy }: Announcement) {
    const { formats, language } = this.wording
    const { announcements } = consoleWording(this.wording)
    const words = text[language] || text.id
    const now = serviceNow()
    const isOver = Date.parse(until) <= now
    const at = isOver ? 'over' : Date.parse(from) > now ? 'waiting' : 'running'
    return html`<li>
      <p><strong>${words}</strong></p>
      <p class="small">${announcements.states[at]} · ${announcements.levels[level]} · ${announcements.period({ from: formats.dayAndTime(from), until: formats.dayAndTime(until) })}</p>
      <p class="soft small">${units === null ? announcements.allUnits : formats.list(units)} · ${madeBy}</p>
      ${isOver ? nothing : html`<div><button aria-label=${announcements.endOf({ text: words })} ?disabled=${this.attempt.isBusy} @click=${() => this.end(id)}>${announcements.end}</button></div>`}
    </li>`
  }

  private open() {
    this.making = true
  }

  private close() {
    this.making = false
  }

  private announced({ detail }: CustomEvent<AnnouncementListView>) {
    this.changed = detail
    this.close()
    say(this, consoleWording(this.wording).announcements.made)
  }

  private end(id: string) {
    return this.attempt.run(async () => {
      this.changed = await this.client.call('POST /operator/announcements/{id}/end', { params: { id } })
      say(this, consoleWording(this.wording).announcements.ended)
    })
  }
}
