import { css, html, nothing, type PropertyValues } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { CaseView } from '../../service/contract/case-view.ts'
import { isOneOf, keysOf } from '../../service/shared/records.ts'
import { problemCode } from '../api/problems.ts'
import { serviceNow } from '../api/service-clock.ts'
import { laterLooks, timeFields, timeIn } from '../desk/acts/later-fields.ts'
import { doneWords } from '../desk/acts/perform.ts'
import { FormElement } from '../page/form-element.ts'
import { ownName } from '../page/own-words.ts'
import actWords from '../texts/act-words.json'
import timedWording from '../texts/timed.json'
import { icons } from '../ui/icons.ts'
import { say } from '../ui/say.ts'

type Timed = CaseView['timed'][number]

/** The service does what is due within this long, in milliseconds. */
const DONE_WITHIN = 1_500

/**
 * What waits in the case for its time, with the way back.
 * @fires words-back - words wait again where they were typed; `detail` is the form
 */
@customElement('timed-acts')
export class TimedActs extends FormElement {
  static override styles = [
    FormElement.styles,
    laterLooks,
    css`
      ul {
        display: grid;
        gap: 8px;
      }
      li {
        display: grid;
        gap: 6px;
        padding: 10px 14px;
        border: 1px dashed var(--line-strong);
        border-radius: var(--radius-large);
        background: var(--surface);
      }
      /* Above what a toast says: its few seconds would else be those in which nobody can press. */
      :host([soon]) section {
        position: fixed;
        z-index: 21;
        inset-block-end: 140px;
        inset-inline: max(16px, calc(50% - 280px));
      }
      :host([soon]) li {
        border: 2px solid var(--accent);
        box-shadow: var(--shadow);
      }
      @media print {
        section {
          display: none;
        }
      }
      p {
        margin: 0;
      }
      .row {
        align-items: center;
      }
      .prose {
        display: -webkit-box;
        overflow: hidden;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 3;
      }
    `,
  ]

  @property({ attribute: false }) case!: CaseView
  /** Shows what can be taken back for a moment, above all else on the page; otherwise what waits for a chosen time. */
  @property({ type: Boolean, reflect: true }) soon = false
  @state() private moving = ''
  @state() private now = serviceNow()
  private timer: ReturnType<typeof setTimeout> | undefined
  /** What this person sees waiting, so that they hear when it is done. */
  private awaited = new Map<string, Timed['act']>()

  override disconnectedCallback() {
    super.disconnectedCallback()
    clearTimeout(this.timer)
  }

  protected override updated(changed: PropertyValues) {
    if (!changed.has('case')) return
    this.tellGone(changed.get('case'))
    this.tick()
  }

  /** A person reads that what they sent is done when it is, and that it was stopped where a colleague or another tab did. */
  private tellGone(earlier: CaseView | undefined) {
    const { timed } = this
    const { history } = this.case
    const before = this.awaited
    this.awaited = new Map(timed.flatMap(({ id, act, own }) => (own ? [[id, act] as const] : [])))
    const [done] = [...before].filter(([id]) => !this.awaited.has(id))
    const last = history.at(-1)
    if (!done) return
    const [, act] = done
    if (last?.at === earlier?.history.at(-1)?.at) return this.tellTakenBack(act)
    const isUndone = last?.event === 'series_undone' || last?.event.startsWith('not_sent')
    const words = act === 'series' ? timedWording(this.wording).seriesDone : doneWords(act, this.wording)
    say(this, isUndone ? [last?.label, last?.text].filter(Boolean).join(': ') : words)
  }

  override render() {
    if (this.timed.length === 0) return nothing
    return html`<section class="stack" role=${this.soon ? 'status' : 'group'} aria-label=${timedWording(this.wording).heading}>
      ${this.attempt.render()}
      <ul class="plain">${this.timed.map((one) => this.renderOne(one))}</ul>
    </section>`
  }

  private get timed(): readonly Timed[] {
    return this.case.timed.filter(({ chosen }) => chosen !== this.soon)
  }

