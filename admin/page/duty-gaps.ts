import { css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { DutiesView } from '../../service/contract/staff.ts'
import dutiesWording from '../texts/duties.json'
import { icons } from '../ui/icons.ts'
import { unitAddress } from './addresses.ts'
import { PageElement } from './page-element.ts'

type DutyLine = DutiesView['duties'][number]
type Away = NonNullable<DutyLine['gap']>['away'][number]

export type AbsenceAsked = CustomEvent<string>

/**
 * Says what nobody in the unit can do, what follows for the form, and who could. Empty where nothing is missing.
 * @fires absence-asked - whose days away are to be shown; where it is cancelled, no page is gone to
 */
@customElement('duty-gaps')
export class DutyGaps extends PageElement {
  static override styles = [
    PageElement.styles,
    css`
      ul {
        display: grid;
        gap: 8px;
        margin: 8px 0 0;
        padding-inline-start: 20px;
      }
    `,
  ]

  @property({ attribute: false }) duties: DutiesView | null = null

  override render() {
    const missing = this.duties?.duties.filter(({ gap, needed }) => gap && needed) ?? []
    if (missing.length === 0) return nothing
    const wording = dutiesWording(this.wording)
    return html`<section class="banner" aria-labelledby="gaps">
      ${icons.alert}
      <div>
        <h2 id="gaps">${wording.gapsHeading}</h2>
        ${this.duties?.awaitsStaff ? html`<p>${wording.formClosed}</p>` : nothing}
        <ul>${missing.map((line) => html`<li>${this.renderGap(line)}</li>`)}</ul>
      </div>
    </section>`
  }

  private renderGap({ duty, gap }: DutyLine) {
    if (!gap) return nothing
    const wording = dutiesWording(this.wording)
    const { names, remedies } = wording
    const { until, besides, categories, away } = gap
    const sentence = this.say(names[duty], besides.join(', '), until)
    const hidden =
      until === null &&
      ((duty === 'keep_identities' && wording.confidentialHidden) ||
        (duty === 'print_and_post' && wording.lettersHidden))
    return html`<strong>${sentence}</strong>
      ${categories.length > 0 ? wording.only({ categories: categories.join(', ') }) : nothing} ${hidden || nothing}
      ${until === null ? remedies[duty] : away.map((one) => this.renderAway(one))}`
  }

  /** The page of the staff opens the days of the person; from another page it is gone to. */
  private renderAway({ id, name }: Away) {
    const onClick = (event: Event) => {
      const asked = new CustomEvent('absence-asked', { detail: id, cancelable: true })
      if (!this.dispatchEvent(asked)) event.preventDefault()
    }
    return html`<a href="${unitAddress(this.unit.tenant)}/staff?absence=${encodeURIComponent(id)}" @click=${onClick}>
      ${dutiesWording(this.wording).replaceOrEnd({ name })}</a> `
  }

  private say(duty: string, besides: string, until: string | null): string {
    const wording = dutiesWording(this.wording)
    if (until === null) return besides ? wording.besides({ duty, names: besides }) : wording.nobody({ duty })
    // The last day is meant; at the end of it somebody is back.
    const lastDay = this.wording.formats.day(new Date(Date.parse(until) - 1).toISOString())
    return besides ? wording.besidesAway({ duty, names: besides, day: lastDay }) : wording.away({ duty, day: lastDay })
  }
}
