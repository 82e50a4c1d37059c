import { css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { DutiesView } from '../../service/contract/staff.ts'
import dutiesWording from '../texts/duties.json'
import { Attempt } from '../ui/attempt.ts'
import { icons } from '../ui/icons.ts'
import { say } from '../ui/say.ts'
import { PageElement } from './page-element.ts'

type Person = DutiesView['people'][number]
interface Away {
  readonly person: Person
  readonly absence: Person['absences'][number]
}

/**
 * Says for whom nobody vouched yet, and which absences wait for a yes; both are offered to those who may. Empty where
 * nothing waits.
 * @fires duties-changed - after a press, with the duties as they are now
 */
@customElement('waiting-staff')
export class WaitingStaff extends PageElement {
  static override styles = [
    PageElement.styles,
    css`
      ul {
        display: grid;
        gap: 8px;
        margin: 8px 0 0;
        padding: 0;
        list-style: none;
      }
    `,
  ]

  @property({ attribute: false }) duties: DutiesView | null = null
  private readonly attempt = new Attempt(this)

  override render() {
    const people = this.duties?.people ?? []
    const unvouched = people.filter(({ vouching }) => vouching)
    const away = people.flatMap((person) =>
      person.absences.filter(({ agreement }) => agreement).map((absence) => ({ person, absence })),
    )
    return html`${unvouched.length > 0 ? this.renderUnvouched(unvouched) : nothing}
      ${away.length > 0 ? this.renderAbsences(away) : nothing}`
  }

  private renderAbsences(away: readonly Away[]) {
    const { absencesWaiting, absencesText } = dutiesWording(this.wording)
    return html`<section class="banner" aria-labelledby="away">
      ${icons.clock}
      <div>
        <h2 id="away">${absencesWaiting}</h2>
        <p>${absencesText}</p>
        ${this.attempt.render()}
        <ul>${away.map((one) => html`<li class="spread">${this.renderAbsence(one)}</li>`)}</ul>
      </div>
    </section>`
  }

  private renderAbsence({ person, absence }: Away) {
    const { agree, agreeOf, period, replacedBy, shortTitles } = dutiesWording(this.wording)
    const { firstDay, lastDay, title, deputy } = absence
    const { day } = this.wording.formats
    const standIn = this.duties?.people.find(({ id }) => id === deputy)?.name
    const { name } = person
    return html`<span><strong>${name}</strong> · ${period({ first: day(firstDay), last: day(lastDay) })}${
      standIn ? html` · ${replacedBy({ title: shortTitles[title], name: standIn })}` : nothing
    }</span>
      ${
        absence.agreement === 'may'
          ? html`<button aria-label=${agreeOf({ name })} ?disabled=${this.attempt.isBusy}
              @click=${() => this.agreeTo({ person, absence })}>${agree}</button>`
          : nothing
      }`
  }

  private agreeTo({ person: { id }, absence: { agreement: _, ...body } }: Away) {
    return this.attempt.run(async () => {
      const params = { tenant: this.unit.tenant, id }
      const detail = await this.client.call('POST /duties/absences/{id}/agreement', { params, body })
      say(this, dutiesWording(this.wording).agreed)
      this.dispatchEvent(new CustomEvent('duties-changed', { detail }))
    })
  }

  private renderUnvouched(unvouched: readonly Person[]) {
    const wording = dutiesWording(this.wording)
    return html`<section class="banner" aria-labelledby="waiting">
      ${icons.clock}
      <div>
        <h2 id="waiting">${wording.waitingHeading}</h2>
        <p>${wording.vouchingText}</p>
        ${this.attempt.render()}
        <ul>${unvouched.map((person) => html`<li class="spread">${this.renderPerson(person)}</li>`)}</ul>
      </div>
    </section>`
  }

  private renderPerson(person: Person) {
    const { name, position, vouching, own } = person
    const { vouch, vouchOf, ownVouching } = dutiesWording(this.wording)
    return html`<span><strong>${name}</strong> · ${position}${own ? html`<br>${ownVouching}` : nothing}</span>
      ${
        vouching === 'may'
          ? html`<button aria-label=${vouchOf({ name })} ?disabled=${this.attempt.isBusy}
              @click=${() => this.vouchFor(person)}>${vouch}</button>`
          : nothing
      }`
  }

  private vouchFor({ id, name }: Person) {
    const { tenant } = this.unit
    return this.attempt.run(async () => {
      await this.client.call('POST /staff/{id}/vouching', { params: { tenant, id } })
      say(this, dutiesWording(this.wording).vouched({ name }))
      await this.tellChanged()
    })
  }

  private async tellChanged() {
    const detail = await this.client.call('GET /duties', { params: { tenant: this.unit.tenant } })
    this.dispatchEvent(new CustomEvent('duties-changed', { detail }))
  }
}
