import { html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { DutiesView } from '../../service/contract/duties.ts'
import { selectField, textField } from '../ui/field.ts'
import { type FieldErrors, textIn } from '../ui/form.ts'
import { icons } from '../ui/icons.ts'
import { say } from '../ui/say.ts'
import { dutiesWording } from '../wording/duties-wording.ts'
import { FormElement } from './form-element.ts'

type Person = DutiesView['people'][number]
type Absence = Person['absences'][number]

const titles = ['plh', 'plt'] as const

/**
 * Says when somebody is away and who stands in for them.
 * @fires duties-changed - `detail` is the duties as they are now
 */
@customElement('absence-form')
export class AbsenceForm extends FormElement {
  @property() tenant = ''
  @property({ attribute: false }) person!: Person
  @property({ attribute: false }) people: readonly Person[] = []

  override render() {
    const wording = dutiesWording(this.wording)
    const { common } = this.wording
    const { errors } = this.attempt
    const at = this.person.absences.length
    const colleagues = this.people.filter(({ id }) => id !== this.person.id)
    return html`<form class="stack" novalidate @submit=${this.onSubmit}>
      <p class="soft">${wording.absenceText}</p>
      ${this.attempt.render()} ${this.renderKnown()}
      <div class="pair">
        ${textField({ name: 'firstDay', label: wording.first, type: 'date', error: errors.firstDay ?? errors[`absences.${at}.firstDay`] })}
        ${textField({ name: 'lastDay', label: wording.last, type: 'date', error: errors.lastDay ?? errors[`absences.${at}.lastDay`] })}
      </div>
      ${selectField({
        name: 'deputy',
        label: wording.deputy,
        optional: common.optional,
        error: errors[`absences.${at}.deputy`],
        options: [
          { value: '', label: wording.nobodyYet },
          ...colleagues.map(({ id, name, position }) => ({ value: id, label: `${name} · ${position}` })),
        ],
      })}
      ${selectField({
        name: 'title',
        label: wording.title,
        value: 'plh',
        options: titles.map((value) => ({ value, label: wording.titles[value] })),
      })}
      <div><button class="primary" ?disabled=${this.attempt.isBusy}>${wording.add}</button></div>
    </form>`
  }

  private renderKnown() {
    const { absences } = this.person
    if (absences.length === 0) return nothing
    const wording = dutiesWording(this.wording)
    return html`<ul class="plain">
      ${absences.map(
        (absence) => html`<li class="spread">
          <span>${this.describe(absence)}</span>
          <button type="button" class="quiet" aria-label="${wording.end}: ${this.describe(absence)}"
            @click=${() => this.end(absence)}>${icons.remove}${wording.end}</button>
        </li>`,
      )}
    </ul>`
  }

  private describe({ firstDay, lastDay, deputy, title }: Absence): string {
    const wording = dutiesWording(this.wording)
    const { day } = this.wording.formats
    const name = this.people.find(({ id }) => id === deputy)?.name
    const period = wording.period(day(firstDay), day(lastDay))
    return name ? `${period} · ${wording.replacedBy(wording.shortTitles[title], name)}` : period
  }

  private end(absence: Absence) {
    const left = this.person.absences.filter((one) => one !== absence)
    return this.attempt.run(() => this.save(left, dutiesWording(this.wording).removed))
  }

  protected override findMistakes(written: FormData): FieldErrors {
    const { missing } = dutiesWording(this.wording)
    return {
      ...(textIn(written, 'firstDay') === '' && { firstDay: missing }),
      ...(textIn(written, 'lastDay') === '' && { lastDay: missing }),
    }
  }

  protected send(written: FormData) {
    const added: Absence = {
      ...{ firstDay: textIn(written, 'firstDay'), lastDay: textIn(written, 'lastDay') },
      deputy: textIn(written, 'deputy') || null,
      title: textIn(written, 'title') === 'plt' ? 'plt' : 'plh',
    }
    return this.save([...this.person.absences, added], dutiesWording(this.wording).saved)
  }

  private async save(absences: readonly Absence[], done: string) {
    const detail = await this.client.setAbsences(this.tenant, this.person.id, { absences: [...absences] })
    say(this, done)
    this.dispatchEvent(new CustomEvent('duties-changed', { detail }))
  }
}

export type DutiesChanged = CustomEvent<DutiesView>
