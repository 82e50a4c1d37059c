import { Task } from '@lit/task'
import { html, nothing, type PropertyValues } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { TenantSettingsView } from '../../../service/contract/tenant-settings.ts'
import { keysOf } from '../../../service/shared/records.ts'
import { fieldProblems, problemCode } from '../../api/problems.ts'
import { labelLooks } from '../../page/label-chips.ts'
import { LeavingGuard } from '../../page/leaving-guard.ts'
import { goTo } from '../../page/navigation.ts'
import { PageElement } from '../../page/page-element.ts'
import { fields } from '../../ui/fields.ts'
import { type FieldErrors, focusFirstError, formIn, hasErrors, missingFields } from '../../ui/form.ts'
import { icons } from '../../ui/icons.ts'
import { say } from '../../ui/say.ts'
import { beginWording } from '../../wording/begin-wording.ts'
import type { Wording } from '../../wording/wording.ts'
import { calendarSection } from './calendar-section.ts'
import { caseloadSection } from './caseload-section.ts'
import { categoriesSection } from './categories-section.ts'
import { historySection } from './history-section.ts'
import { holidaysSection } from './holidays-section.ts'
import { labelsSection } from './labels-section.ts'
import { lettersSection } from './letters-section.ts'
import { changedParts, type MergedSettings, mergeSettings } from './merge-settings.ts'
import { mergedBanner } from './merged-banner.ts'
import { contactSection, namesSection } from './names-section.ts'
import { noticesSection } from './notices-section.ts'
import { objectionsSection } from './objections-section.ts'

import { evidenceSection, privacySection } from './privacy-section.ts'
import { privacyNoticeSection, procedureSection } from './procedure-section.ts'
import { publicSection } from './public-section.ts'
import { retentionSection } from './retention-section.ts'
import { rulesSection } from './rules-section.ts'
import type { Section, SectionScene } from './section.ts'
import { settingsLooks } from './settings-looks.ts'
import './settings-search.ts'
import type { FoundSetting } from './find-settings.ts'
import { signInSection } from './sign-in-section.ts'
import { siteSection } from './site-section.ts'

/** The settings by what they are about: each has an address of its own, and all are saved as one whole. */
const pages = {
  office: [namesSection, contactSection, siteSection, publicSection],
  filing: [categoriesSection, labelsSection, procedureSection, privacySection, privacyNoticeSection, evidenceSection],
  time: [calendarSection, holidaysSection, rulesSection, caseloadSection, objectionsSection],
  news: [noticesSection, lettersSection],
  safety: [signInSection, retentionSection, historySection],
} as const satisfies Record<string, readonly Section[]>
type PageName = keyof typeof pages

const parts = keysOf(pages)
const allSections: readonly Section[] = parts.flatMap((part): readonly Section[] => pages[part])
const ALL = 'all'

/** Lists every part of the settings with its address. */
export const settingsParts = (wording: Wording, tenant: string) =>
  parts.flatMap((part) =>
    pages[part].map(({ id, title }) => ({
      label: `${wording.settings.pages[part]}: ${title(wording)}`,
      address: `/admin/${encodeURIComponent(tenant)}/settings?page=${part}#${id}`,
    })),
  )

/** All that a unit sets for itself, saved as one whole. */
@customElement('settings-page')
export class SettingsPage extends PageElement {
  static override styles = [PageElement.styles, fields, labelLooks, settingsLooks]

  /** Which of the pages shows; `all`: everything. */
  @property() page = ''
  /** The settings that the service holds, and those in the form. */
  @state() private base: TenantSettingsView | null = null
  @state() private draft: TenantSettingsView | null = null
  @state() private errors: FieldErrors = {}
  @state() private refusal = ''
  @state() private merged: MergedSettings | null = null
  @state() private saving = false
  private readonly leaving = new LeavingGuard(this, {
    isDirty: () => this.isDirty,
    discard: () => this.discard(),
  })

  private readonly loading = new Task(this, {
    args: () => [this.unit.tenant] as const,
    task: async ([tenant], { signal }) => this.take(await this.client.readSettings(tenant, signal)),
  })

