import { Task } from '@lit/task'
import { html, nothing, type PropertyValues } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { TenantSettingsView } from '../../../service/contract/tenant-settings.ts'
import { problemCode } from '../../api/problems.ts'
import { labelLooks } from '../../page/label-chips.ts'
import { LeavingGuard } from '../../page/leaving-guard.ts'
import { goTo } from '../../page/navigation.ts'
import { PageElement } from '../../page/page-element.ts'
import beginWording from '../../texts/begin.json'
import { Attempt } from '../../ui/attempt.ts'
import { fields } from '../../ui/fields.ts'
import { focusFirstError, formIn, hasErrors, missingFields } from '../../ui/form.ts'
import { say } from '../../ui/say.ts'
import { mergedBanner } from './merged-settings.ts'
import type { Section, SectionScene } from './setting-fields.ts'
import { settingsLooks } from './settings-looks.ts'
import { listSections, pageNamed, type SettingsPageName, sectionsOn, settingsPages } from './settings-pages.ts'
import {
  type FoundSetting,
  isUnsaved,
  mergeLatest,
  type SettingsDraft,
  settingsToSave,
  startDraft,
  takeSavedPart,
} from './settings-search.ts'

@customElement('settings-page')
export class SettingsPage extends PageElement {
  static override styles = [PageElement.styles, fields, labelLooks, settingsLooks]

  @property() page = ''
  @state() private draft: SettingsDraft | null = null
  private readonly attempt = new Attempt(this)
  private readonly leaving = new LeavingGuard(this, {
    isDirty: () => this.isUnsaved,
    discard: () => this.discard(),
  })

