import { html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { RolesView } from '../../../service/contract/roles-view.ts'
import type { InvitedStaffView, StaffMemberView } from '../../../service/contract/session.ts'
import { PageElement } from '../../page/page-element.ts'
import { icons } from '../../ui/icons.ts'
import { accountWording } from './account-wording.ts'
import '../../ui/one-time-link.ts'
import type { Save } from './member-form.ts'
import './member-form.ts'
import { waitingRoles } from './role-choices.ts'

/**
 * Invites somebody, then shows the one-time link.
 * @fires staff-changed
 */
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
          <strong>${staff.invited(name)}</strong>
          <p>${confirmation}</p>
          ${invitation?.account ? html`<p>${accountWording(invitation.account, this.wording)}</p>` : nothing}
          ${asked ? html`<p>${staff.askedSecond(asked)}</p>` : nothing}
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
    this.invited = await this.client.inviteStaff(this.unit.tenant, written)
    this.dispatchEvent(new CustomEvent('staff-changed'))
  }
}