  protected override updated(changed: PropertyValues) {
    if (!this.draft) return
    if (changed.get('page') !== undefined) window.scrollTo(0, 0)
    const isShownAnew = changed.has('page') || (changed.has('draft') && !changed.get('draft'))
    if (isShownAnew && location.hash) this.focusSection(location.hash.slice(1))
  }

  override render() {
    const { settings } = this.wording
    return html`
      <div>
        <h1>${settings.heading}</h1>
        <p class="soft">${settings.intro}</p>
      </div>
      ${this.draft ? this.renderForm(this.draft) : this.renderLoaded(this.loading, undefined, settings.loading)}
      ${this.leaving.render(this.wording)}
    `
  }

  private renderForm(draft: TenantSettingsView) {
    const { settings } = this.wording
    const scene: SectionScene = {
      settings: draft,
      saved: this.base ?? draft,
      errors: this.errors,
      wording: this.wording,
      tenant: this.unit.tenant,
      service: new URL(this.unit.view.links.hosted).origin,
      change: this.change,
    }
    return html`<div class="spread">
      <settings-search .sections=${this.searchable} @setting-chosen=${this.showFound}></settings-search>
      <p><a href=${location.pathname.replace(/settings$/, 'begin')}>${beginWording(this.wording).heading}</a></p>
    </div>
    <div class="layout">
      <nav aria-label=${settings.sections}>
        ${[...parts, ALL].map((part) => this.renderLink(part as PageName | typeof ALL))}
      </nav>
      <form novalidate @submit=${this.save} @settings-saved=${this.onSaved}>
        ${this.merged ? mergedBanner(this.wording, this.merged) : nothing}
        ${this.refusal ? html`<div class="banner danger" role="alert">${icons.alert}<p>${this.refusal}</p></div>` : nothing}
        ${this.shown.map(
          (section) => html`<section class="card" id=${section.id} aria-labelledby="${section.id}-heading">
            <h2 id="${section.id}-heading" tabindex="-1">${section.title(this.wording)}</h2>
            ${section.render(scene)}
          </section>`,
        )}
        ${this.isDirty ? this.renderSave() : nothing}
      </form>
    </div>`
  }

  private renderLink(part: PageName | typeof ALL) {
    const { settings } = this.wording
    const isHere = part === this.shownPart
    return html`<a href=${this.addressOf(part)} aria-current=${isHere ? 'page' : nothing}>${settings.pages[part]}</a>
      ${
        isHere && this.shown.length > 1
          ? html`<div class="within">
              ${this.shown.map(
                ({ id, title }) =>
                  html`<a href="#${id}" @click=${(event: Event) => this.showSection(event, id)}>${title(this.wording)}</a>`,
              )}
            </div>`
          : nothing
      }`
  }

  private get shownPart(): PageName | typeof ALL {
    return this.page === ALL ? ALL : (parts.find((part) => part === this.page) ?? 'office')
  }

  private get shown(): readonly Section[] {
    return this.shownPart === ALL ? allSections : pages[this.shownPart]
  }

  private addressOf(part: PageName | typeof ALL): string {
    return `${location.pathname}?page=${part}`
  }

  private renderSave() {
    const { settings } = this.wording
    return html`<div class="save" role="group" aria-label=${settings.unsaved}>
      <span>${settings.unsaved}</span>
      <div class="actions">
        <button type="button" class="quiet" @click=${this.discard}>${settings.discard}</button>
        <button class="primary" ?disabled=${this.saving}>${this.saving ? settings.saving : settings.save}</button>
      </div>
    </div>`
  }

  private get isDirty(): boolean {
    return this.base !== null && this.draft !== null && changedParts(this.base, this.draft).length > 0
  }

  private take(settings: TenantSettingsView) {
    this.base = settings
    this.draft = settings
    this.errors = {}
    this.refusal = ''
    this.merged = null
  }

  private readonly change = (changes: Partial<TenantSettingsView>) => {
    if (this.draft) this.draft = { ...this.draft, ...changes }
  }

