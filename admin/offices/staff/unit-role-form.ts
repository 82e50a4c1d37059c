import { html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { RolesView, UnitRoleWeight } from '../../../service/contract/roles-view.ts'
import { FormElement } from '../../page/form-element.ts'
import { checksField, textField } from '../../ui/field.ts'
import { type FieldErrors, textIn } from '../../ui/form.ts'
import { icons } from '../../ui/icons.ts'
import { dutiesWording } from '../../wording/duties-wording.ts'
import { unitRolesWording } from '../../wording/unit-roles-wording.ts'

/**
 * Takes the name and the permissions of a role of the unit's own. What follows from them is shown before it is saved,
 * and what should not be is saved only by a second press.
 * @fires role-saved - `detail` is the name
 */
@customElement('unit-role-form')
export class UnitRoleForm extends FormElement {
  @property({ attribute: false }) table!: RolesView
  /** `null`: a new role. */
  @property({ attribute: false }) changed: RolesView['unit']['roles'][number] | null = null

  @state() private chosen: readonly string[] = []
  @state() private weight: UnitRoleWeight | null = null
  /** The warnings that the person has seen and saves in spite of. */
  private seen = ''

  override connectedCallback() {
    super.connectedCallback()
    this.chosen = this.changed?.permissions ?? []
  }

  override render() {
    const words = unitRolesWording(this.wording)
    const { errors } = this.attempt
    const { common } = this.wording
    return html`<form class="stack" novalidate @submit=${this.onSubmit}>
      ${this.attempt.render()}
      ${textField({ name: 'name.id', label: words.name, hint: words.nameHint, value: this.changed?.name.id, error: errors['name.id'] })}
      ${textField({ name: 'name.en', label: words.english, optional: common.optional, value: this.changed?.name.en, error: errors['name.en'] })}
      ${checksField({
        name: 'permissions',
        label: words.permissions,
        values: this.chosen,
        error: errors.permissions,
        options: this.table.permissions.map(({ permission, label, byTwo }) => ({
          value: permission,
          label,
          hint: byTwo ? words.takesTwo : undefined,
        })),
        chosen: (values) => {
          this.chosen = values
          this.weight = null
        },
      })}
      <div role="status" class="stack">${this.weight ? this.renderWeight(this.weight) : nothing}</div>
      <div><button class="primary" ?disabled=${this.attempt.isBusy}>${this.weight ? words.saveAnyway : words.saveAll}</button></div>
    </form>`
  }

  private renderWeight({ mixes, leavesOpen, holders, byTwo }: UnitRoleWeight) {
    const words = unitRolesWording(this.wording)
    const { names } = dutiesWording(this.wording)
    const { list } = this.wording.formats
    const sentences = [
      ...(leavesOpen.length > 0 ? [words.leavesOpen(list(leavesOpen.map((duty) => names[duty])))] : []),
      ...mixes.map((mix) => words.mixes[mix]),
      ...(byTwo ? [words.byTwo] : []),
      ...(holders.length > 0 ? [words.concerns(list(holders))] : []),
    ]
    return sentences.map((sentence) => html`<div class="banner">${icons.alert}<p>${sentence}</p></div>`)
  }

  protected override findMistakes(written: FormData): FieldErrors {
    return {
      ...super.findMistakes(written),
      ...(this.chosen.length === 0 && { permissions: unitRolesWording(this.wording).permissionsMissing }),
    }
  }

  protected async send(written: FormData) {
    const { tenant } = this.unit
    const permissions = this.table.permissions
      .map(({ permission }) => permission)
      .filter((permission) => this.chosen.includes(permission))
    const id = this.changed?.id ?? null
    const weight = await this.client.weighUnitRole(tenant, { id, permissions })
    const warnings = JSON.stringify(weight)
    if (warnings !== this.seen && this.needsLook(weight)) {
      this.weight = weight
      this.seen = warnings
      await this.updateComplete
      // The list of permissions is long: the warnings, and the button below them, come to where the eye is.
      this.renderRoot.querySelector('button.primary')?.scrollIntoView({ block: 'end' })
      return
    }
    const name = { id: textIn(written, 'name.id'), en: textIn(written, 'name.en') }
    await this.client.writeUnitRole(tenant, id, { version: this.table.unit.version, name, permissions })
    this.dispatchEvent(new CustomEvent('role-saved', { detail: name.id }))
  }

  private needsLook({ mixes, leavesOpen, holders, byTwo }: UnitRoleWeight): boolean {
    return mixes.length + leavesOpen.length + holders.length > 0 || byTwo
  }
}
