import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { ifDefined } from 'lit/directives/if-defined.js'
import type { RolesView, UnitRoleWeight } from '../../../service/contract/staff.ts'
import { FormElement } from '../../page/form-element.ts'
import { markOwnName, sayOwn, shownFor } from '../../page/own-words.ts'
import { columnOf } from '../../page/page-column.ts'
import { PageElement } from '../../page/page-element.ts'
import dutiesWording from '../../texts/duties.json'
import unitRolesWording from '../../texts/unit-roles.json'
import { Attempt } from '../../ui/attempt.ts'
import { dialogOf } from '../../ui/dialog.ts'
import { checksField, textField } from '../../ui/field.ts'
import { fields } from '../../ui/fields.ts'
import { type FieldErrors, textIn } from '../../ui/form.ts'
import { icons } from '../../ui/icons.ts'
import { say } from '../../ui/say.ts'
import { languageOf, markRoleName, nameIn } from './roles.ts'

export const staffLooks = css`
  ${columnOf(1120)}
  .people {
    display: grid;
    border-radius: var(--radius-large);
    background: var(--surface);
  }
  .people li {
    display: grid;
    grid-template-columns: minmax(0, 5fr) minmax(0, 4fr) 256px;
    align-items: center;
    gap: 8px 16px;
    padding: 12px 12px 12px 24px;
  }
  .people li + li {
    border-block-start: 1px solid var(--line);
  }
  .who {
    overflow-wrap: anywhere;
  }
  .roles {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
  }
  .roles span {
    padding: 2px 10px;
    border-radius: 999px;
    background: var(--accent-soft);
    color: var(--accent);
    font-size: var(--size-small);
    font-weight: 600;
  }
  .invited {
    display: flex;
    align-items: center;
    gap: 4px;
    color: var(--warn);
    font-weight: 600;
  }
  .again {
    margin-inline-start: -14px;
  }
  .people .row {
    justify-content: end;
  }
  @media (max-width: 760px) {
    .people li {
      grid-template-columns: minmax(0, 1fr);
      padding: 14px 16px;
    }
  }
`

export const unitRolesLooks = css`
  li {
    padding-block: 10px;
  }
  li + li {
    border-block-start: 1px solid var(--line);
  }
  summary {
    padding-block: 10px;
    cursor: pointer;
  }
`

/**
 * Takes the name and the permissions of a role of the unit's own. What follows from them is shown before it is saved,
 * and what should not be is saved only by a second press.
 * @fires role-saved - `detail` is the name
 */
@customElement('unit-role-form')
export class UnitRoleForm extends FormElement {
  @property({ attribute: false }) table!: RolesView
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
      ...(leavesOpen.length > 0 ? [words.leavesOpen({ duties: list(leavesOpen.map((duty) => names[duty])) })] : []),
      ...mixes.map((mix) => words.mixes[mix]),
      ...(byTwo ? [words.byTwo] : []),
      ...(holders.length > 0 ? [words.concerns({ names: list(holders) })] : []),
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
    const weight = await this.client.call('POST /unit-role-weights', { params: { tenant }, body: { id, permissions } })
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
    const body = { version: this.table.unit.version, name, permissions }
    if (id === null) await this.client.call('POST /unit-roles', { params: { tenant }, body })
    else await this.client.call('PUT /unit-roles/{id}', { params: { tenant, id }, body })
    this.dispatchEvent(new CustomEvent('role-saved', { detail: name.id }))
  }

  private needsLook({ mixes, leavesOpen, holders, byTwo }: UnitRoleWeight): boolean {
    return mixes.length + leavesOpen.length + holders.length > 0 || byTwo
  }
}

type UnitRole = RolesView['unit']['roles'][number]

type Asked =
  | { readonly what: 'write'; readonly role: UnitRole | null }
  | { readonly what: 'remove'; readonly role: UnitRole }

@customElement('unit-roles')
export class UnitRoles extends PageElement {
  static override styles = [PageElement.styles, fields, unitRolesLooks]

  @property({ attribute: false }) table!: RolesView
  @state() private asked: Asked | null = null
  private readonly attempt = new Attempt(this)

