import { Task } from '@lit/task'
import { html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { DutiesView } from '../../service/contract/duties.ts'
import '../page/absence-form.ts'
import type { DutiesChanged } from '../page/absence-form.ts'
import { PageElement } from '../page/page-element.ts'
import { dutiesWording } from '../wording/duties-wording.ts'
import { sectionLooks } from './section-looks.ts'

/** Says for the person themselves when they are away from a unit, and who stands in. */
@customElement('absence-section')
export class AbsenceSection extends PageElement {
  static override styles = [PageElement.styles, sectionLooks]

  @property() tenant = ''
  @property() heading = ''
  @state() private changed: DutiesView | null = null

  private readonly duties = new Task(this, {
    args: () => [this.tenant] as const,
    task: ([tenant], { signal }) => this.client.readDuties(tenant, signal),
  })

  override render() {
    const wording = dutiesWording(this.wording)
    const view = this.changed ?? this.duties.value
    const own = view?.people.find((one) => one.own)
    if (view && !own) return nothing
    return html`
      <div>
        <h2>${wording.own}${this.heading ? ` · ${this.heading}` : ''}</h2>
        <p class="soft">${wording.ownText}</p>
      </div>
      ${
        view && own
          ? html`<absence-form tenant=${this.tenant} .person=${own} .people=${view.people}
              @duties-changed=${this.onChanged}></absence-form>`
          : this.renderLoaded(this.duties)
      }
    `
  }

  private onChanged({ detail }: DutiesChanged) {
    this.changed = detail
  }
}
