import { consume } from '@lit/context'
import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { InvitedStaffView, SessionView, StaffMemberView } from '../../../service/contract/account.ts'
import type { RolesView } from '../../../service/contract/staff.ts'
import { sessionContext } from '../../api/context.ts'
import type { ChangeStaff } from '../../api/wire.ts'
import { FormElement } from '../../page/form-element.ts'
import { PageElement } from '../../page/page-element.ts'
import { radioField, selectField, textField } from '../../ui/field.ts'
import { type FieldErrors, optionalTextIn, textIn } from '../../ui/form.ts'
import { icons } from '../../ui/icons.ts'
import type { Wording } from '../../wording/wording.ts'
import { choicesIn, emptyLimits, type HeldRoles, heldBy, rolesField, rolesToSend, waitingRoles } from './roles.ts'
import '../../ui/one-time-link.ts'

type KnownAccount = NonNullable<NonNullable<StaffMemberView['invitation']>['account']>

export const accountWording = ({ name, since, otherUnits }: KnownAccount, { staff, formats }: Wording): string =>
  staff.accountOf({
    name,
    since: since ? staff.accountSince({ day: formats.day(since) }) : staff.accountOld,
    others: otherUnits,
  })

export type Save = (written: ChangeStaff & { readonly email: string }) => Promise<void>

@customElement('member-form')
export class MemberForm extends FormElement {
  static override styles = [
    FormElement.styles,
    css`
      .limit {
        margin-inline-start: 28px;
        padding-inline-start: 12px;
        border-inline-start: 2px solid var(--line);
      }
    `,
  ]

  @consume({ context: sessionContext })
  private session!: SessionView

  /** `null`: somebody new, who is asked for an address too. */
  @property({ attribute: false }) member: StaffMemberView | null = null
  @property({ attribute: false }) colleagues: readonly StaffMemberView[] = []
  @property({ attribute: false }) table!: RolesView
  @property({ attribute: false }) save!: Save
  @property() text = ''
  @property() submitting = ''

  @state() private held: HeldRoles = { keys: [], limits: {} }

  override connectedCallback() {
    super.connectedCallback()
    if (this.member) this.held = heldBy(this.member)
  }

  override render() {
    const { staff } = this.wording
    const { member } = this
    const { errors } = this.attempt
    return html`<form class="stack" novalidate @submit=${this.onSubmit}>
      <p class="soft">${this.text}</p>
      ${this.attempt.render()}
      ${
        this.isOneself
          ? html`<p class="soft small">${staff.ownPlace}</p>`
          : html`<div class="pair">
              ${textField({ name: 'name', label: staff.name, value: member?.name, error: errors.name })}
              ${textField({ name: 'position', label: staff.position, value: member?.position, error: errors.position })}
            </div>`
      }
      ${member ? nothing : textField({ name: 'email', label: staff.email, type: 'email', error: errors.email })}
      ${this.isOneself ? nothing : this.renderSuperior()}
      ${rolesField({
        held: this.held,
        table: this.table,
        categories: this.unit.view.categories,
        wording: this.wording,
        errors,
        before: this.heldBefore,
        isOneself: this.isOneself,
        changed: (held) => {
          this.held = held
        },
      })}
      ${this.takesTwo ? textField({ name: 'reason', label: staff.reason, hint: staff.reasonHint, rows: 2 }) : nothing}
      <div><button class="primary" ?disabled=${this.attempt.isBusy}>${this.submitting}</button></div>
    </form>`
  }

  private get isOneself(): boolean {
    return this.member?.id === this.session.staff.id
  }

  private get takesTwo(): boolean {
    return choicesIn(this.table, this.wording).some(
      ({ key, byTwo }) => byTwo && this.held.keys.includes(key) && !this.heldBefore.includes(key),
    )
  }

  private get heldBefore(): readonly string[] {
    return this.member ? heldBy(this.member).keys : []
  }