  override render() {
    const words = unitRolesWording(this.wording)
    const { roles, most, changes } = this.table.unit
    return html`<section class="card" aria-labelledby="unit-roles">
      <div class="spread">
        <div>
          <h2 id="unit-roles">${words.heading}</h2>
          <p class="soft">${words.hint}</p>
        </div>
        ${
          roles.length < most
            ? html`<button @click=${() => this.ask({ what: 'write', role: null })}>${icons.add}${words.make}</button>`
            : nothing
        }
      </div>
      ${roles.length > 0 ? html`<ul class="plain">${roles.map((role) => this.renderRole(role))}</ul>` : nothing}
      ${changes.length > 0 ? this.renderHistory() : nothing}
      ${this.renderDialog()}
    </section>`
  }

  private renderRole(role: UnitRole) {
    const words = unitRolesWording(this.wording)
    const { common } = this.wording
    const name = nameIn(role.name, this.wording.language)
    const marked = languageOf(role.name, this.wording.language) ? markOwnName(name) : name
    return html`<li class="spread">
      <div>
        <strong lang=${ifDefined(languageOf(role.name, this.wording.language))}>${name}</strong>
        <p class="soft small">${words.held({ count: role.holders })}</p>
      </div>
      <div class="row">
        <button class="quiet" @click=${() => this.ask({ what: 'write', role })}>${icons.edit}${shownFor(common.edit, words.changeOf({ name: marked }))}</button>
        ${
          role.holders === 0
            ? html`<button class="quiet only-icon" title=${words.remove}
                @click=${() => this.ask({ what: 'remove', role })}>${shownFor(icons.remove, words.removeOf({ name: marked }))}</button>`
            : nothing
        }
      </div>
    </li>`
  }

  private renderHistory() {
    const words = unitRolesWording(this.wording)
    const { formats } = this.wording
    const labels = new Map<string, string>(this.table.permissions.map(({ permission, label }) => [permission, label]))
    const listed = (permissions: readonly string[]) => formats.list(permissions.map((one) => labels.get(one) ?? one))
    return html`<details>
      <summary>${words.history}</summary>
      <ol class="plain">
        ${this.table.unit.changes.map(
          ({ at, by, name, what, added, dropped }) => html`<li>
            <p>${sayOwn(words.change[what]({ name: markOwnName(name) }))} <span class="soft small">· ${by ?? words.former}, ${formats.dayAndTime(at)}</span></p>
            ${what !== 'removed' && added.length > 0 ? html`<p class="soft small">${words.added({ permissions: listed(added) })}</p>` : nothing}
            ${what !== 'removed' && dropped.length > 0 ? html`<p class="soft small">${words.dropped({ permissions: listed(dropped) })}</p>` : nothing}
          </li>`,
        )}
      </ol>
    </details>`
  }

  private renderDialog() {
    const { asked } = this
    const words = unitRolesWording(this.wording)
    const name = asked?.role ? markRoleName(asked.role.name, this.wording.language) : ''
    const heading =
      asked?.what === 'remove'
        ? words.removeOf({ name })
        : asked?.role
          ? words.changeHeading({ name })
          : words.makeHeading
    const content = asked && (asked.what === 'remove' ? this.renderRemoval(asked.role) : this.renderForm(asked.role))
    return dialogOf(content, { heading: sayOwn(heading), closeLabel: this.wording.common.close, close: this.close })
  }

  private renderForm(role: UnitRole | null) {
    return html`<unit-role-form .table=${this.table} .changed=${role}
      @role-saved=${({ detail }: CustomEvent<string>) => this.done(unitRolesWording(this.wording).saved({ name: detail }))}></unit-role-form>`
  }

  private renderRemoval(role: UnitRole) {
    const words = unitRolesWording(this.wording)
    return html`<div class="stack">
      <p>${words.removeText}</p>
      ${this.attempt.render()}
      <div class="row">
        <button class="danger filled" @click=${() => this.takeOut(role)}>${words.remove}</button>
        <button value="cancel" class="quiet" @click=${this.close}>${this.wording.common.cancel}</button>
      </div>
    </div>`
  }

  private ask(asked: Asked) {
    this.attempt.refusal = ''
    this.asked = asked
  }

  private readonly close = () => {
    this.asked = null
  }

  private async takeOut({ id, name }: UnitRole) {
    await this.attempt.run(async () => {
      await this.client.call('DELETE /unit-roles/{id}', { params: { tenant: this.unit.tenant, id } })
      this.done(unitRolesWording(this.wording).removed({ name: nameIn(name, this.wording.language) }))
    })
  }

  private done(sentence: string) {
    this.close()
    say(this, sentence)
    this.dispatchEvent(new CustomEvent('roles-changed'))
  }
}