  private renderOne(one: Timed) {
    const words = timedWording(this.wording)
    const { isBusy } = this.attempt
    const left = Math.ceil((Date.parse(one.dueAt) - this.now) / 1_000)
    const isLeaving = left <= 0
    const isSent = this.isSent(one.act)
    return html`<li>
      <p class="small"><strong>${this.nameOf(one.act)}</strong> · ${one.by} ·
        <span>${isLeaving ? (isSent ? words.leaving : words.running) : one.chosen ? words.willLeaveAt({ at: this.wording.formats.dayAndTime(one.dueAt) }) : (isSent ? words.seconds : words.runs)({ left })}</span></p>
      ${one.text ? html`<p class="prose">${one.act === 'series' ? ownName(one.text) : one.text}</p>` : nothing}
      ${this.moving === one.id ? this.renderMoving() : nothing}
      ${
        isLeaving || this.moving === one.id
          ? nothing
          : html`<div class="row">
              ${one.mayStop ? html`<button ?disabled=${isBusy} @click=${() => this.takeBack(one)}>${icons.left}${words.takeBack}</button>` : nothing}
              ${one.own ? html`<button class="quiet" ?disabled=${isBusy} @click=${() => this.sendNow(one)}>${isSent ? words.sendNow : words.runNow}</button>` : nothing}
              ${one.own && one.chosen ? html`<button class="quiet" ?disabled=${isBusy} @click=${() => (this.moving = one.id)}>${words.move}</button>` : nothing}
            </div>`
      }
    </li>`
  }

  private renderMoving() {
    return html`<form novalidate @submit=${this.onSubmit}>
      <div class="later">${timeFields(this.wording, this.case.nextOpening, null)}</div>
      <div class="row">
        <button class="primary" ?disabled=${this.attempt.isBusy}>${timedWording(this.wording).keepTime}</button>
        <button value="cancel" type="button" class="quiet" @click=${() => (this.moving = '')}>${this.wording.common.cancel}</button>
      </div>
    </form>`
  }

  protected async send(written: FormData) {
    const body = { on: timeIn(written) }
    this.changed(
      await this.client.call('PUT /cases/{number}/waiting/{timed}', { params: this.placeOf(this.moving), body }),
    )
    this.moving = ''
  }

  private takeBack({ id, act }: Timed) {
    void this.attempt.run(async () => {
      const left = await this.end(id, 'withdrawal')
      this.awaited.delete(id)
      this.changed(left)
      this.tellTakenBack(act)
    })
  }

  private tellTakenBack(act: Timed['act']) {
    const words = timedWording(this.wording)
    if (act !== 'series') this.tell('words-back', act)
    say(this, this.isSent(act) ? words.takenBack : words.seriesTakenBack)
  }

  private async end(id: string, how: 'withdrawal' | 'haste'): Promise<CaseView> {
    try {
      return await this.client.call(`POST /cases/{number}/waiting/{timed}/${how}`, { params: this.placeOf(id) })
    } catch (error) {
      if (problemCode(error) === 'timed/gone') this.tell('case-outdated')
      throw error
    }
  }

  private isSent(act: Timed['act']): boolean {
    return act !== 'series' && Object.hasOwn(timedWording(this.wording).acts, act)
  }

  private nameOf(act: Timed['act']): string {
    const { acts } = timedWording(this.wording)
    if (isOneOf(keysOf(acts), act)) return acts[act]
    return actWords(this.wording)[act].name
  }

  private sendNow({ id }: Timed) {
    void this.attempt.run(async () => this.changed(await this.end(id, 'haste')))
  }

  private tell(event: string, detail?: unknown) {
    this.dispatchEvent(new CustomEvent(event, { detail, bubbles: true, composed: true }))
  }

  private placeOf(timed: string) {
    return { tenant: this.unit.tenant, number: this.case.number, timed }
  }

  private changed(detail: CaseView) {
    this.tell('case-changed', detail)
  }

  private tick() {
    clearTimeout(this.timer)
    const { timed } = this
    if (timed.length === 0) return
    this.now = serviceNow()
    const next = Math.min(...timed.map(({ dueAt }) => Date.parse(dueAt)))
    if (next + DONE_WITHIN <= this.now) {
      this.tell('case-outdated')
      this.timer = setTimeout(() => this.tick(), DONE_WITHIN)
    } else if (timed.some(({ chosen }) => !chosen) || next - this.now < 60_000) {
      this.timer = setTimeout(() => this.tick(), 1_000)
    } else {
      this.timer = setTimeout(() => this.tick(), Math.min(next - this.now, 60 * 60_000))
    }
  }
}
