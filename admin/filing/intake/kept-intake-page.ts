import { Task } from '@lit/task'
import { html, nothing, type PropertyValues } from 'lit'
import { property, query, state } from 'lit/decorators.js'
import type { InboundView } from '../../../service/contract/inbound.ts'
import { intakeAddress } from '../../page/addresses.ts'
import { goTo } from '../../page/navigation.ts'
import { PageElement } from '../../page/page-element.ts'
import { type Brought, broughtBy } from './brought.ts'
import type { CarriedDraft } from './carried-draft.ts'
import type { IntakeForm } from './intake-form.ts'
import { IntakeKeeper, type IntakePlace, placeOf, remembered } from './intake-keeper.ts'
import './intake-unsent.ts'
import { fieldsOfIntake, readKeptIntake } from './kept-intake.ts'

/** A page on which a complaint is typed: what is typed waits on the service until it is filed or thrown away. */
export abstract class KeptIntakePage extends PageElement {
  /** The message from outside that is entered; `null`: somebody is there, or it came on paper. */
  @property({ attribute: false }) message: InboundView | null = null
  /** The reporter stands before the officer, and sees the screen. */
  @property({ type: Boolean }) there = false
  /** What the reporter began elsewhere. */
  @state() protected carried: CarriedDraft | null = null
  @state() protected place = ''
  @state() protected isInWriting = false
  @query('intake-form') protected readonly form!: IntakeForm | null
  /** Made once, so that what is typed is not overwritten. */
  private broughtByMessage: Brought | null = null
  /** What the officer typed before, here or elsewhere. */
  @state() private restored: Brought | null = null
  @state() private lost: readonly string[] = []
  @state() private keptTurn = 0
  protected keeper: IntakeKeeper | null = null
  protected readonly opening = new Task(this, {
    args: () => [this.unit.tenant, this.message?.id ?? ''] as const,
    task: async ([tenant, message]) => {
      this.keeper?.close()
      this.keeper = new IntakeKeeper(this.client, tenant, () => this.keptChanged())
      // Nothing comes up by itself before somebody who stands there.
      const shown = message ? `message-${message}` : this.there ? '' : remembered()
      if (shown) await this.goOn(shown)
      await this.listWaiting()
    },
  })

  protected override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('message')) this.broughtByMessage = this.message && broughtBy(this.message)
  }

  override disconnectedCallback() {
    super.disconnectedCallback()
    this.wipe()
    this.keeper?.close()
  }

  protected get brought() {
    return this.restored ?? (this.message ? this.broughtByMessage : (this.carried?.brought ?? null))
  }

  protected get isNotKept(): boolean {
    return !this.keeper || this.keeper.unsent.hasFailed || (this.form?.isUploading ?? false)
  }

  protected renderUnsent() {
    if (!this.keeper || this.isFiled) return nothing
    return html`<intake-unsent class="screen-only" ?bare=${this.there} .keeper=${this.keeper} ?free=${!this.isSomebodyThere && !this.message} .lost=${this.lost}
      turn=${this.keptTurn} @intake-continued=${this.onContinued} @intake-thrown-away=${this.onThrownAway}
      @intake-chosen=${this.onChosen}></intake-unsent>`
  }

  protected get where(): IntakePlace {
    return this.message ? 'message' : this.there ? 'counter' : 'paper'
  }

  protected onTyped() {
    if (!this.form || !this.keeper || this.isFiled) return
    const fields = fieldsOfIntake(this.form.typed)
    fields.set('place', this.place)
    if (this.isInWriting) fields.set('inWriting', 'on')
    if (this.carried) fields.set('carried', this.carried.handle)
    this.keeper.keep(fields, this.where, this.message?.id)
    this.requestUpdate()
  }

  private keptChanged() {
    this.keptTurn += 1
  }

  protected async listWaiting() {
    await this.keeper?.list().catch(() => {})
    this.keptChanged()
  }

  /** Shows what was typed before, unless somebody types already. */
  private async goOn(kind: string) {
    const fields = await this.keeper?.read(kind)
    if (!fields || this.form?.isBegun) return
    this.keeper?.go(kind)
    await this.show(fields)
  }

  private async show(fields: FormData) {
    const { lost, ...kept } = readKeptIntake(fields)
    const handle = String(fields.get('carried') ?? '')
    this.wipe()
    this.restored = { ...kept, files: [...(this.message?.files ?? []), ...kept.files] }
    this.lost = lost
    this.place = String(fields.get('place') ?? '')
    this.isInWriting = fields.has('inWriting')
    this.carried = handle ? { handle, brought: kept } : null
    await this.updateComplete
    this.requestUpdate()
  }

  private async onContinued({ detail: kind }: CustomEvent<string>) {
    const isAtCounter = placeOf(kind) === 'counter'
    if (isAtCounter !== this.there) goTo(intakeAddress(this.unit.tenant, isAtCounter ? 'counter' : undefined))
    await this.updateComplete
    await this.goOn(kind)
  }

  private onThrownAway() {
    if (this.keeper?.kind === '') this.beginAnew()
    this.keptChanged()
  }

  private onChosen({ detail: whose }: CustomEvent<'here' | 'elsewhere'>) {
    const { kind, unsent } = this.keeper ?? {}
    if (!kind || !unsent) return
    unsent.choose(kind, whose)
    const fields = unsent.get(kind)
    if (whose === 'elsewhere' && fields) void this.show(fields)
  }

  protected forgetKept() {
    this.restored = null
    this.carried = null
    this.lost = []
  }

  protected abstract get isSomebodyThere(): boolean
  /** It is filed, so nothing is typed any more. */
  protected abstract get isFiled(): boolean
  /** Begins anew for the next person; what was not filed waits for the officer. */
  protected abstract beginAnew(): void
  /** Nothing of the last person is left in this element. */
  protected abstract wipe(): void
}