  private readonly loading = new Task(this, {
    args: () => [this.unit.tenant] as const,
    task: async ([tenant], { signal }) =>
      this.begin(await this.client.call('GET /settings', { params: { tenant }, signal })),
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
      ${this.draft ? this.renderSettings(this.draft) : this.renderLoaded(this.loading, undefined, settings.loading)}
      ${this.leaving.render(this.wording)}
    `
  }

  private renderSettings(draft: SettingsDraft) {
    return html`<div class="spread">
      <settings-search .sections=${this.listSearchable(draft)} @setting-chosen=${this.showFound}></settings-search>
      <p><a href=${location.pathname.replace(/settings$/, 'begin')}>${beginWording(this.wording).heading}</a></p>
    </div>
    <div class="layout">
      <nav aria-label=${this.wording.settings.sections}>${settingsPages.map((page) => this.renderLink(page))}</nav>
      <form novalidate @submit=${this.save} @settings-saved=${this.onSavedPart}>
        ${draft.merged ? mergedBanner(this.wording, draft.merged) : nothing}
        ${this.attempt.render()}
        ${sectionsOn(this.shown).map((section) => this.renderSection(section, this.sceneOf(draft)))}
        ${this.isUnsaved ? this.renderSave() : nothing}
      </form>
    </div>`
  }

  private renderLink(page: SettingsPageName) {
    const isHere = page === this.shown
    const label = this.wording.settings.pages[page]
    return html`<a href=${this.addressOf(page)} aria-current=${isHere ? 'page' : nothing}>${label}</a>
      ${isHere ? this.renderContents(sectionsOn(page)) : nothing}`
  }

  private renderContents(sections: readonly Section[]) {
    if (sections.length < 2) return nothing
    return html`<div class="within">
      ${sections.map(
        ({ id, title }) =>
          html`<a href="#${id}" @click=${(event: Event) => this.openSection(event, id)}>${title(this.wording)}</a>`,
      )}
    </div>`
  }

  private renderSection({ id, title, render }: Section, scene: SectionScene) {
    return html`<section class="card" id=${id} aria-labelledby="${id}-heading">
      <h2 id="${id}-heading" tabindex="-1">${title(this.wording)}</h2>
      ${render(scene)}
    </section>`
  }

  private renderSave() {
    const { settings } = this.wording
    return html`<div class="save" role="group" aria-label=${settings.unsaved}>
      <span>${settings.unsaved}</span>
      <div class="actions">
        <button type="button" class="quiet" @click=${this.discard}>${settings.discard}</button>
        <button class="primary" ?disabled=${this.attempt.isBusy}>${this.attempt.isBusy ? settings.saving : settings.save}</button>
      </div>
    </div>`
  }

  private get shown(): SettingsPageName {
    return pageNamed(this.page)
  }

  private get isUnsaved(): boolean {
    return this.draft !== null && isUnsaved(this.draft)
  }

  private addressOf(page: SettingsPageName): string {
    return `${location.pathname}?page=${page}`
  }

  private sceneOf({ saved, written }: SettingsDraft): SectionScene {
    return {
      settings: written,
      saved,
      errors: this.attempt.errors,
      wording: this.wording,
      tenant: this.unit.tenant,
      service: new URL(this.unit.view.links.hosted).origin,
      change: this.change,
    }
  }

  /** A category is found by its name, too. */
  private listSearchable({ written }: SettingsDraft): readonly FoundSetting[] {
    const { language, settings } = this.wording
    const categories = written.categories.map(({ code, label }) => ({
      page: 'filing',
      section: `category-${code}`,
      title: `${settings.categories.title}: ${label[language] || label.id}`,
    }))
    return [...listSections(this.wording), ...categories]
  }

  private begin(saved: TenantSettingsView) {
    this.draft = startDraft(saved)
    this.attempt.errors = {}
    this.attempt.refusal = ''
  }

  private discard() {
    if (this.draft) this.begin(this.draft.saved)
  }

  private readonly change = (changes: Partial<TenantSettingsView>) => {
    if (this.draft) this.draft = { ...this.draft, written: { ...this.draft.written, ...changes } }
  }

  private onSavedPart({ detail: latest }: CustomEvent<TenantSettingsView>) {
    if (this.draft) this.draft = takeSavedPart(this.draft, latest)
  }

  private async save(event: Event) {
    event.preventDefault()
    const { draft } = this
    if (!draft || this.attempt.isBusy) return
    const isRefused = await this.attempt.refuses(missingFields(formIn(event), this.wording.common.required))
    if (!isRefused) await this.attempt.run(() => this.write(draft))
    if (hasErrors(this.attempt.errors)) await this.showFirstError()
  }

  private async write(draft: SettingsDraft) {
    const { tenant } = this.unit
    try {
      this.begin(await this.client.call('PUT /settings', { params: { tenant }, body: settingsToSave(draft) }))
      say(this, this.wording.settings.saved)
      this.dispatchEvent(new CustomEvent('unit-changed', { bubbles: true, composed: true }))
    } catch (error) {
      if (problemCode(error) !== 'tenant/changed-meanwhile') throw error
      this.draft = mergeLatest(draft, await this.client.call('GET /settings', { params: { tenant } }))
      window.scrollTo(0, 0)
    }
  }

  private async open(page: string) {
    if (this.shown !== page && this.shown !== 'all') {
      goTo(`${location.pathname}?page=${page}`)
      this.page = page
    }
    await this.updateComplete
  }

  /** The error may be on another of the pages. */
  private async showFirstError() {
    await this.updateComplete
    if (!this.renderRoot.querySelector('[aria-invalid=true]')) await this.open('all')
    focusFirstError(this.renderRoot)
  }

  private readonly showFound = async ({ detail }: CustomEvent<FoundSetting>) => {
    await this.open(detail.page)
    const section = this.renderRoot.querySelector(`#${CSS.escape(detail.section)}`)
    section?.querySelector(':scope > details')?.setAttribute('open', '')
    section?.scrollIntoView()
    section?.querySelector<HTMLElement>('input, select, textarea, summary, h2')?.focus({ preventScroll: true })
  }

  private openSection(event: Event, id: string) {
    event.preventDefault()
    this.focusSection(id)
  }

  private focusSection(id: string) {
    const heading = this.renderRoot.querySelector<HTMLElement>(`#${CSS.escape(id)}-heading`)
    heading?.focus({ preventScroll: true })
    heading?.closest('section')?.scrollIntoView()
  }
}