  /** A part was saved by itself; what stands in the form stays. */
  private onSaved({ detail: latest }: CustomEvent<TenantSettingsView>) {
    if (!this.base || !this.draft) return
    const { merged } = mergeSettings(this.base, this.draft, latest)
    const { logo = null } = latest.letters.letterhead
    const { letters } = merged
    this.base = latest
    this.draft = { ...merged, letters: { ...letters, letterhead: { ...letters.letterhead, logo } } }
  }

  private discard() {
    if (this.base) this.take(this.base)
  }

  private get searchable(): readonly FoundSetting[] {
    const sections = parts.flatMap((page) =>
      pages[page].map(({ id, title }) => ({ page, section: id, title: title(this.wording) })),
    )
    const { categories } = this.wording.settings
    const named = (this.draft?.categories ?? []).map(({ code, label }) => ({
      page: 'filing',
      section: `category-${code}`,
      title: `${categories.title}: ${label[this.wording.language] || label.id}`,
    }))
    return [...sections, ...named]
  }

  /** The cursor goes to the first field of the section that was found. */
  private readonly showFound = async ({ detail }: CustomEvent<FoundSetting>) => {
    if (this.shownPart !== detail.page && this.shownPart !== ALL) {
      goTo(`${location.pathname}?page=${detail.page}`)
      this.page = detail.page
    }
    await this.updateComplete
    const section = this.renderRoot.querySelector(`#${CSS.escape(detail.section)}`)
    section?.querySelector(':scope > details')?.setAttribute('open', '')
    section?.scrollIntoView()
    section?.querySelector<HTMLElement>('input, select, textarea, summary, h2')?.focus({ preventScroll: true })
  }

  private showSection(event: Event, id: string) {
    event.preventDefault()
    this.focusSection(id)
  }

  private focusSection(id: string) {
    const heading = this.renderRoot.querySelector<HTMLElement>(`#${CSS.escape(id)}-heading`)
    heading?.focus({ preventScroll: true })
    heading?.closest('section')?.scrollIntoView()
  }

  /** The privacy notice that reporters agree to bears a version of its own. */
  private toSave(base: TenantSettingsView, draft: TenantSettingsView): TenantSettingsView {
    const isNewNotice = changedParts(base, draft).includes('privacyNotice')
    if (!isNewNotice) return draft
    return { ...draft, privacyNotice: { ...draft.privacyNotice, version: base.privacyNotice.version + 1 } }
  }

  private async save(event: Event) {
    event.preventDefault()
    const { base, draft } = this
    if (!base || !draft || this.saving) return
    this.refusal = ''
    this.errors = missingFields(formIn(event), this.wording.common.required)
    if (hasErrors(this.errors)) return this.showFirstError()
    this.saving = true
    try {
      this.take(await this.client.writeSettings(this.unit.tenant, this.toSave(base, draft)))
      say(this, this.wording.settings.saved)
      this.dispatchEvent(new CustomEvent('unit-changed', { bubbles: true, composed: true }))
    } catch (error) {
      await this.showRefusal(error, base, draft)
    } finally {
      this.saving = false
    }
  }

  private async showRefusal(error: unknown, base: TenantSettingsView, draft: TenantSettingsView) {
    if (problemCode(error) === 'tenant/changed-meanwhile') {
      const latest = await this.client.readSettings(this.unit.tenant)
      this.merged = mergeSettings(base, draft, latest)
      this.base = latest
      this.draft = this.merged.merged
      window.scrollTo(0, 0)
      return
    }
    this.errors = fieldProblems(error)
    this.refusal = this.explain(error)
    await this.showFirstError()
  }

  private async showFirstError() {
    await this.updateComplete
    // The error may be on another of the pages.
    if (!this.renderRoot.querySelector('[aria-invalid=true]') && hasErrors(this.errors)) {
      goTo(this.addressOf(ALL))
      this.page = ALL
      await this.updateComplete
    }
    focusFirstError(this.renderRoot)
  }
}
