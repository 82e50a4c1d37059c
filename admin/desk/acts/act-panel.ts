import { Task } from '@lit/task'
import { html, nothing, type PropertyValues } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { CaseView } from '../../../service/contract/case-view.ts'
import { LeakFormElement } from '../../page/leak-form-element.ts'
import actWords from '../../texts/act-words.json'
import stepsWording from '../../texts/steps.json'
import type { FieldErrors } from '../../ui/form.ts'
import { icons } from '../../ui/icons.ts'
import { say } from '../../ui/say.ts'
import { wallTime } from '../../ui/wall-time.ts'
import { limitOf, type Scene } from './act-form.ts'
import { actForms } from './act-forms.ts'
import { actTable, type PanelAct } from './act-table.ts'
import { changedBanner } from './changed-banner.ts'
import { laterFields, laterIn, laterLooks } from './later-fields.ts'
import { type ChangedMeanwhile, isTimed, type Perform } from './perform.ts'
import { kindsOf, writeTemplate } from './template-fields.ts'
import type { TemplateChosen } from './template-picker.ts'
import './template-picker.ts'
import { panelLooks } from './panel-looks.ts'

/** Decisions that somebody may want to reach the reporter at another time. */
const laterActs: readonly PanelAct[] = ['answer', 'decline', 'decide-objection']

/**
 * Asks for what an act needs and says what will follow, beside the story that it is about.
 * @fires act-closed - done, or put aside
 * @fires act-chosen - another act fits better; `detail` is its name
 */
@customElement('act-panel')
export class ActPanel extends LeakFormElement {
  static override styles = [LeakFormElement.styles, panelLooks, laterLooks]

  @property() act!: PanelAct
  @property({ attribute: false }) case!: CaseView
  @property({ attribute: false }) perform!: Perform

  @state() private written = new FormData()
  @state() private changed: ChangedMeanwhile | null = null
  private readonly handlers = new Task(this, {
    args: () => [this.unit.tenant, this.namesHandler ? this.case.number : ''] as const,
    task: async ([tenant, number], { signal }) => {
      if (!number) return null
      const [lead, assist] = await Promise.all([
        this.client.call('GET /handlers', { params: { tenant }, query: { case: number, part: 'lead' }, signal }),
        this.client.call('GET /handlers', { params: { tenant }, query: { case: number, part: 'assist' }, signal }),
      ])
      return { lead: lead.items, assist: assist.items }
    },
  })

  private readonly units = new Task(this, {
    args: () => [this.unit.tenant, this.act === 'forward'] as const,
    task: async ([tenant, isNeeded], { signal }) =>
      isNeeded ? this.client.call('GET /other-units', { params: { tenant }, signal }) : null,
  })

  private readonly papers = new Task(this, {
    args: () => [this.unit.tenant, this.namesImprovement ? this.case.number : ''] as const,
    task: async ([tenant, number], { signal }) =>
      number ? this.client.call('GET /cases/{number}/papers', { params: { tenant, number }, signal }) : null,
  })

  protected override willUpdate(changed: PropertyValues) {
    if (!changed.has('act')) return
    this.formName = this.act
    this.written = this.begun
    this.attempt.errors = {}
    this.attempt.refusal = ''
    this.changed = null
    this.leaks.clear()
  }

  protected override updated(changed: PropertyValues) {
    if (changed.has('act')) this.renderRoot.querySelector('h2')?.focus()
  }

  override render() {
    const { acts, common } = this.wording
    const act = actWords(this.wording)[this.act]
    const isOver = this.changed?.stillOpen === false
    return html`<section aria-labelledby="heading" @keydown=${this.onKey}>
      <header>
        <h2 id="heading" tabindex="-1">${act.heading}</h2>
        <button class="quiet only-icon" aria-label=${common.close} @click=${this.close}>${icons.close}</button>
      </header>
      <form novalidate @input=${this.onWritten} @change=${this.onWritten} @submit=${this.onSubmit}>
        ${this.changed ? changedBanner(this.changed, this.wording) : nothing}
        ${this.attempt.render()}
        ${this.renderOpenSteps()} ${this.renderTemplates()} ${this.ofAct.fields(this.scene)} ${this.renderWaysOn()}
        ${this.leaks.render(this.wording, limitOf(this.unit.view, 'reason'))} ${laterActs.includes(this.act) ? laterFields(this.case, this.wording, this.written) : nothing} ${this.renderConsequences()}
        <div class="actions">
          <button class="primary" ?disabled=${this.attempt.isBusy || isOver}>
            ${this.attempt.isBusy ? acts.sending : this.changed ? acts.sendAnyway : act.submit}
          </button>
          <button value="cancel" type="button" class="quiet" @click=${this.close}>${common.cancel}</button>
        </div>
      </form>
    </section>`
  }

