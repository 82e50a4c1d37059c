import { Task } from '@lit/task'
import { html, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { WidgetVersion, WidgetVersionList } from '../../api/wire.ts'
import { PageElement } from '../../page/page-element.ts'
import { Attempt } from '../../ui/attempt.ts'
import '../../ui/dialog.ts'
import '../../ui/empty-state.ts'
import { consoleLooks } from '../../page/console-looks.ts'
import consoleWording from '../../texts/console.json'
import { textField } from '../../ui/field.ts'
import { fields } from '../../ui/fields.ts'
import { say } from '../../ui/say.ts'

@customElement('widget-versions-page')
export class WidgetVersionsPage extends PageElement {
  static override styles = [PageElement.styles, fields, consoleLooks]

  @state() private asked: string | null = null
  @state() private reason = ''
  @state() private changed: WidgetVersionList | undefined

  private readonly attempt = new Attempt(this)

  private readonly list = new Task(this, {
    args: () => [] as const,
    task: (_, { signal }) => this.client.call('GET /operator/widget-versions', { signal }),
  })

  override render() {
    const { widgetVersions } = consoleWording(this.wording)
    const { common } = this.wording
    const list = this.changed ?? this.list.value
    return html`
      <div><h1>${widgetVersions.heading}</h1><p class="soft">${widgetVersions.intro}</p></div>
      ${this.asked ? nothing : this.attempt.render()}
      ${list ? this.renderList(list) : this.renderLoaded(this.list, undefined, widgetVersions.loading)}
      <ui-dialog ?open=${this.asked !== null} heading=${this.asked ? widgetVersions.withdrawOf({ version: this.asked }) : ''} close-label=${common.close} @ui-close=${this.close}>
        ${this.asked ? this.renderQuestion(this.asked) : nothing}
      </ui-dialog>
    `
  }

  private renderList({ items }: WidgetVersionList) {
    const { widgetVersions } = consoleWording(this.wording)
    if (items.length === 0) {
      return html`<ui-empty icon="copy" heading=${widgetVersions.emptyHeading} text=${widgetVersions.emptyText}></ui-empty>`
    }
    return html`<ul class="plain" aria-label=${widgetVersions.list}>${items.map((one, at) => this.renderVersion(one, at === 0))}</ul>`
  }

  private renderVersion({ version, withdrawn, spread }: WidgetVersion, isNewest: boolean) {
    const { widgetVersions, versionsSeen } = consoleWording(this.wording)
    const { formats } = this.wording
    return html`<li class="spread">
      <div>
        <strong>${version}</strong>${isNewest ? html` <span class="soft">${widgetVersions.newest}</span>` : nothing}
        <p class="soft small">${spread ? versionsSeen.seen({ sites: spread.sites, units: spread.units, day: formats.day(spread.lastSeenAt) }) : versionsSeen.unseen}</p>
        ${
          withdrawn
            ? html`<p class="small">${widgetVersions.withdrawn({ date: formats.day(withdrawn.at) })}: ${withdrawn.reason}</p>`
            : nothing
        }
      </div>
      ${
        withdrawn
          ? html`<button aria-label=${widgetVersions.allowOf({ version })} @click=${() => this.allow(version)}>${widgetVersions.allow}</button>`
          : html`<button aria-label=${widgetVersions.withdrawOf({ version })} @click=${() => this.ask(version)}>${widgetVersions.withdraw}</button>`
      }
    </li>`
  }

  private renderQuestion(version: string) {
    const { widgetVersions } = consoleWording(this.wording)
    return html`<div class="stack">
      ${this.attempt.render()}
      <p>${widgetVersions.withdrawText}</p>
      ${textField({
        name: 'reason',
        label: widgetVersions.reason,
        value: this.reason,
        written: (reason) => {
          this.reason = reason
        },
      })}
      <div><button class="danger" ?disabled=${this.attempt.isBusy || this.reason.trim() === ''} @click=${() => this.withdraw(version)}>
        ${widgetVersions.withdraw}
      </button></div>
    </div>`
  }

  private ask(version: string) {
    this.reason = ''
    this.attempt.refusal = ''
    this.asked = version
  }

  private close() {
    this.asked = null
  }

  private withdraw(version: string) {
    return this.attempt.run(async () => {
      this.changed = await this.client.call('POST /operator/widget-versions/{version}/withdrawal', {
        params: { version },
        body: { reason: this.reason.trim() },
      })
      this.close()
      say(this, consoleWording(this.wording).widgetVersions.done({ version }))
    })
  }

  private allow(version: string) {
    return this.attempt.run(async () => {
      this.changed = await this.client.call('POST /operator/widget-versions/{version}/return', { params: { version } })
      say(this, consoleWording(this.wording).widgetVersions.allowed({ version }))
    })
  }
}