  private renderSuperior() {
    const { staff, common } = this.wording
    return selectField({
      name: 'reportsTo',
      label: staff.superior,
      hint: staff.superiorHint,
      optional: common.optional,
      value: this.member?.reportsTo ?? '',
      error: this.attempt.errors.reportsTo,
      options: [
        { value: '', label: staff.headOfUnit },
        ...this.colleagues
          .filter(({ id }) => id !== this.member?.id)
          .map(({ id, name, position }) => ({ value: id, label: `${name} · ${position}` })),
      ],
    })
  }

  protected override findMistakes(written: FormData): FieldErrors {
    const { staff } = this.wording
    return {
      ...super.findMistakes(written),
      ...(this.held.keys.length === 0 && { roles: staff.rolesMissing }),
      ...emptyLimits(this.held, staff.categoriesMissing),
    }
  }

  protected send(written: FormData) {
    return this.save({
      name: written.has('name') ? textIn(written, 'name') : (this.member?.name ?? ''),
      position: written.has('position') ? textIn(written, 'position') : (this.member?.position ?? ''),
      email: textIn(written, 'email'),
      ...rolesToSend(this.held, this.table),
      reportsTo: written.has('reportsTo') ? textIn(written, 'reportsTo') || null : (this.member?.reportsTo ?? null),
      reason: optionalTextIn(written, 'reason'),
    })
  }
}

@customElement('invite-form')
export class InviteForm extends PageElement {
  @property({ attribute: false }) colleagues: readonly StaffMemberView[] = []
  @property({ attribute: false }) table!: RolesView
  @state() private invited: InvitedStaffView | null = null

  override render() {
    const { staff } = this.wording
    if (this.invited) return this.renderInvited(this.invited)
    return html`<member-form .colleagues=${this.colleagues} .table=${this.table} .save=${this.invite}
      text=${staff.inviteText} submitting=${staff.sendInvitation}></member-form>`
  }

  private renderInvited({ staff: { name, invitation }, setUpUrl, ...waiting }: InvitedStaffView) {
    const { staff, common } = this.wording
    const asked = waitingRoles(waiting, this.wording)
    const confirmation = setUpUrl ? staff.linkText : invitation ? staff.mailed : staff.rolesSaved
    return html`<div class="stack">
      <div class="banner ok" role="status">
        ${icons.check}
        <div>
          <strong>${staff.invited({ name })}</strong>
          <p>${confirmation}</p>
          ${invitation?.account ? html`<p>${accountWording(invitation.account, this.wording)}</p>` : nothing}
          ${asked ? html`<p>${staff.askedSecond({ roles: asked })}</p>` : nothing}
        </div>
      </div>
      ${
        setUpUrl
          ? html`<ui-one-time-link address=${setUpUrl} label=${staff.link} copy-label=${common.copy} done-label=${common.copied}></ui-one-time-link>`
          : nothing
      }
    </div>`
  }

  private readonly invite: Save = async (written) => {
    this.invited = await this.client.call('POST /staff', { params: this.inUnit, body: written })
    this.dispatchEvent(new CustomEvent('staff-changed'))
  }
}

const factors = ['password', 'second-factor'] as const

@customElement('let-in-form')
export class LetInForm extends FormElement {
  @property({ attribute: false }) member!: StaffMemberView
  @state() private factor: (typeof factors)[number] = 'password'

  override render() {
    const { staff } = this.wording
    return html`<form class="stack" novalidate @submit=${this.onSubmit}>
      <p class="soft">${staff.letInText}</p>
      ${this.attempt.render()}
      ${radioField({
        name: 'factor',
        label: staff.letInWhat,
        value: this.factor,
        options: factors.map((value) => ({ value, label: staff.letInFactors[value] })),
        chosen: (value) => {
          this.factor = value === 'password' ? 'password' : 'second-factor'
        },
      })}
      ${textField({ name: 'reason', label: staff.letInReason, rows: 2, error: this.attempt.errors.reason })}
      <div><button class="primary" ?disabled=${this.attempt.isBusy}>${staff.letInAsk}</button></div>
    </form>`
  }

  protected async send(written: FormData) {
    const reason = textIn(written, 'reason')
    await this.client.call('POST /staff/{id}/reset', {
      params: { tenant: this.unit.tenant, id: this.member.id },
      body: { factor: this.factor, reason },
    })
    this.dispatchEvent(new CustomEvent('reset-asked'))
  }
}
