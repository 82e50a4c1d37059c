import { consume } from '@lit/context'
import { html, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { RolesView } from '../../../service/contract/roles-view.ts'
import type { SessionView, StaffMemberView, SuccessionView } from '../../../service/contract/session.ts'
import { sessionContext } from '../../api/context.ts'
import type { Role } from '../../api/wire.ts'
import { categoryLabel } from '../../page/category-label.ts'
import '../../page/absence-form.ts'
import '../../page/duty-gaps.ts'
import { keysOf } from '../../../service/shared/records.ts'
import { PageElement } from '../../page/page-element.ts'
import { Attempt } from '../../ui/attempt.ts'
import '../../ui/dialog.ts'
import { selectField } from '../../ui/field.ts'
import { fields } from '../../ui/fields.ts'
import { icons } from '../../ui/icons.ts'
import '../../ui/one-time-link.ts'
import { say } from '../../ui/say.ts'
import { dutiesWording } from '../../wording/duties-wording.ts'
import { accountWording } from './account-wording.ts'
import './invite-form.ts'
import './let-in-form.ts'
import type { Save } from './member-form.ts'
import './member-form.ts'
import './role-matrix.ts'
import { staffLooks } from './staff-looks.ts'

/** Lists the staff of the unit with their roles, and shows what a role may do. */
@customElement('staff-page')
export class StaffPage extends PageElement {
  static override styles = [PageElement.styles, fields, staffLooks]

  @consume({ context: sessionContext })
  private session!: SessionView

  @state() private inviting = false
  @state() private changing: StaffMemberView | null = null
  @state() private removing: StaffMemberView | null = null
  /** The account of the member whose absences are shown. */
  @state() private absent: string | null = null
  @state() private lettingIn: StaffMemberView | null = null
  /** The link of an invitation that was sent again, where no mail is set up. */
  @state() private freshLink: string | null = null
  /** What the chosen successor would get. */
  @state() private succession: SuccessionView | null = null
  private readonly attempt = new Attempt(this)

  private readonly staff = this.load((tenant, signal) => this.client.listStaff(tenant, signal))

  private readonly duties = this.load((tenant, signal) => this.client.readDuties(tenant, signal))

  private readonly roles = this.load((tenant, signal) => this.client.readRoles(tenant, signal))

  override render() {
    const { staff } = this.wording
    const list = this.staff.value
    return html`
      <div class="spread">
        <div>
          <h1>${staff.heading}</h1>
          <p class="soft">${staff.intro}</p>
        </div>
        <button class="primary" ?disabled=${!this.roles.value} @click=${this.invite}>${icons.add}${staff.invite}</button>
      </div>
      <duty-gaps .duties=${this.duties.value ?? null}></duty-gaps>
      ${
        list
          ? html`<ul class="plain people" aria-label=${staff.table}>${list.items.map((member) => this.renderMember(member))}</ul>`
          : this.renderLoaded(this.staff, undefined, staff.loading)
      }
      ${
        this.roles.value
          ? html`<role-matrix .table=${this.roles.value}></role-matrix>${this.renderForms(this.roles.value)}`
          : this.roles.render({ error: () => this.renderLoaded(this.roles) })
      }
      ${this.renderAbsence()} ${this.renderRemovalDialog()} ${this.renderLettingIn()} ${this.renderSentAgain()}
    `
  }

  private renderMember(member: StaffMemberView) {
    const { staff, common } = this.wording
    const { name, position, email, roles, reportsTo, state: condition, id } = member
    const superior = this.staff.value?.items.find((one) => one.id === reportsTo)
    return html`<li>
      <div class="who">
        <strong>${name}</strong>${id === this.session.staff.id ? html` <span class="soft">(${staff.you})</span>` : nothing}
        <p class="soft small">${position} · ${email}</p>
        ${superior ? html`<p class="soft small">${staff.under(superior.name)}</p>` : nothing}
        ${condition === 'invited' ? this.renderWaiting(member) : nothing} ${this.renderAway(id)}
      </div>
      <p class="roles">${roles.map((role) => html`<span>${this.roleWords(role, member)}</span>`)}</p>
      <div class="row">
        ${
          condition === 'active' && id !== this.session.staff.id
            ? html`<button class="quiet only-icon" aria-label=${staff.letInOf(name)} title=${staff.letIn} @click=${() => this.letIn(member)}>${icons.key}</button>`
            : nothing
        }
        ${
          this.duties.value && condition === 'active'
            ? html`<button class="quiet only-icon" aria-label=${dutiesWording(this.wording).absenceOf(name)}
                title=${dutiesWording(this.wording).absence} @click=${() => this.showAbsence(id)}>${icons.clock}</button>`
            : nothing
        }
        <button class="quiet" aria-label=${staff.changeOf(name)} ?disabled=${!this.roles.value} @click=${() => this.change(member)}>${icons.edit}${common.edit}</button>
        <button class="quiet only-icon" aria-label=${staff.removeOf(name)} @click=${() => this.askToRemove(member)}>${icons.remove}</button>
      </div>
    </li>`
  }

  private renderAway(id: string) {
    const person = this.duties.value?.people.find((one) => one.id === id)
    if (!person?.away) return nothing
    return html`<p class="small invited">${icons.clock}${dutiesWording(this.wording).awayNow(person.standIn)}</p>`
  }

  private renderAbsence() {
    const people = this.duties.value?.people ?? []
    const person = people.find(({ id }) => id === this.absent)
    return html`<ui-dialog ?open=${person !== undefined} heading=${dutiesWording(this.wording).absenceOf(person?.name ?? '')}
      close-label=${this.wording.common.close} @ui-close=${this.closeDialogs}>
      ${
        person
          ? html`<absence-form tenant=${this.unit.tenant} .person=${person} .people=${people} @duties-changed=${this.onDutiesChanged}></absence-form>`
          : nothing
      }
    </ui-dialog>`
  }

  private showAbsence(id: string) {
    this.absent = id
  }

  private async onDutiesChanged() {
    this.closeDialogs()
    await this.duties.run()
  }

  private renderWaiting(member: StaffMemberView) {
    const { staff, vocabulary } = this.wording
    const { invitation } = member
    const how = invitation?.mail ? staff.mailStates[invitation.mail] : staff.byHand
    return html`<p class="small invited">${icons.clock}${vocabulary.staffStates.invited}${invitation ? ` · ${how}` : ''}</p>
      ${invitation?.account ? html`<p class="soft small">${accountWording(invitation.account, this.wording)}</p>` : nothing}
      <button class="quiet again" @click=${() => this.sendAgain(member)}>${staff.sendAgain}</button>`
  }

  private roleWords(role: Role, { limits }: StaffMemberView): string {
    const { staff, vocabulary } = this.wording
    const categories = limits[role]?.map((code) => categoryLabel(this.unit.view, code))
    return categories ? staff.onlyIn(vocabulary.roles[role], categories) : vocabulary.roles[role]
  }

  private renderForms(table: RolesView) {
    const { staff, common } = this.wording
    const colleagues = this.staff.value?.items ?? []
    return html`
      <ui-dialog ?open=${this.inviting} heading=${staff.inviteHeading} close-label=${common.close} @ui-close=${this.closeDialogs}>
        ${
          this.inviting
            ? html`<invite-form .colleagues=${colleagues} .table=${table} @staff-changed=${this.reload}></invite-form>`
            : nothing
        }
      </ui-dialog>
      <ui-dialog ?open=${this.changing !== null} heading=${staff.changeHeading(this.changing?.name ?? '')} close-label=${common.close}
        @ui-close=${this.closeDialogs}>
        ${
          this.changing
            ? html`<member-form .member=${this.changing} .colleagues=${colleagues} .table=${table} .save=${this.save}
                text=${staff.changeText} submitting=${common.save}></member-form>`
            : nothing
        }
      </ui-dialog>
    `
  }

  private renderRemovalDialog() {
    const { staff, common } = this.wording
    return html`<ui-dialog ?open=${this.removing !== null} heading=${staff.removeHeading(this.removing?.name ?? '')}
      close-label=${common.close} @ui-close=${this.closeDialogs}>
      ${this.removing ? this.renderRemoval(this.removing) : nothing}
    </ui-dialog>`
  }

  private renderRemoval(member: StaffMemberView) {
    const { staff, common } = this.wording
    return html`<div class="stack">
      <p>${staff.removeText}</p>
      ${this.renderSuccessor(member)}
      ${this.attempt.render()}
      <div class="row">
        <button class="danger filled" @click=${() => this.takeOut(member)}>${staff.remove}</button>
        <button class="quiet" @click=${this.closeDialogs}>${common.cancel}</button>
      </div>
    </div>`
  }

  private renderSuccessor({ id: leaver }: StaffMemberView) {
    const { successor, successorHint, noSuccessor } = dutiesWording(this.wording)
    const handlers = (this.staff.value?.items ?? []).filter(
      ({ id, roles, state: condition }) =>
        id !== leaver && condition === 'active' && roles.some((role) => this.handles(role)),
    )
    return html`<div @change=${(event: Event) => void this.foresee(leaver, (event.target as HTMLSelectElement).value)}>
      ${selectField({
        ...{ name: 'successor', label: successor, hint: successorHint },
        options: [
          { value: '', label: noSuccessor },
          ...handlers.map(({ id, name, position }) => ({ value: id, label: `${name} · ${position}` })),
        ],
      })}
      ${this.succession ? this.renderSuccession(this.succession) : nothing}
    </div>`
  }

  private renderSuccession(succession: SuccessionView) {
    const { held, goes, remains } = dutiesWording(this.wording)
    const listed = (which: 'moves' | 'stays') =>
      keysOf(succession)
        .filter((kind) => succession[kind][which] > 0)
        .map((kind) => `${succession[kind][which]} ${held[kind]}`)
        .join(', ')
    return html`<p role="status">${goes(listed('moves'))}${listed('stays') ? html`<br>${remains(listed('stays'))}` : nothing}</p>`
  }

  private async foresee(leaver: string, successor: string) {
    this.succession = null
    if (!successor) return
    await this.attempt.run(async () => {
      this.succession = await this.client.readSuccession(this.unit.tenant, leaver, successor)
    })
  }

  private handles(role: Role): boolean {
    const found = this.roles.value?.roles.find((one) => one.role === role)
    return found?.permissions.includes('cases.handle') ?? false
  }

  private renderLettingIn() {
    const { staff, common } = this.wording
    const member = this.lettingIn
    return html`<ui-dialog ?open=${member !== null} heading=${staff.letInOf(member?.name ?? '')} close-label=${common.close}
      @ui-close=${this.closeDialogs}>
      ${member ? html`<let-in-form .member=${member} @reset-asked=${this.onResetAsked}></let-in-form>` : nothing}
    </ui-dialog>`
  }

  private renderSentAgain() {
    const { staff, common } = this.wording
    return html`<ui-dialog ?open=${this.freshLink !== null} heading=${staff.sendAgain} close-label=${common.close}
      @ui-close=${this.closeDialogs}>
      ${
        this.freshLink
          ? html`<div class="stack"><p>${staff.linkText}</p>
              <ui-one-time-link address=${this.freshLink} label=${staff.link} copy-label=${common.copy} done-label=${common.copied}></ui-one-time-link>
            </div>`
          : nothing
      }
    </ui-dialog>`
  }

  private async sendAgain({ id }: StaffMemberView) {
    try {
      const { setUpUrl } = await this.client.inviteStaffAgain(this.unit.tenant, id)
      this.freshLink = setUpUrl
      say(this, this.wording.staff.sentAgain)
      await this.reload()
    } catch (error) {
      say(this, this.explain(error))
    }
  }

  private letIn(member: StaffMemberView) {
    this.lettingIn = member
  }

  private onResetAsked() {
    this.closeDialogs()
    say(this, this.wording.staff.letInAsked)
  }

  private invite() {
    this.inviting = true
  }

  private change(member: StaffMemberView) {
    this.changing = member
  }

  private askToRemove(member: StaffMemberView) {
    this.attempt.refusal = ''
    this.succession = null
    this.removing = member
  }

  private closeDialogs() {
    this.inviting = false
    this.changing = null
    this.removing = null
    this.absent = null
    this.lettingIn = null
    this.freshLink = null
  }

  private async reload() {
    await Promise.all([this.staff.run(), this.duties.run()])
  }

  private async onChanged() {
    this.closeDialogs()
    await this.reload()
  }

  private readonly save: Save = async ({ email: _, ...written }) => {
    if (!this.changing) return
    const { asked } = await this.client.changeStaff(this.unit.tenant, this.changing.id, written)
    const { staff, vocabulary } = this.wording
    const waiting = asked.map((role) => vocabulary.roles[role]).join(', ')
    say(this, waiting ? staff.askedSecond(waiting) : staff.changed)
    await this.onChanged()
  }

  private async takeOut({ id, name }: StaffMemberView) {
    await this.attempt.run(async () => {
      const successor = this.renderRoot.querySelector<HTMLSelectElement>('[name=successor]')?.value || null
      await this.client.removeStaff(this.unit.tenant, id, successor)
      say(this, this.wording.staff.removed(name))
      await this.onChanged()
    })
  }
}
