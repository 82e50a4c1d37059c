import { html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { RolesView } from '../../../service/contract/roles-view.ts'
import { PageElement } from '../../page/page-element.ts'
import { Attempt } from '../../ui/attempt.ts'
import { dialogOf } from '../../ui/dialog.ts'
import { fields } from '../../ui/fields.ts'
import { icons } from '../../ui/icons.ts'
import { say } from '../../ui/say.ts'
import { unitRolesWording } from '../../wording/unit-roles-wording.ts'
import { languageOf, markRoleName, nameIn } from './role-choices.ts'
import { unitRolesLooks } from './staff-looks.ts'
import './unit-role-form.ts'
import { ifDefined } from 'lit/directives/if-defined.js'
import { markOwnName, sayOwn, shownFor } from '../../page/own-words.ts'

type UnitRole = RolesView['unit']['roles'][number]

type Asked =
  | { readonly what: 'write'; readonly role: UnitRole | null }
  | { readonly what: 'remove'; readonly role: UnitRole }

/**
 * Lists the roles of the unit's own, takes new ones and changes, and shows who changed what.
 * @fires roles-changed
 */
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
        <p class="soft small">${words.held(role.holders)}</p>
      </div>
      <div class="row">
        <button class="quiet" @click=${() => this.ask({ what: 'write', role })}>${icons.edit}${shownFor(common.edit, words.changeOf(marked))}</button>
        ${
          role.holders === 0
            ? html`<button class="quiet only-icon" title=${words.remove}
                @click=${() => this.ask({ what: 'remove', role })}>${shownFor(icons.remove, words.removeOf(marked))}</button>`
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
            <p>${sayOwn(words.change[what](markOwnName(name)))} <span class="soft small">· ${by ?? words.former}, ${formats.dayAndTime(at)}</span></p>
            ${what !== 'removed' && added.length > 0 ? html`<p class="soft small">${words.added(listed(added))}</p>` : nothing}
            ${what !== 'removed' && dropped.length > 0 ? html`<p class="soft small">${words.dropped(listed(dropped))}</p>` : nothing}
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
      asked?.what === 'remove' ? words.removeOf(name) : asked?.role ? words.changeHeading(name) : words.makeHeading
    const content = asked && (asked.what === 'remove' ? this.renderRemoval(asked.role) : this.renderForm(asked.role))
    return dialogOf(content, { heading: sayOwn(heading), closeLabel: this.wording.common.close, close: this.close })
  }

  private renderForm(role: UnitRole | null) {
    return html`<unit-role-form .table=${this.table} .changed=${role}
      @role-saved=${({ detail }: CustomEvent<string>) => this.done(unitRolesWording(this.wording).saved(detail))}></unit-role-form>`
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
      await this.client.removeUnitRole(this.unit.tenant, id)
      this.done(unitRolesWording(this.wording).removed(nameIn(name, this.wording.language)))
    })
  }

  private done(sentence: string) {
    this.close()
    say(this, sentence)
    this.dispatchEvent(new CustomEvent('roles-changed'))
  }
}
