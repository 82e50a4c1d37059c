import './key-ceremony.ts'
import { Task } from '@lit/task'
import { css, html, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { SealingView } from '../../../service/contract/unit.ts'
import { withOwnFingerprints } from '../../api/own-fingerprints.ts'
import { pageColumn } from '../../page/page-column.ts'
import { PageElement } from '../../page/page-element.ts'
import { Attempt } from '../../ui/attempt.ts'
import { dialogOf } from '../../ui/dialog.ts'
import { fields, formGrid } from '../../ui/fields.ts'
import type { KeyCeremony } from './key-ceremony.ts'
import type { Key, OpenKey, Way, Wrap } from './ways.ts'
import '../../ui/empty-state.ts'
import sealingWording from '../../texts/sealing.json'
import { textField } from '../../ui/field.ts'
import { formIn, textIn } from '../../ui/form.ts'
import { icons } from '../../ui/icons.ts'
import { say } from '../../ui/say.ts'

type Asked =
  | { readonly what: 'ask-end' | 'end' }
  | { readonly what: 'remove'; readonly way: Way; readonly of: Key }
  | { readonly what: 'add'; readonly to: Key }

interface Question {
  readonly heading: string
  readonly text: string
  readonly submit: string
  act(): Promise<unknown>
}

const renderFolded = (summary: string, points: readonly string[]) => html`<details>
  <summary>${summary}</summary>
  <ul>${points.map((one) => html`<li>${one}</li>`)}</ul>
</details>`

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
  @state() private asked: Asked | null = null
  @state() private opened: OpenKey | null = null
  private readonly attempt = new Attempt(this)

  private readonly loading = new Task(this, {
    args: () => [this.unit.tenant] as const,
    task: async ([tenant], { signal }) => {
      this.view = await withOwnFingerprints(this.client.call('GET /sealing', { params: { tenant }, signal }))
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
    return html`
      <div class="banner ${view.on ? '' : 'warn'}">${view.on ? icons.lock : icons.note}<p>${view.on ? wording.on : wording.off}</p></div>
      ${renderFolded(wording.limits, wording.limitsList)} ${renderFolded(wording.hostile, wording.hostileList)}
      ${this.renderEndAsked(view)} ${this.asked ? nothing : this.attempt.render()} ${this.renderKeys(view)}
      ${this.renderBeginning(view)} ${this.renderQuestion()} ${this.renderAdding()}
    `
  }

  private renderKeys(view: SealingView) {
    const { none, noneText, noneForAdmin, keys } = sealingWording(this.wording)
    if (view.keys.length > 0)
      return html`<ul class="plain keys" aria-label=${keys}>${view.keys.map((key) => this.renderKey(key, view))}</ul>`
    return html`<ui-empty icon="lock" heading=${none} text=${view.mayHold ? noneText : noneForAdmin}></ui-empty>`
  }

  /** What begins a key, or the end of sealing; nothing while a key waits for a second person. */
  private renderBeginning({ keys, mayHold, on, endAsked }: SealingView) {
    const wording = sealingWording(this.wording)
    if (!mayHold || keys.some(({ state }) => state === 'waiting')) return nothing
    if (!on) return html`<div><button class="primary" @click=${this.begin}>${icons.key}${wording.make}</button></div>`
    return html`<div class="stack">
      <p class="soft">${wording.replaceText}</p>
      <div class="row">
        <button @click=${this.begin}>${icons.key}${wording.replace}</button>
        ${endAsked ? nothing : html`<button class="danger" @click=${() => this.ask({ what: 'ask-end' })}>${wording.askEnd}</button>`}
      </div>
    </div>`
  }

  private renderEndAsked({ endAsked }: SealingView) {
    if (!endAsked) return nothing
    const wording = sealingWording(this.wording)
    return html`<div class="card stack">
      <p>${wording.endAskedBy({ by: endAsked.by, day: this.wording.formats.day(endAsked.at) })}</p>
      <div class="row">
        ${endAsked.own ? nothing : html`<button class="danger" @click=${() => this.ask({ what: 'end' })}>${wording.end}</button>`}
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
        ${wording.madeBy({ by: madeBy, day: formats.day(madeAt) })}
        ${confirmedAt && confirmedBy ? html`<br>${wording.confirmedBy({ by: confirmedBy, day: formats.day(confirmedAt) })}` : nothing}
        ${retiredAt ? html`<br>${wording.retired({ day: formats.day(retiredAt) })}` : nothing}
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
    const { waitsOwn, discard } = sealingWording(this.wording)
    return html`
      ${own ? html`<div class="banner">${icons.clock}<p>${waitsOwn}</p></div>` : this.renderConfirming()}
      <div><button class="quiet" ?disabled=${this.attempt.isBusy} @click=${this.discard}>${icons.remove}${discard}</button></div>
    `
  }

  private renderConfirming() {
    const { confirmHeading, confirmText, confirmField, confirm } = sealingWording(this.wording)
    return html`<form novalidate @submit=${this.confirm}>
      <h3>${confirmHeading}</h3>
      <p>${confirmText}</p>
      ${textField({ name: 'fingerprint', label: confirmField, limit: 60 })}
      <div><button class="primary" ?disabled=${this.attempt.isBusy}>${icons.check}${confirm}</button></div>
    </form>`
  }

  private renderWays(key: Key) {
    const { ways, addWay } = sealingWording(this.wording)
    return html`<div class="stack">
      <h3>${ways}</h3>
      <ul class="plain ways">${key.ways.map((way) => this.renderWay(way, key))}</ul>
      <div><button @click=${() => this.ask({ what: 'add', to: key })}>${icons.add}${addWay}</button></div>
    </div>`
  }

  private renderWay(way: Way, key: Key) {
    const wording = sealingWording(this.wording)
    const label = wording.wayOf({
      way: wording.way[way.wrapped.way],
      by: way.by,
      day: this.wording.formats.day(way.at),
    })
    const isOnly = key.ways.length === 1
    return html`<li class="spread">
      <span>${label}</span>
      ${
        isOnly
          ? nothing
          : html`<button class="quiet only-icon" aria-label="${wording.removeWay}: ${label}"
              @click=${() => this.ask({ what: 'remove', way, of: key })}>${icons.remove}</button>`
      }
    </li>`
  }

  private renderQuestion() {
    const { cancel } = this.wording.common
    const question = this.questionFor(this.asked)
    if (!question) return this.dialogOf('', null)
    const { heading, text, submit, act } = question
    const content = html`<div class="stack">
      <p>${text}</p>
      ${this.attempt.render()}
      <div class="row">
        <button class="danger" ?disabled=${this.attempt.isBusy} @click=${act}>${submit}</button>
        <button value="cancel" class="quiet" @click=${this.closeDialog}>${cancel}</button>
      </div>
    </div>`
    return this.dialogOf(heading, content)
  }

  private questionFor(asked: Asked | null): Question | null {
    const wording = sealingWording(this.wording)
    const heading = wording.endHeading
    const ends = `${wording.endText} ${wording.endPinned}`
    switch (asked?.what) {
      case 'ask-end':
        return { heading, text: `${wording.askEndText} ${ends}`, submit: wording.askEnd, act: () => this.askEnd() }
      case 'end':
        return { heading, text: ends, submit: wording.end, act: () => this.end() }
      case 'remove': {
        const { removeWayHeading, removeWayText, removeWay } = wording
        const act = () => this.removeWay(asked.way, asked.of)
        return { heading: removeWayHeading, text: removeWayText, submit: removeWay, act }
      }
      default:
        return null
    }
  }

  private renderAdding() {
    const { addWay, addWayText } = sealingWording(this.wording)
    const key = this.asked?.what === 'add' ? this.asked.to : null
    const content =
      key &&
      html`<div class="stack">
        <p class="soft">${addWayText}</p>
        ${
          this.opened
            ? html`<way-form submit=${addWay} .take=${(wrap: Wrap) => this.addWay(key, wrap)}></way-form>`
            : html`<unlock-key .key=${key} .take=${this.takeOpened}></unlock-key>`
        }
      </div>`
    return this.dialogOf(addWay, content)
  }

  private dialogOf(heading: string, content: unknown) {
    return dialogOf(content, { heading, closeLabel: this.wording.common.close, close: this.closeDialog })
  }

  private begin() {
    this.isMaking = true
  }

  private ask(asked: Asked | null) {
    this.asked = asked
    this.opened?.secret.fill(0)
    this.opened = null
    this.attempt.refusal = ''
  }

  private readonly closeDialog = () => this.ask(null)

  private readonly takeOpened = async (open: OpenKey) => {
    this.opened = open
  }

  private readonly keep: KeyCeremony['keep'] = async (key) => {
    this.view = await withOwnFingerprints(this.client.call('POST /sealing/keys', { params: this.inUnit, body: key }))
    this.isMaking = false
    say(this, sealingWording(this.wording).made)
  }

  private async addWay(key: Key, wrap: Wrap) {
    if (!this.opened) return
    const wrapped = await wrap(this.opened.secret, key.id)
    this.done(
      await withOwnFingerprints(
        this.client.call('POST /sealing/ways', { params: this.inUnit, body: { key: key.id, wrapped } }),
      ),
      'wayAdded',
    )
  }

  private confirm(event: Event) {
    event.preventDefault()
    const typed = textIn(new FormData(formIn(event)), 'fingerprint')
    return this.change(
      () =>
        withOwnFingerprints(
          this.client.call('POST /sealing/confirmation', { params: this.inUnit, body: { fingerprint: typed } }),
        ),
      'confirmed',
    )
  }

  private discard() {
    return this.change(
      () => withOwnFingerprints(this.client.call('DELETE /sealing/waiting', { params: this.inUnit })),
      'discarded',
    )
  }

  private askEnd() {
    return this.change(
      () => withOwnFingerprints(this.client.call('POST /sealing/end', { params: this.inUnit })),
      'endAsked',
    )
  }

  private withdrawEnd() {
    return this.change(
      () => withOwnFingerprints(this.client.call('DELETE /sealing/end', { params: this.inUnit })),
      'endWithdrawn',
    )
  }

  private end() {
    return this.change(
      () => withOwnFingerprints(this.client.call('POST /sealing/end/confirmation', { params: this.inUnit })),
      'ended',
    )
  }

  private removeWay(way: Way, of: Key) {
    return this.change(
      () =>
        withOwnFingerprints(
          this.client.call('POST /sealing/ways/removal', { params: this.inUnit, body: { key: of.id, way: way.id } }),
        ),
      'wayRemoved',
    )
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