  /** The person who answers is reminded of what is still open, and may answer all the same. */
  private renderOpenSteps() {
    const open = this.case.steps.filter(({ ticked }) => ticked === null)
    if (open.length === 0 || (this.act !== 'propose-answer' && this.act !== 'answer')) return nothing
    const { formats } = this.wording
    return html`<div class="banner">${icons.list}<p>
      ${stepsWording(this.wording).open({ count: formats.number(open.length) })} ${formats.list(open.map(({ label }) => label))}
    </p></div>`
  }

  private renderTemplates() {
    const kinds = kindsOf(this.act)
    if (kinds.length === 0) return nothing
    return html`<template-picker number=${this.case.number} .kinds=${kinds} @template-chosen=${this.onTemplate}></template-picker>`
  }

  private renderConsequences() {
    const consequences = this.ofAct.consequences(this.scene)
    if (consequences.length === 0) return nothing
    return html`<div class="consequences">
      <h3>${this.wording.acts.whatHappens}</h3>
      <ul class="plain" aria-live="polite">
        ${consequences.map(({ icon, text }) => html`<li>${icons[icon]}<span>${text}</span></li>`)}
      </ul>
    </div>`
  }

  /** A complaint that is not well founded waits for the identity, or ends here. */
  private renderWaysOn() {
    const isUnfounded = this.act === 'verify' && this.written.get('wellFounded') === 'no'
    if (!isUnfounded) return nothing
    const { acts } = this.wording
    const mayBegin = (act: PanelAct) => this.case.acts.includes(act)
    return html`<div class="row">
      ${
        mayBegin('ask-for-completion')
          ? html`<button type="button" @click=${this.goToIdentity}>${acts.goToIdentity}</button>`
          : nothing
      }
      ${
        mayBegin('decline')
          ? html`<button type="button" @click=${this.goToDecline}>${acts.goToDecline}</button>`
          : nothing
      }
    </div>`
  }

  private get ofAct() {
    return actForms[actTable[this.act].form]
  }

  private get scene(): Scene {
    const { wording, written, unit } = this
    return {
      case: this.case,
      unit: unit.view,
      handlers: this.handlers.error ? null : (this.handlers.value?.lead ?? []),
      helpers: this.handlers.error ? null : (this.handlers.value?.assist ?? []),
      papers: this.papers.error ? null : (this.papers.value?.items ?? []),
      units: this.units.error ? null : (this.units.value?.items ?? []),
      wording,
      written,
      errors: this.attempt.errors,
    }
  }

  private async onTemplate({ detail }: TemplateChosen) {
    this.written = writeTemplate(detail, new FormData(this.form))
    this.unsent?.set(this.act, this.written)
    await this.updateComplete
    this.renderRoot.querySelector('textarea')?.focus()
  }

  private onWritten() {
    this.written = new FormData(this.form)
  }

  private onKey(event: KeyboardEvent) {
    if (event.key === 'Escape') this.close()
  }

  private close() {
    this.dispatchEvent(new CustomEvent('act-closed'))
  }

  private goToDecline() {
    this.goOn('decline', 'reason', 'no_identity_not_grounded')
  }

  private goToIdentity() {
    this.goOn('ask-for-completion', 'items', 'identity')
  }

  private goOn(act: PanelAct, name: string, value: string) {
    const begun = new FormData()
    begun.set(name, value)
    this.unsent?.release?.(this.act)
    this.unsent?.set(act, begun)
    this.dispatchEvent(new CustomEvent('act-chosen', { detail: act }))
  }

  protected override findMistakes(written: FormData): FieldErrors {
    this.onWritten()
    return { ...super.findMistakes(written), ...this.ofAct.mistakes?.(this.scene) }
  }

  protected async send(written: FormData) {
    const { act } = this
    this.changed = await this.perform(
      act,
      {
        ...this.ofAct.body(written, this.scene),
        ...this.leaks.reasonIn(written),
      },
      laterIn(written, this.case),
    )
    if (this.changed) return
    this.unsent?.delete(act)
    if (!isTimed(act)) say(this, actWords(this.wording)[act].done)
    this.close()
  }

  /** What was typed before, or came back; who rewrote a proposal goes on rewriting it. */
  private get begun(): FormData {
    const written = this.unsent?.get(this.act) ?? new FormData()
    if (this.act === 'answer' && written.has('text') && !written.has('way')) written.set('way', 'rewrite')
    const receivedAt = String(written.get('receivedAt') ?? '')
    // An act that was taken back has the moment itself.
    if (receivedAt.endsWith('Z')) written.set('receivedAt', wallTime(receivedAt, this.unit.view.timeZone))
    return written
  }

  private get namesImprovement(): boolean {
    return this.act === 'name-improvement' || (this.act === 'close' && this.case.owesImprovement)
  }

  private get namesHandler(): boolean {
    if (this.act === 'dispatch' || this.namesImprovement) return true
    return this.act === 'verify' && this.unit.permissions.includes('cases.dispatch')
  }
}
