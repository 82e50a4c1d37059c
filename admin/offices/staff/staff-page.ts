import { consume } from '@lit/context'
import { html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { SessionView, StaffMemberView, SuccessionView } from '../../../service/contract/account.ts'
import type { DutiesView } from '../../../service/contract/staff.ts'
import { keysOf } from '../../../service/shared/records.ts'
import { sessionContext } from '../../api/context.ts'
import { categoryLabel } from '../../page/category-label.ts'
import '../../page/absence-form.ts'
import type { AbsenceAsked } from '../../page/duty-gaps.ts'
import '../../page/duty-gaps.ts'
import '../../page/waiting-staff.ts'
import { PageElement } from '../../page/page-element.ts'
import { Attempt } from '../../ui/attempt.ts'
import { dialogOf } from '../../ui/dialog.ts'
import { selectField } from '../../ui/field.ts'
import { fields } from '../../ui/fields.ts'
import { icons } from '../../ui/icons.ts'
import { accountWording, type Save } from './member-forms.ts'
import { choicesIn, heldBy, markRoleName, waitingRoles } from './roles.ts'
import { staffLooks } from './unit-roles.ts'
import '../../ui/one-time-link.ts'
import { markOwnText, sayOwn } from '../../page/own-words.ts'
import dutiesWording from '../../texts/duties.json'
import { say } from '../../ui/say.ts'

type Asked =
  | { readonly what: 'invite' }
  | { readonly what: 'change' | 'remove' | 'let-in'; readonly member: StaffMemberView }
  | { readonly what: 'absence'; readonly person: DutiesView['people'][number] }
  /** The link of an invitation that was sent again, where no mail is set up. */
  | { readonly what: 'link'; readonly address: string }

@customElement('staff-page')
export class StaffPage extends PageElement {
  static override styles = [PageElement.styles, fields, staffLooks]

  @consume({ context: sessionContext })
  private session!: SessionView

  /** The id of somebody whose days away are asked for at once. */
  @property() absence = ''

  @state() private asked: Asked | null = null
  @state() private succession: SuccessionView | null = null
  private readonly attempt = new Attempt(this)

  private readonly staff = this.load((tenant, signal) => this.client.call('GET /staff', { params: { tenant }, signal }))

  private readonly duties = this.load(async (tenant, signal) => {
    const duties = await this.client.call('GET /duties', { params: { tenant }, signal })
    this.askAbsence(duties, this.absence)
    this.absence = ''
    return duties
  })

  private readonly roles = this.load((tenant, signal) =>
    this.client.call('GET /staff/roles', { params: { tenant }, signal }),
  )

  override render() {
    const { staff } = this.wording
    const list = this.staff.value
    return html`
      <div class="spread">
        <div>
          <h1>${staff.heading}</h1>
          <p class="soft">${staff.intro}</p>
        </div>
        <button class="primary" ?disabled=${!this.roles.value} @click=${() => this.ask({ what: 'invite' })}>${icons.add}${staff.invite}</button>
      </div>
      <duty-gaps .duties=${this.duties.value ?? null} @absence-asked=${this.onAbsenceAsked}></duty-gaps>
      <waiting-staff .duties=${this.duties.value ?? null} @duties-changed=${this.reload}></waiting-staff>
      ${this.asked ? nothing : this.attempt.render()}
      ${
        list
          ? html`<ul class="plain people" aria-label=${staff.table}>${list.items.map((member) => this.renderMember(member))}</ul>`
          : this.renderLoaded(this.staff, undefined, staff.loading)
      }
      ${
        this.roles.value
          ? html`<unit-roles .table=${this.roles.value} @roles-changed=${this.onRolesChanged}></unit-roles>
              <role-matrix .table=${this.roles.value}></role-matrix>`
          : this.roles.render({ error: () => this.renderLoaded(this.roles) })
      }
      ${this.renderDialog()}
    `
  }

  private renderMember(member: StaffMemberView) {
    const { staff } = this.wording
    const { name, position, email, reportsTo, state: condition, id, isUnvouched } = member
    const superior = this.staff.value?.items.find((one) => one.id === reportsTo)
    return html`<li>
      <div class="who">
        <strong>${name}</strong>${id === this.session.staff.id ? html` <span class="soft">(${staff.you})</span>` : nothing}
        <p class="soft small">${position} · ${email}</p>
        ${superior ? html`<p class="soft small">${staff.under({ name: superior.name })}</p>` : nothing}
        ${condition === 'invited' ? this.renderWaiting(member) : nothing}
        ${isUnvouched ? html`<p class="small invited">${icons.clock}${staff.unvouched}</p>` : nothing} ${this.renderAway(this.personOf(member))}
      </div>
      <p class="roles">${this.rolesOf(member).map((words) => html`<span>${sayOwn(words)}</span>`)}</p>
      <div class="row">${this.renderTools(member)}</div>
    </li>`
  }

  private renderTools(member: StaffMemberView) {
    const { staff, common } = this.wording
    const { absence, absenceOf } = dutiesWording(this.wording)
    const { id, name, state: condition } = member
    const person = condition === 'active' ? this.personOf(member) : undefined
    const icon = (label: string, title: string, picture: unknown, asked: Asked) =>
      html`<button class="quiet only-icon" aria-label=${label} title=${title} @click=${() => this.ask(asked)}>${picture}</button>`
    return html`
      ${
        condition === 'active' && id !== this.session.staff.id
          ? icon(staff.letInOf({ name }), staff.letIn, icons.key, { what: 'let-in', member })
          : nothing
      }
      ${person ? icon(absenceOf({ name }), absence, icons.clock, { what: 'absence', person }) : nothing}
      <button class="quiet" aria-label=${staff.changeOf({ name })} ?disabled=${!this.roles.value}
        @click=${() => this.ask({ what: 'change', member })}>${icons.edit}${common.edit}</button>
      ${icon(staff.removeOf({ name }), staff.remove, icons.remove, { what: 'remove', member })}
    `
  }

  private personOf({ id }: StaffMemberView) {
    return this.duties.value?.people.find((one) => one.id === id)
  }

  private renderAway(person: DutiesView['people'][number] | undefined) {
    if (!person?.away) return nothing
    return html`<p class="small invited">${icons.clock}${dutiesWording(this.wording).awayNow({ name: person.standIn || 'none' })}</p>`
  }

  private renderWaiting(member: StaffMemberView) {
    const { staff, vocabulary } = this.wording
    const { invitation } = member
    const how = invitation?.mail ? staff.mailStates[invitation.mail] : staff.byHand
    return html`<p class="small invited">${icons.clock}${vocabulary.staffStates.invited}${invitation ? ` · ${how}` : ''}</p>
      ${invitation?.account ? html`<p class="soft small">${accountWording(invitation.account, this.wording)}</p>` : nothing}
      <button class="quiet again" @click=${() => this.sendAgain(member)}>${staff.sendAgain}</button>`
  }

  private rolesOf({ roles, limits, unitRoles = [] }: StaffMemberView): readonly string[] {
    const { staff, vocabulary, language } = this.wording
    const only = (label: string, codes: readonly string[] | null | undefined) =>
      codes
        ? staff.onlyIn({
            role: label,
            categories: codes
              .map((code) => markOwnText(this.unit.view, categoryLabel(this.unit.view, code)))
              .join(', '),
          })
        : label
    return [
      ...roles.map((role) => only(vocabulary.roles[role], limits[role])),
      ...unitRoles.map(({ name, categories }) => only(markRoleName(name, language), categories)),
    ]
  }

  private renderDialog() {
    const [heading, content] = this.asked ? this.shownFor(this.asked) : ['', nothing]
    return dialogOf(this.asked && content, { heading, closeLabel: this.wording.common.close, close: this.closeDialog })
  }

  private shownFor(asked: Asked): readonly [heading: string, content: unknown] {
    const { staff, common } = this.wording
    const colleagues = this.staff.value?.items ?? []
    switch (asked.what) {
      case 'invite':
        return [
          staff.inviteHeading,
          html`<invite-form .colleagues=${colleagues} .table=${this.roles.value} @staff-changed=${this.reload}></invite-form>`,
        ]
      case 'change':
        return [
          staff.changeHeading({ name: asked.member.name }),
          html`<member-form .member=${asked.member} .colleagues=${colleagues} .table=${this.roles.value}
            .save=${this.saverOf(asked.member)} text=${staff.changeText} submitting=${common.save}></member-form>`,
        ]
      case 'remove':
        return [staff.removeHeading({ name: asked.member.name }), this.renderRemoval(asked.member)]
      case 'let-in':
        return [
          staff.letInOf({ name: asked.member.name }),
          html`<let-in-form .member=${asked.member} @reset-asked=${this.onResetAsked}></let-in-form>`,
        ]
      case 'absence':
        return [
          dutiesWording(this.wording).absenceOf({ name: asked.person.name }),
          html`<absence-form tenant=${this.unit.tenant} .person=${asked.person} .people=${this.duties.value?.people ?? []}
            @duties-changed=${this.onDutiesChanged}></absence-form>`,
        ]
      case 'link':
        return [
          staff.sendAgain,
          html`<div class="stack"><p>${staff.linkText}</p>
            <ui-one-time-link address=${asked.address} label=${staff.link} copy-label=${common.copy} done-label=${common.copied}></ui-one-time-link>
          </div>`,
        ]
    }
  }

  private renderRemoval(member: StaffMemberView) {
    const { staff, common } = this.wording
    return html`<div class="stack">
      <p>${staff.removeText}</p>
      ${this.renderSuccessor(member)}
      ${this.attempt.render()}
      <div class="row">
        <button class="danger filled" @click=${() => this.takeOut(member)}>${staff.remove}</button>
        <button value="cancel" class="quiet" @click=${this.closeDialog}>${common.cancel}</button>
      </div>
    </div>`
  }

  private renderSuccessor({ id: leaver }: StaffMemberView) {
    const { successor, successorHint, noSuccessor } = dutiesWording(this.wording)
    const handlers = (this.staff.value?.items ?? []).filter(
      (member) => member.id !== leaver && member.state === 'active' && this.handles(member),
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
    return html`<p role="status">${goes({ what: listed('moves') || 'none' })}${listed('stays') ? html`<br>${remains({ what: listed('stays') })}` : nothing}</p>`
  }

  private async foresee(leaver: string, successor: string) {
    this.succession = null
    if (!successor) return
    await this.attempt.run(async () => {
      this.succession = await this.client.call('GET /successions/{id}', {
        params: { tenant: this.unit.tenant, id: leaver },
        query: { successor },
      })
    })
  }

  private handles(member: StaffMemberView): boolean {
    const held = heldBy(member).keys
    const choices = this.roles.value ? choicesIn(this.roles.value, this.wording) : []
    return choices.some(({ key, permissions }) => held.includes(key) && permissions.includes('cases.handle'))
  }

  private async sendAgain({ id }: StaffMemberView) {
    await this.attempt.run(async () => {
      const { setUpUrl } = await this.client.call('POST /staff/{id}/invitation', {
        params: { tenant: this.unit.tenant, id },
      })
      if (setUpUrl) this.ask({ what: 'link', address: setUpUrl })
      say(this, this.wording.staff.sentAgain)
      await this.reload()
    })
  }

  private ask(asked: Asked) {
    this.attempt.refusal = ''
    this.succession = null
    this.asked = asked
  }

  private askAbsence({ people }: DutiesView, id: string) {
    const person = people.find((one) => one.id === id)
    if (person) this.ask({ what: 'absence', person })
  }

  private onAbsenceAsked(event: AbsenceAsked) {
    event.preventDefault()
    if (this.duties.value) this.askAbsence(this.duties.value, event.detail)
  }

  private readonly closeDialog = () => {
    this.asked = null
  }

  private onResetAsked() {
    this.closeDialog()
    say(this, this.wording.staff.letInAsked)
  }

  private async reload() {
    await Promise.all([this.staff.run(), this.duties.run()])
  }

  private async onRolesChanged() {
    await Promise.all([this.roles.run(), this.reload()])
  }

  private async onDutiesChanged() {
    this.closeDialog()
    await this.duties.run()
  }

  private async onChanged() {
    this.closeDialog()
    await this.reload()
  }

  private saverOf({ id }: StaffMemberView): Save {
    return async ({ email: _, ...written }) => {
      const waiting = waitingRoles(
        await this.client.call('PATCH /staff/{id}', { params: { tenant: this.unit.tenant, id }, body: written }),
        this.wording,
      )
      const { staff } = this.wording
      say(this, waiting ? staff.askedSecond({ roles: waiting }) : staff.changed)
      await this.onChanged()
    }
  }

  private async takeOut({ id, name }: StaffMemberView) {
    await this.attempt.run(async () => {
      const successor = this.renderRoot.querySelector<HTMLSelectElement>('[name=successor]')?.value || null
      await this.client.call('DELETE /staff/{id}', { params: { tenant: this.unit.tenant, id }, query: { successor } })
      say(this, this.wording.staff.removed({ name }))
      await this.onChanged()
    })
  }
}
