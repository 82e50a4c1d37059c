import { css, html, nothing, type PropertyValues } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { IntakeRequestInput } from '../../../service/contract/complaint-request.ts'
import type { ReceiptView } from '../../../service/contract/complaint-view.ts'
import { caseAddress, intakeAddress } from '../../page/addresses.ts'
import { PageElement } from '../../page/page-element.ts'
import type { Language } from '../../wording/wording.ts'
import {
  type Brought,
  broughtBy,
  type CarriedDraft,
  fieldsOfIntake,
  readKeptIntake,
  type WrittenIntake,
} from './intake-draft.ts'
import type { Confirmed } from './read-back.ts'
import '../../ui/copy-button.ts'
import { Task } from '@lit/task'
import type { InboundView } from '../../../service/contract/messages.ts'
import { goTo } from '../../page/navigation.ts'
import intakeWording from '../../texts/intake.json'
import { icons } from '../../ui/icons.ts'
import type { IntakeForm } from './intake-form.ts'
import { IntakeKeeper, type IntakePlace, placeOf, remembered } from './intake-unsent.ts'

/** FNV-1a, 32 bits, as eight hexadecimal digits. */
const digest = (text: string, from: number): string => {
  let hash = from
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 16_777_619)
  return (hash >>> 0).toString(16).padStart(8, '0')
}

/**
 * The same words of the same draft go out under the same key, however often they are sent, also after the browser died
 * over them: 32 hexadecimal digits. @param draft ends with 16 of them by chance
 */
export function filingKey(draft: string, request: IntakeRequestInput): string {
  const body = JSON.stringify(request)
  return draft.slice(-16) + digest(body, 0x811c9dc5) + digest([...body].reverse().join(''), 0x01000193)
}

export const requestOf = (
  { draft, evidence }: WrittenIntake,
  { leakReason, areFilesRenamed, statements }: Confirmed,
  language: Language,
): IntakeRequestInput => ({
  ...draft,
  ...(leakReason ? { leakReason } : {}),
  ...(areFilesRenamed ? { fileNames: numberedNames(evidence) } : {}),
  language,
  statements: Object.fromEntries(statements.map((statement) => [statement, true as const])),
})

/** Replaces file names that name the reporter by a number and the kind of the file. */
const numberedNames = (files: WrittenIntake['evidence']): Record<string, string> =>
  Object.fromEntries(
    files.map(({ id, name }, at) => [id, `berkas-${at + 1}${/\.[a-z0-9]{1,5}$/i.exec(name)?.[0] ?? ''}`]),
  )

/** Number and tracking code, large, to be printed or written down. The code is never shown again. */
@customElement('intake-receipt')
export class IntakeReceipt extends PageElement {
  static override styles = [
    PageElement.styles,
    css`
      .numbers {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 300px), 1fr));
        gap: 16px 32px;
        padding: 20px 24px;
        border-radius: var(--radius);
        background: var(--accent-soft);
      }
      dt {
        color: var(--ink-soft);
        font-size: var(--size-small);
      }
      .numbers dd {
        font: 700 clamp(1.25rem, 5vw, 1.75rem) / 1.3 var(--font-code);
        overflow-wrap: anywhere;
      }
      .dates {
        display: grid;
        gap: 8px;
      }
      .dates dd {
        overflow-wrap: anywhere;
      }
      h2:focus-visible {
        outline: none;
      }
      .on-paper {
        display: none;
      }
      @media print {
        .on-paper {
          display: block;
        }
        .numbers {
          border: 1px solid #000;
        }
      }
    `,
  ]

  @property({ attribute: false }) receipt!: ReceiptView
  /** The case is kept from somebody, perhaps from this officer too: no way leads to it from here. */
  @property({ type: Boolean }) kept = false

  /** The reporter gets the code on paper; the screen shows it only when it is asked to. */
  @property({ type: Boolean, attribute: 'paper-only' }) paperOnly = false
  @state() private isCodeShown = false

  /** Text of the button to the next step; if left out, the next person. */
  @property() next = ''

  protected override firstUpdated() {
    this.renderRoot.querySelector('h2')?.focus()
    if (this.paperOnly) window.print()
  }

  override render() {
    const { formats } = this.wording
    const intake = intakeWording(this.wording)
    const { number, trackingCode, receivedAt, clocks, followUpUrl } = this.receipt
    return html`<section class="card" aria-labelledby="heading">
      <p class="on-paper"><strong>${this.unit.view.name}</strong><br>${this.unit.view.parent}</p>
      <div>
        <h2 id="heading" tabindex="-1">${intake.receiptHeading}</h2>
        <p class="soft screen-only">${this.paperOnly ? intake.receiptOnPaper : intake.receiptText}</p>
      </div>
      <dl class="numbers">
        <div><dt>${intake.number}</dt><dd>${number}</dd></div>
        <div class=${this.paperOnly && !this.isCodeShown ? 'on-paper' : ''}><dt>${intake.trackingCode}</dt><dd>${trackingCode}</dd></div>
      </dl>
      <dl class="dates">
        <div><dt>${intake.receivedAt}</dt><dd>${formats.longDay(receivedAt)}, ${formats.time(receivedAt)}</dd></div>
        ${clocks.map(({ label, dueAt }) => html`<div><dt>${intake.clocks}: ${label}</dt><dd>${formats.longDay(dueAt)}</dd></div>`)}
        <div><dt>${intake.followUp}</dt><dd>${followUpUrl}</dd></div>
      </dl>
      <div class="row screen-only">
        <button class="primary" @click=${() => window.print()}>${icons.print}${intake.printReceipt}</button>
        <button @click=${this.nextPerson}>${this.next ? icons.mail : icons.person}${this.next || intake.nextPerson}</button>
        <a class="button quiet" href=${this.client.address('GET /cases/{number}/receipt.pdf', { params: { tenant: this.unit.tenant, number } })} target="_blank" rel="noopener">
          ${icons.file}${intake.receiptPdf}
        </a>
        ${
          this.paperOnly && !this.isCodeShown
            ? html`<button class="quiet" @click=${this.showCode}>${icons.eye}${intake.showCode}</button>`
            : nothing
        }
        ${
          this.kept || this.paperOnly
            ? nothing
            : html`<a class="button quiet" href=${caseAddress(this.unit.tenant, number)}>${intake.openCase}</a>`
        }
      </div>
    </section>`
  }

  private showCode() {
    this.isCodeShown = true
  }

  private nextPerson() {
    this.dispatchEvent(new CustomEvent('next-person'))
  }
}

/** A page on which a complaint is typed: what is typed waits on the service until it is filed or thrown away. */
export abstract class KeptIntakePage extends PageElement {
  /** The message from outside that is entered; `null`: somebody is there, or it came on paper. */
  @property({ attribute: false }) message: InboundView | null = null
  @property({ type: Boolean }) there = false
  @state() protected carried: CarriedDraft | null = null
  @state() protected place = ''
  @state() protected isInWriting = false
  @query('intake-form') protected readonly form!: IntakeForm | null
  /** Made once, so that what is typed is not overwritten. */
  private broughtByMessage: Brought | null = null
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
  protected abstract get isFiled(): boolean
  protected abstract beginAnew(): void
  /** Nothing of the last person is left in this element. */
  protected abstract wipe(): void
}
