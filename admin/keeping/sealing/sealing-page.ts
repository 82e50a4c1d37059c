import { Task } from '@lit/task'
import { css, html, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { SealingView } from '../../../service/contract/sealing.ts'
import { pageColumn } from '../../page/page-column.ts'
import { PageElement } from '../../page/page-element.ts'
import { Attempt } from '../../ui/attempt.ts'
import { fields, formGrid } from '../../ui/fields.ts'
import '../../ui/dialog.ts'
import '../../ui/empty-state.ts'
import { textField } from '../../ui/field.ts'
import { formIn, textIn } from '../../ui/form.ts'
import { icons } from '../../ui/icons.ts'
import { say } from '../../ui/say.ts'
import type { KeyCeremony } from './key-ceremony.ts'
import './key-ceremony.ts'
import { sealingWording } from './sealing-wording.ts'
import './unlock-key.ts'
import './way-form.ts'
import type { Key, OpenKey, Way, Wrap } from './ways.ts'

type Asked = 'ask-end' | 'end' | { readonly remove: Way; readonly of: Key } | { readonly addTo: Key } | null

/** Shows whether identities are sealed, with which keys, and who can open them. */
@customElement('sealing-page')
export class SealingPage extends PageElement {
  static override styles = [
    PageElement.styles,
    fields,
    pageColumn,
    formGrid,
    css`
      .keys,
      .ways {
        display: grid;
        gap: 12px;
      }
      code {
        overflow-wrap: anywhere;
      }
    `,
  ]

  @state() private view: SealingView | null = null
  @state() private isMaking = false
  @state() private asked: Asked = null
  /** The key that was opened to be kept in one more way. */
  @state() private opened: OpenKey | null = null
  private readonly attempt = new Attempt(this)

  private readonly loading = new Task(this, {
    args: () => [this.unit.tenant] as const,
    task: async ([tenant], { signal }) => {
      this.view = await this.client.sealing.read(tenant, signal)
    },
  })

  override render() {
    const wording = sealingWording(this.wording)
    const { app } = this.wording
    return html`
      <div class="screen-only"><h1>${app.sealing}</h1><p class="soft">${wording.intro}</p></div>
      ${this.view ? this.renderView(this.view) : this.renderLoaded(this.loading)}
    `
  }

  private renderView(view: SealingView) {
    const wording = sealingWording(this.wording)
    if (this.isMaking) return html`<key-ceremony .keep=${this.keep}></key-ceremony>`
    const waits = view.keys.some(({ state }) => state === 'waiting')
    return html`
      <div class="banner ${view.on ? '' : 'warn'}">${view.on ? icons.lock : icons.note}<p>${view.on ? wording.on : wording.off}</p></div>
      <details>
        <summary>${wording.limits}</summary>
        <ul>${wording.limitsList.map((one) => html`<li>${one}</li>`)}</ul>
      </details>
      <details>
        <summary>${wording.hostile}</summary>
        <ul>${wording.hostileList.map((one) => html`<li>${one}</li>`)}</ul>
      </details>
      ${this.renderEndAsked(view)} ${this.asked === null ? this.attempt.render() : nothing}
      ${
        view.keys.length === 0
          ? html`<ui-empty icon="lock" heading=${wording.none} text=${view.mayHold ? wording.noneText : wording.noneForAdmin}></ui-empty>`
          : html`<ul class="plain keys" aria-label=${wording.keys}>${view.keys.map((key) => this.renderKey(key, view))}</ul>`
      }
      ${
        view.mayHold && !waits
          ? html`<div class="stack">
              ${view.on ? html`<p class="soft">${wording.replaceText}</p>` : nothing}
              <div class="row">
                <button class=${view.on ? '' : 'primary'} @click=${this.begin}>${icons.key}${view.on ? wording.replace : wording.make}</button>
                ${view.on && !view.endAsked ? html`<button class="danger" @click=${() => this.ask('ask-end')}>${wording.askEnd}</button>` : nothing}
              </div>
            </div>`
          : nothing
      }
      ${this.renderDialogs()}
    `
  }

  private renderEndAsked({ endAsked }: SealingView) {
    if (!endAsked) return nothing
    const wording = sealingWording(this.wording)
    return html`<div class="card stack">
      <p>${wording.endAskedBy(endAsked.by, this.wording.formats.day(endAsked.at))}</p>
      <div class="row">
        ${endAsked.own ? nothing : html`<button class="danger" @click=${() => this.ask('end')}>${wording.end}</button>`}
        <button class="quiet" ?disabled=${this.attempt.isBusy} @click=${this.withdrawEnd}>${wording.withdrawEnd}</button>
      </div>
    </div>`
  }

  private renderKey(key: Key, { mayHold }: SealingView) {
    const wording = sealingWording(this.wording)
    const { formats } = this.wording
    const { state, own, fingerprint, madeBy, madeAt, confirmedBy, confirmedAt, retiredAt } = key
    // The person who confirms must read the fingerprint from a sheet, so it is not shown here.
    const isHidden = state === 'waiting' && !own
    return html`<li class="card">
      <div class="spread"><h2>${wording.states[state]}</h2>${isHidden ? nothing : html`<span>${wording.fingerprint}: <code>${fingerprint}</code></span>`}</div>
      <p class="soft small">
        ${wording.madeBy(madeBy, formats.day(madeAt))}
        ${confirmedAt && confirmedBy ? html`<br>${wording.confirmedBy(confirmedBy, formats.day(confirmedAt))}` : nothing}
        ${retiredAt ? html`<br>${wording.retired(formats.day(retiredAt))}` : nothing}
      </p>
      ${state === 'waiting' ? html`${this.renderChangeOver(key)} ${this.renderWaiting(own)}` : nothing} ${mayHold ? this.renderWays(key) : nothing}
    </li>`
  }

  /** Before a key follows another: sites that hold to the one before must name both. */
  private renderChangeOver({ own, fingerprint }: Key) {
    const wording = sealingWording(this.wording)
    const before = this.view?.keys.find(({ state }) => state === 'active')
    if (!before) return nothing
    return html`<div class="banner warn">
      ${icons.note}
      <p>
        ${wording.changeOver}<br><code>sealing-key="${before.fingerprint}, ${own ? fingerprint : '…'}"</code><br>
        <a href="/admin/${encodeURIComponent(this.unit.tenant)}/embed">${wording.checkSites}</a>
      </p>
    </div>`
  }

  private renderWaiting(own: boolean) {
    const wording = sealingWording(this.wording)
    const { isBusy } = this.attempt
    return html`
      ${
        own
          ? html`<div class="banner">${icons.clock}<p>${wording.waitsOwn}</p></div>`
          : html`<form novalidate @submit=${this.confirm}>
              <h3>${wording.confirmHeading}</h3>
              <p>${wording.confirmText}</p>
              ${textField({ name: 'fingerprint', label: wording.confirmField, limit: 60 })}
              <div><button class="primary" ?disabled=${isBusy}>${icons.check}${wording.confirm}</button></div>
            </form>`
      }
      <div><button class="quiet" ?disabled=${isBusy} @click=${this.discard}>${icons.remove}${wording.discard}</button></div>
    `
  }

  private renderWays(key: Key) {
    const wording = sealingWording(this.wording)
    const { formats } = this.wording
    return html`<div class="stack">
      <h3>${wording.ways}</h3>
      <ul class="plain ways">
        ${key.ways.map((way) => {
          const label = wording.wayOf(wording.way[way.wrapped.way], way.by, formats.day(way.at))
          return html`<li class="spread">
            <span>${label}</span>
            ${
              key.ways.length > 1
                ? html`<button class="quiet only-icon" aria-label="${wording.removeWay}: ${label}" @click=${() => this.ask({ remove: way, of: key })}>${icons.remove}</button>`
                : nothing
            }
          </li>`
        })}
      </ul>
      <div><button @click=${() => this.ask({ addTo: key })}>${icons.add}${wording.addWay}</button></div>
    </div>`
  }

  private renderDialogs() {
    const wording = sealingWording(this.wording)
    const { common } = this.wording
    const { asked } = this
    const ends = `${wording.endText} ${wording.endPinned}`
    const questions = {
      'ask-end': [wording.endHeading, `${wording.askEndText} ${ends}`, wording.askEnd, this.askEnd],
      end: [wording.endHeading, ends, wording.end, this.end],
      remove: [wording.removeWayHeading, wording.removeWayText, wording.removeWay, this.removeWay],
    } as const
    const [heading, text, submit, act] = questions[typeof asked === 'string' ? asked : 'remove']
    const isQuestion = typeof asked === 'string' || (asked !== null && 'remove' in asked)
    const added = typeof asked === 'object' && asked !== null && 'addTo' in asked ? asked.addTo : null
    return html`
      <ui-dialog ?open=${isQuestion} heading=${heading} close-label=${common.close} @ui-close=${() => this.ask(null)}>
        <div class="stack">
          <p>${text}</p>
          ${this.attempt.render()}
          <div class="row">
            <button class="danger" ?disabled=${this.attempt.isBusy} @click=${act}>${submit}</button>
            <button class="quiet" @click=${() => this.ask(null)}>${common.cancel}</button>
          </div>
        </div>
      </ui-dialog>
      <ui-dialog ?open=${added !== null} heading=${wording.addWay} close-label=${common.close} @ui-close=${() => this.ask(null)}>
        ${added ? this.renderAdding(added) : nothing}
      </ui-dialog>
    `
  }

  private renderAdding(key: Key) {
    const wording = sealingWording(this.wording)
    return html`<div class="stack">
      <p class="soft">${wording.addWayText}</p>
      ${
        this.opened
          ? html`<way-form submit=${wording.addWay} .take=${(wrap: Wrap) => this.addWay(key, wrap)}></way-form>`
          : html`<unlock-key .key=${key} .take=${this.takeOpened}></unlock-key>`
      }
    </div>`
  }

  private begin() {
    this.isMaking = true
  }

  private ask(asked: Asked) {
    this.asked = asked
    this.opened?.secret.fill(0)
    this.opened = null
    this.attempt.refusal = ''
  }

  private readonly takeOpened = async (open: OpenKey) => {
    this.opened = open
  }

  private readonly keep: KeyCeremony['keep'] = async (key) => {
    this.view = await this.client.sealing.make(this.unit.tenant, key)
    this.isMaking = false
    say(this, sealingWording(this.wording).made)
  }

  private async addWay(key: Key, wrap: Wrap) {
    if (!this.opened) return
    const wrapped = await wrap(this.opened.secret, key.id)
    this.done(await this.client.sealing.addWay(this.unit.tenant, { key: key.id, wrapped }), 'wayAdded')
  }

  private confirm(event: Event) {
    event.preventDefault()
    const typed = textIn(new FormData(formIn(event)), 'fingerprint')
    return this.change(() => this.client.sealing.confirm(this.unit.tenant, typed), 'confirmed')
  }

  private discard() {
    return this.change(() => this.client.sealing.discard(this.unit.tenant), 'discarded')
  }

  private askEnd() {
    return this.change(() => this.client.sealing.askEnd(this.unit.tenant), 'endAsked')
  }

  private withdrawEnd() {
    return this.change(() => this.client.sealing.withdrawEnd(this.unit.tenant), 'endWithdrawn')
  }

  private end() {
    return this.change(() => this.client.sealing.confirmEnd(this.unit.tenant), 'ended')
  }

  private removeWay() {
    const { asked } = this
    if (asked === null || typeof asked === 'string' || !('remove' in asked)) return undefined
    const way = { key: asked.of.id, way: asked.remove.id }
    return this.change(() => this.client.sealing.removeWay(this.unit.tenant, way), 'wayRemoved')
  }

  private change(act: () => Promise<SealingView>, confirmation: Confirmation) {
    return this.attempt.run(async () => this.done(await act(), confirmation))
  }

  private done(view: SealingView, confirmation: Confirmation) {
    this.view = view
    this.ask(null)
    say(this, sealingWording(this.wording)[confirmation])
  }
}

type Confirmation = 'confirmed' | 'discarded' | 'endAsked' | 'endWithdrawn' | 'ended' | 'wayAdded' | 'wayRemoved'
