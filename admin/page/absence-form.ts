import { html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { DutiesView, ForeseenAbsenceView } from '../../service/contract/staff.ts'
import dutiesWording from '../texts/duties.json'
import { selectField, textField } from '../ui/field.ts'
import { type FieldErrors, textIn } from '../ui/form.ts'
import { icons } from '../ui/icons.ts'
import { say } from '../ui/say.ts'
import { FormElement } from './form-element.ts'

type Person = DutiesView['people'][number]
type Absence = Person['absences'][number]

const titles = ['plh', 'plt'] as const

@customElement('absence-form')
export class AbsenceForm extends FormElement {
  @property() tenant = ''
  @property({ attribute: false }) person!: Person
  @property({ attribute: false }) people: readonly Person[] = []
  /** What nobody could do on the days that are written now. */
  @state() private foreseen: ForeseenAbsenceView['waits'] = []
  private asking = new AbortController()

  override render() {
    const wording = dutiesWording(this.wording)
    const { common } = this.wording
    const { errors } = this.attempt
    const at = this.person.absences.length
    const colleagues = this.people.filter(({ id }) => id !== this.person.id)
    return html`<form class="stack" novalidate @submit=${this.onSubmit} @change=${this.foresee}>
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
      <div role="status">${this.renderForeseen()}</div>
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
          <span>${this.describe(absence)}${absence.agreement ? ` · ${wording.awaitsYes}` : ''}</span>
          ${absence.deputy ? nothing : this.renderNaming(absence)}
          <button type="button" class="quiet" aria-label="${wording.end}: ${this.describe(absence)}"
            @click=${() => this.end(absence)}>${icons.remove}${wording.end}</button>
        </li>`,
      )}
    </ul>`
  }

  private renderNaming(absence: Absence) {
    const { nameDeputy } = dutiesWording(this.wording)
    return html`<button type="button" class="quiet" aria-label="${nameDeputy}: ${this.describe(absence)}"
      @click=${() => this.beginNaming(absence)}>${icons.edit}${nameDeputy}</button>`
  }

  /** The same days are one absence, so adding them again gives it its deputy. */
  private beginNaming({ firstDay, lastDay, title }: Absence) {
    for (const [name, value] of Object.entries({ firstDay, lastDay, title })) {
      const field = this.form.elements.namedItem(name)
      if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) field.value = value
    }
    this.renderRoot.querySelector<HTMLElement>('[name=deputy]')?.focus()
    void this.foresee()
  }

  private readonly foresee = async (): Promise<void> => {
    this.asking.abort()
    this.asking = new AbortController()
    const { signal } = this.asking
    const wanted = wantedIn(new FormData(this.form))
    const isWhole = wanted.firstDay !== '' && wanted.firstDay <= wanted.lastDay
    try {
      const found = isWhole
        ? await this.client.call('POST /duties/absences/{id}/foreseen', {
            params: { tenant: this.tenant, id: this.person.id },
            body: wanted,
            signal,
          })
        : { waits: [] }
      this.foreseen = found.waits
    } catch {
      // What cannot be foreseen keeps nobody from entering the days; what shows of other days goes.
      if (!signal.aborted) this.foreseen = []
    }
  }

  private renderForeseen() {
    if (this.foreseen.length === 0) return nothing
    const { foreseen, waiting, manyWaiting, names, only, foreseenRemedy } = dutiesWording(this.wording)
    return html`<div class="banner">
      ${icons.alert}
      <div>
        <p>${foreseen}</p>
        <ul>
          ${this.foreseen.map(
            ({ duty, categories, cases }) => html`<li>
              ${names[duty]}${cases ? html` · <strong>${cases > 99 ? manyWaiting : waiting({ cases })}</strong>` : nothing}
              ${categories.length > 0 ? html`<span class="soft small">${only({ categories: categories.join(', ') })}</span>` : nothing}
            </li>`,
          )}
        </ul>
        <p>${foreseenRemedy}</p>
      </div>
    </div>`
  }

  private describe({ firstDay, lastDay, deputy, title }: Absence): string {
    const wording = dutiesWording(this.wording)
    const { day } = this.wording.formats
    const name = this.people.find(({ id }) => id === deputy)?.name
    const [first, last] = [day(firstDay), day(lastDay)]
    const period = first === last ? first : wording.period({ first, last })
    return name ? `${period} · ${wording.replacedBy({ title: wording.shortTitles[title], name })}` : period
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
    const added = wantedIn(written)
    const others = this.person.absences.filter(
      ({ firstDay, lastDay }) => firstDay !== added.firstDay || lastDay !== added.lastDay,
    )
    return this.save([...others, added], dutiesWording(this.wording).saved)
  }

  private async save(absences: readonly Absence[], done: string) {
    const detail = await this.client.call('PUT /duties/absences/{id}', {
      params: { tenant: this.tenant, id: this.person.id },
      body: {
        absences: absences.map(({ firstDay, lastDay, deputy, title }) => ({ firstDay, lastDay, deputy, title })),
      },
    })
    say(this, done)
    this.dispatchEvent(new CustomEvent('duties-changed', { detail }))
  }
}

const wantedIn = (written: FormData): Absence => ({
  ...{ firstDay: textIn(written, 'firstDay'), lastDay: textIn(written, 'lastDay') },
  deputy: textIn(written, 'deputy') || null,
  title: textIn(written, 'title') === 'plt' ? 'plt' : 'plh',
})

export type DutiesChanged = CustomEvent<DutiesView>
