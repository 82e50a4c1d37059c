import { Task } from '@lit/task'
import { css, html, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { AlertPreferences, OwnAlertPreferences } from '../../api/wire.ts'
import { PageElement } from '../../page/page-element.ts'
import { Attempt } from '../../ui/attempt.ts'
import { radioField, selectField, textField } from '../../ui/field.ts'
import { fields } from '../../ui/fields.ts'
import { icons } from '../../ui/icons.ts'
import { say } from '../../ui/say.ts'

type Kind = OwnAlertPreferences['kinds'][number]
type Way = AlertPreferences['ways'][Kind]
const ways: readonly Way[] = ['immediately', 'digest', 'off']
const night = { from: '17:00', to: '07:00' }

@customElement('alert-settings-page')
export class AlertSettingsPage extends PageElement {
  static override styles = [
    PageElement.styles,
    fields,
    css`
      :host,
      form {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 16px;
        max-inline-size: 760px;
      }
      .kinds .field {
        grid-template-columns: minmax(0, 1fr) 200px;
        align-items: center;
        gap: 4px 16px;
      }
      .kinds .field > label {
        font-weight: 400;
      }
      .kinds .hint {
        grid-column: 1 / -1;
      }
      @media (max-width: 560px) {
        .kinds .field {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ]

  @state() private edited: OwnAlertPreferences | undefined

  private readonly attempt = new Attempt(this)

  private readonly loading = new Task(this, {
    args: () => [this.unit.tenant] as const,
    task: async ([tenant], { signal }) => {
      this.edited = await this.client.call('GET /alerts/preferences', { params: { tenant }, signal })
    },
  })

  override render() {
    const wording = this.wording.alerts.settings
    return html`
      <div>
        <h1>${wording.heading}</h1>
        <p class="soft">${this.edited ? wording.intro({ email: this.edited.email }) : nothing}</p>
      </div>
      ${this.edited ? this.renderForm(this.edited) : this.renderLoaded(this.loading)}
    `
  }

  private renderForm(now: OwnAlertPreferences) {
    const wording = this.wording.alerts.settings
    if (now.kinds.length === 0) return html`<p class="card">${wording.nothing}</p>`
    return html`<form novalidate @submit=${this.save}>
      ${this.attempt.render()}
      <section class="card kinds" aria-label=${wording.kinds}>
        <h2>${wording.kinds}</h2>
        ${now.kinds.map((kind) => this.renderKind(kind, now))}
      </section>
      <section class="card" aria-label=${wording.when}>
        <h2>${wording.when}</h2>
        ${this.renderTimes(now)}
      </section>
      ${this.renderLast(now)}
      <div><button class="primary" ?disabled=${this.attempt.isBusy}>${this.wording.common.save}</button></div>
    </form>`
  }

  private renderKind(kind: Kind, now: OwnAlertPreferences) {
    const wording = this.wording.alerts.settings
    const isFixed = now.mustHear.includes(kind)
    return selectField({
      name: kind,
      label: wording.kindNames[kind],
      hint: isFixed ? wording.mustHear : undefined,
      value: now.ways[kind],
      options: ways.filter((way) => !isFixed || way !== 'off').map((way) => ({ value: way, label: wording.ways[way] })),
      chosen: (way) => this.edit({ ways: { ...now.ways, [kind]: way as Way } }),
    })
  }

  private renderTimes({ digestAt, quiet, language }: OwnAlertPreferences) {
    const wording = this.wording.alerts.settings
    const { settings } = this.wording
    const own = typeof quiet === 'string' ? null : quiet
    return html`
      <div class="pair">
        ${textField({ name: 'digestAt', label: wording.digestAt, hint: wording.digestHint, type: 'time', value: digestAt, written: (time) => this.edit({ digestAt: time }) })}
        ${selectField({
          name: 'language',
          label: wording.language,
          value: language,
          options: [
            { value: 'id', label: settings.inIndonesian },
            { value: 'en', label: settings.inEnglish },
          ],
          chosen: (chosen) => this.edit({ language: chosen as AlertPreferences['language'] }),
        })}
      </div>
      ${radioField({
        name: 'quiet',
        label: wording.quiet,
        hint: wording.quietHint,
        value: own ? 'own' : 'outside_office_hours',
        options: [
          { value: 'outside_office_hours', label: wording.outsideHours },
          { value: 'own', label: wording.ownQuiet },
        ],
        chosen: (chosen) => this.edit({ quiet: chosen === 'own' ? night : 'outside_office_hours' }),
      })}
      ${
        own
          ? html`<div class="pair">
              ${textField({ name: 'from', label: wording.from, type: 'time', value: own.from, written: (from) => this.edit({ quiet: { ...own, from } }) })}
              ${textField({ name: 'to', label: wording.to, type: 'time', value: own.to, written: (to) => this.edit({ quiet: { ...own, to } }) })}
            </div>`
          : nothing
      }
    `
  }

  private renderLast({ lastMail }: OwnAlertPreferences) {
    const { formats, alerts } = this.wording
    if (!lastMail) return nothing
    const at = formats.dayAndTime(lastMail.at)
    if (lastMail.sent) return html`<p class="soft small">${alerts.settings.sent({ when: at })}</p>`
    return html`<div class="banner warn">
      ${icons.alert}
      <p>${alerts.settings.notSent({ when: at })} ${lastMail.explanation}</p>
    </div>`
  }

  private edit(changes: Partial<AlertPreferences>) {
    if (this.edited) this.edited = { ...this.edited, ...changes }
  }

  private save(event: Event) {
    event.preventDefault()
    const { edited, unit } = this
    if (!edited) return
    const { language, ways: chosen, digestAt, quiet } = edited
    return this.attempt.run(async () => {
      this.edited = await this.client.call('PUT /alerts/preferences', {
        params: { tenant: unit.tenant },
        body: { language, ways: chosen, digestAt, quiet },
      })
      say(this, this.wording.alerts.settings.saved)
    })
  }
}
