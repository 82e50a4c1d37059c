import { css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { keysOf } from '../../service/shared/records.ts'
import { panelActs } from '../desk/acts/act-table.ts'
import { caseAddress } from '../page/addresses.ts'
import { PageElement } from '../page/page-element.ts'
import type { OfJoined } from '../page/unsent-fields.ts'
import type { UnsentWords } from '../page/unsent-words.ts'
import actWords from '../texts/act-words.json'
import unsentWording from '../texts/unsent.json'
import { icons } from '../ui/icons.ts'

/** Sentences among the fields of a form; a paper lies there whole. */
function proseIn(written: FormData | undefined): string[] {
  const sentencesIn = (value: unknown): string[] => {
    if (typeof value === 'string') return /\s/.test(value.trim()) ? [value] : []
    return typeof value === 'object' && value !== null ? Object.values(value).flatMap(sentencesIn) : []
  }
  return [...(written?.values() ?? [])].flatMap((value) => {
    try {
      return sentencesIn(JSON.parse(String(value)))
    } catch {
      return sentencesIn(value)
    }
  })
}

/**
 * Says in one line what the person typed here and has not sent, and asks where two devices wrote.
 * @fires unsent-wanted - `detail` is the form in which it goes on
 */
@customElement('case-unsent')
export class CaseUnsent extends PageElement {
  static override styles = [
    PageElement.styles,
    css`
      /* Empty, it takes no gap. */
      :host {
        display: block;
        margin-block-start: -12px;
      }
      p.soft {
        margin-block-start: 12px;
      }
      p {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 8px;
      }
      /* Somebody who types far below must see it. */
      .banner {
        position: fixed;
        z-index: 7;
        inset-block-end: 140px;
        inset-inline: max(16px, calc(50% - 360px));
        align-items: center;
        box-shadow: var(--shadow);
      }
    `,
  ]

  @property({ attribute: false }) unsent!: UnsentWords
  /** The form that is open, which needs no pointing at. */
  @property() shown = ''
  /** The acts that are open; a form of another one would be refused. */
  @property({ attribute: false }) acts: readonly string[] = []
  /** Changes with what is kept, so that the line is drawn anew. */
  @property({ type: Number }) turn = 0

  override render() {
    const words = unsentWording(this.wording)
    const others = [...this.unsent.keys()].filter((kind) => kind !== this.shown && !this.unsent.shown.has(kind))
    const waiting = others.filter((kind) => this.acts.includes(kind))
    const closed = others.filter((kind) => !this.acts.includes(kind))
    return html`<div role="status">
      ${this.unsent.hasFailed ? html`<div class="banner warn">${icons.alert}<p>${this.unsent.isClosed ? words.closed : words.notKept}</p></div>` : nothing}
      ${[...this.unsent.elsewhere].map(
        ([kind, { savedAt }]) => html`<div class="banner warn">${icons.alert}<p>
          ${words.elsewhere({ form: this.nameOf(kind), at: this.wording.formats.dayAndTime(savedAt) })}
          <button @click=${() => this.choose(kind, 'elsewhere')}>${words.useElsewhere}</button>
          <button @click=${() => this.choose(kind, 'here')}>${words.useHere}</button>
        </p></div>`,
      )}
      ${
        waiting.length > 0
          ? html`<p class="soft small">${icons.edit}${words.waits}
              ${waiting.map((kind) => html`<button class="quiet" @click=${() => this.want(kind)}>${this.nameOf(kind)}</button>`)}
            </p>`
          : nothing
      }
      ${closed.map((kind) => this.renderClosed(kind))}
      ${this.unsent.joined.map((one) => this.renderOfJoined(one))}
    </div>`
  }

  /** Where it was typed is another part of the desk, or is closed by now: the words can be read, and taken along. */
  private renderClosed(kind: string) {
    const words = unsentWording(this.wording)
    const sendingAt = this.unsent.sendingAt.get(kind)
    return html`<details class="small">
      <summary>${icons.edit} ${words.yours}: ${this.nameOf(kind)}</summary>
      ${sendingAt ? html`<div class="banner warn">${icons.alert}<p>${words.mayHaveArrived({ at: this.wording.formats.dayAndTime(sendingAt) })}</p></div>` : nothing}
      ${proseIn(this.unsent.get(kind)).map((text) => html`<blockquote class="prose">${text}</blockquote>`)}
      <button class="quiet" @click=${() => this.unsent.delete(kind)}>${words.throwAway}</button>
    </details>`
  }

  /** What was typed on a case that was joined to this one stays there until its author goes on with it here. */
  private renderOfJoined(one: OfJoined) {
    const words = unsentWording(this.wording)
    const goesOn = (one.kind === 'message' || one.kind === 'note') && this.acts.includes(one.kind)
    return html`<details class="small">
      <summary>${icons.edit} ${words.ofJoined({ number: one.number })}: ${this.nameOf(one.kind)}</summary>
      ${proseIn(one.written).map((text) => html`<blockquote class="prose">${text}</blockquote>`)}
      <p>
        ${goesOn && !this.unsent.has(one.kind) ? html`<button class="quiet" @click=${() => this.goOn(one)}>${words.goOnHere}</button>` : nothing}
        <button class="quiet" @click=${() => this.drop(one)}>${words.throwAway}</button>
        <a href=${caseAddress(this.unit.tenant, one.number)}>${words.openJoined}</a>
      </p>
    </details>`
  }

  /** They are kept here before they go there. */
  private async goOn(one: OfJoined) {
    this.unsent.set(one.kind, one.written)
    this.want(one.kind)
    await this.unsent.keepNow()
    if (!this.unsent.hasFailed && !this.unsent.elsewhere.has(one.kind)) this.drop(one)
  }

  /** A failure leaves words that end by themselves. */
  private drop(one: OfJoined) {
    this.unsent.joined = this.unsent.joined.filter((other) => other !== one)
    this.requestUpdate()
    const params = { tenant: this.unit.tenant, number: one.number, kind: one.kind }
    this.client.call('DELETE /cases/{number}/unsent/{kind}', { params }).catch(() => {})
  }

  private nameOf(kind: string): string {
    const words = unsentWording(this.wording)
    if (kind === 'message' || kind === 'note') return words[kind]
    const act = [...panelActs, 'merge' as const].find((one) => one === kind)
    if (act) return actWords(this.wording)[act].name
    const form = keysOf(words.forms).find((one) => kind.split('-')[0] === one)
    return form ? words.forms[form] : kind
  }

  private choose(kind: string, whose: 'here' | 'elsewhere') {
    this.unsent.choose(kind, whose)
    if (whose === 'elsewhere') this.want(kind)
  }

  private want(kind: string) {
    this.dispatchEvent(new CustomEvent('unsent-wanted', { detail: kind }))
  }
}
