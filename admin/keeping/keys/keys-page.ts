import { Task } from '@lit/task'
import { css, html, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { KeyList, UnitKeys } from '../../api/wire.ts'
import { PageElement } from '../../page/page-element.ts'
import { Attempt } from '../../ui/attempt.ts'
import '../../ui/dialog.ts'
import { consoleLooks } from '../../page/console-looks.ts'
import consoleWording from '../../texts/console.json'
import { icons } from '../../ui/icons.ts'
import { say } from '../../ui/say.ts'

const LOOK_AGAIN_MS = 2_000

type Asked = { readonly unit: UnitKeys } | 'master' | null

@customElement('keys-page')
export class KeysPage extends PageElement {
  static override styles = [
    PageElement.styles,
    consoleLooks,
    css`
      li {
        display: grid;
        gap: 8px;
      }
      progress {
        inline-size: 100%;
        block-size: 8px;
        accent-color: var(--accent);
      }
    `,
  ]

  @state() private asked: Asked = null
  private readonly attempt = new Attempt(this)
  private again: ReturnType<typeof setTimeout> | undefined

  private readonly list = new Task(this, {
    args: () => [] as const,
    task: (_, { signal }) => this.client.call('GET /operator/keys', { signal }),
    onComplete: ({ units }) => this.lookAgain(units.some(({ rotation }) => rotation !== null)),
  })

  override disconnectedCallback() {
    super.disconnectedCallback()
    clearTimeout(this.again)
  }

  override render() {
    const { keys } = consoleWording(this.wording)
    const { common } = this.wording
    const list = this.list.value
    return html`
      <div><h1>${keys.heading}</h1><p class="soft">${keys.intro}</p></div>
      ${
        list
          ? [this.renderUnits(list), this.renderMaster(list.master)]
          : this.renderLoaded(this.list, undefined, keys.loading)
      }
      <ui-dialog ?open=${this.asked !== null} heading=${this.question()} close-label=${common.close} @ui-close=${this.close}>
        ${this.asked ? this.renderQuestion(this.asked) : nothing}
      </ui-dialog>
    `
  }

  private renderUnits({ units }: KeyList) {
    return html`<ul class="plain" aria-label=${consoleWording(this.wording).keys.list}>${units.map((unit) => this.renderUnit(unit))}</ul>`
  }

  private renderUnit(unit: UnitKeys) {
    const { keys } = consoleWording(this.wording)
    const { formats } = this.wording
    const name = this.nameOf(unit)
    const age = keys.age({ days: Math.max(0, -formats.daysUntil(unit.madeAt)) })
    return html`<li>
      <div class="spread">
        <div><strong>${name}</strong><p class="soft small">${keys.made({ date: formats.day(unit.madeAt) })} · ${age}</p></div>
        ${
          unit.rotation
            ? nothing
            : html`<button aria-label=${keys.rotateOf({ name })} @click=${() => this.ask({ unit })}>${keys.rotate}</button>`
        }
      </div>
      ${unit.rotation ? this.renderProgress(name, unit.rotation) : nothing}
      ${unit.sealFaults.map(
        ({ collection, field, documents, since }) => html`<div class="banner danger">
          ${icons.alert}<p>${keys.sealFault({ place: `${collection}.${field}`, documents, since: formats.time(since) })}</p>
        </div>`,
      )}
    </li>`
  }

  private renderProgress(name: string, { remaining, records, settlesAt }: NonNullable<UnitKeys['rotation']>) {
    const { keys } = consoleWording(this.wording)
    const { formats } = this.wording
    if (remaining === 0) return html`<p class="small">${keys.settling({ time: formats.time(settlesAt) })}</p>`
    const done = records - remaining
    return html`<progress max=${records} value=${done} aria-label=${keys.rotateOf({ name })}></progress>
      <p class="small">${keys.progress({ done: formats.number(done), all: formats.number(records) })}</p>`
  }

  private renderMaster({ kept, behind, canRotate }: KeyList['master']) {
    const { keys } = consoleWording(this.wording)
    return html`<section class="card stack" aria-labelledby="master">
      <h2 id="master">${keys.master}</h2>
      <p>${kept === 'file' ? keys.masterFile : keys.masterGiven}</p>
      ${kept === 'given' && !canRotate ? html`<p class="soft">${keys.masterHow}</p>` : nothing}
      ${behind > 0 ? html`<div class="banner warn">${icons.alert}<p>${keys.masterBehind({ secrets: behind })}</p></div>` : nothing}
      ${canRotate ? html`<div><button @click=${() => this.ask('master')}>${keys.rotateMaster}</button></div>` : nothing}
    </section>`
  }

  private renderQuestion(asked: NonNullable<Asked>) {
    const { keys } = consoleWording(this.wording)
    const isMaster = asked === 'master'
    return html`<div class="stack">
      ${this.attempt.render()}
      ${isMaster ? nothing : html`<p>${keys.rotateText}</p>`}
      <div class="banner warn">${icons.alert}<p>${isMaster ? keys.masterBackup : keys.rotateBackup}</p></div>
      <div><button class="primary" ?disabled=${this.attempt.isBusy} @click=${() => this.rotate(asked)}>
        ${isMaster ? keys.rotateMaster : keys.rotate}
      </button></div>
    </div>`
  }

  private nameOf = ({ name }: UnitKeys) => name ?? consoleWording(this.wording).keys.platform

  private question(): string {
    const { keys } = consoleWording(this.wording)
    if (this.asked === null) return ''
    return this.asked === 'master' ? keys.rotateMaster : keys.rotateOf({ name: this.nameOf(this.asked.unit) })
  }

  private ask(asked: NonNullable<Asked>) {
    this.attempt.refusal = ''
    this.asked = asked
  }

  private close() {
    this.asked = null
  }

  private async rotate(asked: NonNullable<Asked>) {
    const { keys } = consoleWording(this.wording)
    await this.attempt.run(async () => {
      if (asked === 'master') await this.client.call('POST /operator/keys/master/rotation')
      else
        await this.client.call('POST /operator/keys/units/{tenant}/rotation', { params: { tenant: asked.unit.tenant } })
      this.close()
      say(this, asked === 'master' ? keys.masterDone : keys.started)
      await this.list.run()
    })
  }

  private lookAgain(isUnderWay: boolean) {
    clearTimeout(this.again)
    if (isUnderWay && this.isConnected) this.again = setTimeout(() => void this.list.run(), LOOK_AGAIN_MS)
  }
}
