import { Task } from '@lit/task'
import { css, html, nothing, type PropertyValues } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { CaseView } from '../../../service/contract/case-view.ts'
import type { GuardCandidates } from '../../../service/contract/identity.ts'
import { problemCode } from '../../api/problems.ts'
import { KeptForm } from '../../page/kept-form.ts'
import { LeakFormElement } from '../../page/leak-form-element.ts'
import { formGrid } from '../../ui/fields.ts'
import '../../ui/dialog.ts'
import { checksField, textField } from '../../ui/field.ts'
import { type FieldErrors, textIn } from '../../ui/form.ts'
import './guard-outcome.ts'
import guardWording from '../../texts/guard.json'
import type { GuardWanted } from './who-is-meant.ts'

type Candidate = GuardCandidates['items'][number]

/**
 * Lists first those whom the case is about, then those who may be meant, then those whom its words name, then everybody
 * else by name.
 */
const byNearness = (one: Candidate, other: Candidate) =>
  Number(other.concerned) - Number(one.concerned) ||
  Number(other.candidate) - Number(one.candidate) ||
  Number(other.named) - Number(one.named) ||
  one.name.localeCompare(other.name)

@customElement('guard-dialog')
export class GuardDialog extends LeakFormElement {
  static override styles = [
    LeakFormElement.styles,
    formGrid,
    css`
      :host {
        display: contents;
      }
    `,
  ]

  @property({ attribute: false }) case!: CaseView
  @property({ type: Boolean }) open = false
  @property({ attribute: false }) wanted: GuardWanted | null = null
  @state() private chosen: readonly string[] = []
  @state() private because = ''
  private readonly kept = new KeptForm(this, () => {
    const { number } = this.case
    return { client: this.client, tenant: this.unit.tenant, number, kind: 'guard' }
  })

  private readonly candidates = new Task(this, {
    args: () => [this.unit.tenant, this.open ? this.case.number : ''] as const,
    task: async ([tenant, number], { signal }) => {
      if (!number) return []
      const { items } = await this.client.call('GET /cases/{number}/guard', { params: { tenant, number }, signal })
      const wanted = this.wanted?.staff ?? []
      this.chosen = items.filter(({ id, concerned }) => concerned || wanted.includes(id)).map(({ id }) => id)
      return items.toSorted(byNearness)
    },
  })

  protected override willUpdate(changed: PropertyValues) {
    if (!changed.has('open')) return
    this.because = this.wanted?.because ?? ''
    this.attempt.errors = {}
    this.attempt.refusal = ''
    this.leaks.clear()
  }

  override explain(error: unknown) {
    if (problemCode(error) === 'case/changed-meanwhile') this.dispatchEvent(new CustomEvent('case-outdated'))
    return super.explain(error)
  }

  override render() {
    const { common } = this.wording
    const guard = guardWording(this.wording)
    return html`<ui-dialog ?open=${this.open} heading=${guard.heading} close-label=${common.close} @ui-close=${this.close}>
      ${this.open ? this.renderLoaded(this.candidates, (items) => this.renderForm(items), guard.loading) : nothing}
    </ui-dialog>`
  }

  private renderForm(items: readonly Candidate[]) {
    const { common, acts } = this.wording
    const guard = guardWording(this.wording)
    return html`<form novalidate @submit=${this.onSubmit}>
      <p>${guard.text}</p>
      ${this.kept.render(this.wording)} ${this.attempt.render()}
      <div class="staff">${checksField({
        name: 'staff',
        label: guard.whom,
        values: this.chosen,
        error: this.attempt.errors.staff,
        options: items.map(({ id, name, position, named, candidate }) => ({
          value: id,
          label: name,
          hint: [position, candidate ? guard.mayBeMeant : named ? guard.named : ''].filter(Boolean).join(' · '),
        })),
        chosen: this.onChosen,
      })}</div>
      <guard-outcome number=${this.case.number} .staff=${this.chosen} .guard=${this.case.guard}></guard-outcome>
      ${textField({
        name: 'because',
        label: guard.because,
        hint: guard.becauseHint,
        value: this.because,
        written: (because) => (this.because = because),
        rows: 2,
        limit: this.unit.view.form.limits.reason,
        error: this.attempt.errors.because,
      })}
      ${this.leaks.render(this.wording, this.unit.view.form.limits.reason)}
      <div class="actions">
        <button class="primary" ?disabled=${this.attempt.isBusy}>
          ${this.attempt.isBusy ? acts.sending : this.isLifting ? (this.hasCandidates ? guard.noneOfThem : guard.lift) : guard.submit}
        </button>
        <button value="cancel" type="button" class="quiet" @click=${this.close}>${common.cancel}</button>
      </div>
    </form>`
  }

  private get hasCandidates() {
    return (this.case.guard?.candidates.length ?? 0) > 0
  }

  private get isLifting() {
    return this.case.guard !== null && this.chosen.length === 0
  }

  private readonly onChosen = (values: string[]) => {
    this.chosen = values
  }

  private close() {
    this.dispatchEvent(new CustomEvent('guard-closed'))
  }

  protected override findMistakes(written: FormData): FieldErrors {
    const isNobody = this.chosen.length === 0 && this.case.guard === null
    return { ...super.findMistakes(written), ...(isNobody && { staff: guardWording(this.wording).nobody }) }
  }

  protected async send(written: FormData) {
    const { number, revision } = this.case
    const because = textIn(written, 'because')
    const request = { revision, staff: [...this.chosen], because, ...this.leaks.reasonIn(written) }
    const { tenant } = this.unit
    const { visible } = await this.kept.send((client) =>
      client.call('POST /cases/{number}/guard', { params: { tenant, number }, body: request }),
    )
    this.dispatchEvent(new CustomEvent('guard-changed', { detail: visible }))
  }
}
