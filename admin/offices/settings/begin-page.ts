import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { TenantSettingsView } from '../../../service/contract/tenant-settings.ts'
import { problemCode } from '../../api/problems.ts'
import type { SettingPart } from '../../api/wire.ts'
import { type BeginStep, beginSteps, doneSteps, prefill } from '../../page/begin-steps.ts'
import { LeavingGuard } from '../../page/leaving-guard.ts'
import { goTo } from '../../page/navigation.ts'
import { PageElement } from '../../page/page-element.ts'
import '../../desk/letters/letterhead.ts'
import { changedParts, mergedBanner, mergeSettings } from './merged-settings.ts'
import { contactSection, originFields } from './section.ts'
import './snippet-builder.ts'
import beginWording from '../../texts/begin.json'
import { Attempt } from '../../ui/attempt.ts'
import { fields } from '../../ui/fields.ts'
import { formIn, missingFields } from '../../ui/form.ts'
import { icons } from '../../ui/icons.ts'
import { say } from '../../ui/say.ts'
import './channel-accounts.ts'
import { patternField } from './letters-section.ts'
import { type SectionScene, settingField } from './setting-fields.ts'
import { settingsLooks } from './settings-looks.ts'

/** Five small pages with which a unit begins; each is saved by itself. */
@customElement('begin-page')
export class BeginPage extends PageElement {
  static override styles = [
    PageElement.styles,
    fields,
    settingsLooks,
    css`
      ol.steps {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 16px;
        margin: 0;
        padding: 0;
        list-style: none;
      }
      ol.steps a {
        display: inline-flex;
        align-items: center;
        gap: 6px;
        min-block-size: 44px;
      }
      ol.steps a[aria-current] {
        font-weight: 600;
      }
      .steps svg {
        inline-size: 16px;
        block-size: 16px;
      }
      .seen {
        position: absolute;
        inline-size: 1px;
        block-size: 1px;
        overflow: hidden;
        clip-path: inset(50%);
      }
    `,
  ]

  /** Which step shows; the first open one if empty. */
  @property() step = ''
  @state() private base: TenantSettingsView | null = null
  @state() private draft: TenantSettingsView | null = null
  @state() private leaves = false
  /** Parts that somebody else saved otherwise while they were changed here. */
  @state() private both: readonly SettingPart[] = []
  private readonly attempt = new Attempt(this)
  private readonly leaving = new LeavingGuard(this, {
    isDirty: () => this.isDirty,
    discard: () => this.take(this.base),
  })
  private touched = false

  private readonly loading = this.load(async (tenant, signal) => {
    const [settings, channels] = await Promise.all([
      this.client.call('GET /settings', { params: { tenant }, signal }),
      this.client.call('GET /channel-accounts', { params: { tenant }, signal }),
    ])
    this.leaves = channels.items.some(({ leaves }) => leaves)
    this.take(settings)
  })

  protected override updated(changed: PropertyValues) {
    if (changed.get('step') === undefined || !this.draft) return
    window.scrollTo(0, 0)
    this.renderRoot.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true })
  }

  override render() {
    const begin = beginWording(this.wording)
    return html`
      <div>
        <h1>${begin.heading}</h1>
        <p class="soft">${begin.intro}</p>
      </div>
      ${this.draft && this.base ? this.renderSteps(this.draft, this.base) : this.renderLoaded(this.loading)}
      ${this.leaving.render(this.wording)}
    `
  }

  private renderSteps(draft: TenantSettingsView, base: TenantSettingsView) {
    const begin = beginWording(this.wording)
    const done = doneSteps({ settings: base, leaves: this.leaves })
    const shown = beginSteps.find((one) => one === this.step) ?? beginSteps.find((one) => !done.includes(one)) ?? 'who'
    const settings = `/admin/${encodeURIComponent(this.unit.tenant)}/settings`
    return html`
      <nav aria-label=${begin.heading}>
        <p role="status">${done.length === beginSteps.length ? begin.ready : begin.progress({ done: done.length })}</p>
        <ol class="steps">
          ${beginSteps.map(
            (one) => html`<li><a href=${this.addressOf(one)} aria-current=${one === shown ? 'step' : nothing}>
              ${done.includes(one) ? icons.check : nothing}${begin.steps[one]}
              <span class="seen">${done.includes(one) ? begin.isDone : begin.isOpen}</span></a></li>`,
          )}
        </ol>
      </nav>
      <section class="card" aria-labelledby="step">
        <div><h2 id="step" tabindex="-1">${begin.steps[shown]}</h2><p class="hint">${begin.why[shown]}</p></div>
        ${shown === 'channels' ? html`<channel-accounts></channel-accounts>` : nothing}
        <form class="stack" novalidate @submit=${(event: Event) => this.save(event, shown)}>
          ${this.both.length > 0 ? mergedBanner(this.wording, { theirs: this.both, both: this.both }) : nothing}
          ${this.renderStep(shown, this.sceneOf(draft))}
          ${this.attempt.render()}
          <div class="actions">
            <button class="primary" ?disabled=${this.attempt.isBusy}>${shown === 'channels' ? begin.next : begin.save}</button>
            ${shown === 'who' ? nothing : html`<a class="button" href=${this.addressOf(beginSteps[beginSteps.indexOf(shown) - 1] ?? 'who')}>${begin.back}</a>`}
          </div>
        </form>
      </section>
      <p><a href="/admin/${encodeURIComponent(this.unit.tenant)}/staff">${begin.toStaff}</a> · <a href=${settings}>${begin.advanced}</a></p>
    `
  }

  private renderStep(step: BeginStep, scene: SectionScene): TemplateResult | typeof nothing {
    switch (step) {
      case 'who':
        return this.renderWho(scene)
      case 'contact':
        return contactSection.render(scene)
      case 'letterhead':
        return this.renderLetterhead(scene)
      case 'channels':
        return nothing
      default:
        return this.renderSite(scene)
    }
  }

  private renderWho(scene: SectionScene) {
    const { settings, wording, change } = scene
    const { names } = wording.settings
    const text = (path: 'name' | 'shortName' | 'parent', label: string) =>
      settingField(scene, { path, label, value: settings[path], written: (value) => change({ [path]: value }) })
    return html`${text('name', names.name)} ${text('shortName', beginWording(wording).shortName)}
      ${settingField(scene, {
        ...{ path: 'parent', label: names.parent, value: settings.parent, optional: wording.common.optional },
        written: (parent) => change({ parent }),
      })}`
  }

  private renderLetterhead(scene: SectionScene) {
    const { settings, wording, change } = scene
    const { letters } = settings
    const texts = wording.letters.settings
    const [signatory = { name: '', position: '', rank: '', nip: '' }, ...others] = letters.signatories
    const write = (changes: Partial<typeof letters>) => change({ letters: { ...letters, ...changes } })
    const sign = (changes: Partial<typeof signatory>) =>
      write({ signatories: [{ ...signatory, ...changes }, ...others] })
    const field = (path: string, label: string, value: string, written: (value: string) => void, rows?: number) =>
      settingField(scene, { ...{ path: `letters.${path}`, label, value, written }, ...(rows ? { rows } : {}) })
    return html`
      ${field('letterhead.lines', texts.lines, letters.letterhead.lines.join('\n'), (value) => write({ letterhead: { ...letters.letterhead, lines: value.split('\n') } }), 3)}
      <div class="pair">${field('city', texts.city, letters.city, (city) => write({ city }))} ${field('code', texts.code, letters.code, (code) => write({ code }))}</div>
      ${patternField(scene)}
      <div class="pair">
        ${field('signatories.0.name', texts.name, signatory.name, (name) => sign({ name }))}
        ${field('signatories.0.position', texts.position, signatory.position, (position) => sign({ position }))}
      </div>
      <details><summary>${beginWording(wording).example}</summary><letterhead-preview .settings=${letters.signatories.every(({ name, position }) => name && position) ? letters : { ...letters, signatories: [] }}></letterhead-preview></details>
    `
  }

  private renderSite(scene: SectionScene) {
    const begin = beginWording(this.wording)
    return html`
      ${originFields(scene)}
      <details><summary>${begin.snippet}</summary><snippet-builder tenant=${scene.tenant} service=${scene.service} .settings=${scene.settings}></snippet-builder></details>
      <p><a class="button" href="/admin/${encodeURIComponent(scene.tenant)}/embed">${begin.checkPage}</a></p>
    `
  }

  private sceneOf(settings: TenantSettingsView): SectionScene {
    return {
      ...{ settings, saved: settings, errors: this.attempt.errors, wording: this.wording, tenant: this.unit.tenant },
      service: new URL(this.unit.view.links.hosted).origin,
      change: (changes) => {
        this.touched = true
        if (this.draft) this.draft = { ...this.draft, ...changes }
      },
    }
  }

  private get isDirty(): boolean {
    return this.touched && this.base !== null && this.draft !== null && changedParts(this.base, this.draft).length > 0
  }

  private take(settings: TenantSettingsView | null) {
    this.base = settings
    this.draft = settings && prefill(settings)
    this.both = []
    this.touched = false
  }

  private addressOf(step: BeginStep): string {
    return `${location.pathname}?step=${step}`
  }

  private async save(event: Event, step: BeginStep) {
    event.preventDefault()
    const { base, draft } = this
    if (!base || !draft || this.attempt.isBusy) return
    if (await this.attempt.refuses(missingFields(formIn(event), this.wording.common.required))) return
    // What was filled in for the letterhead waits for its own step.
    const wanted = step === 'letterhead' ? draft : { ...draft, letters: base.letters }
    await this.attempt.run(async () => {
      if (changedParts(base, wanted).length > 0) {
        const saved = await this.write(base, wanted)
        if (!saved) return
        this.take(saved)
        say(this, beginWording(this.wording).saved)
        this.dispatchEvent(new CustomEvent('unit-changed', { bubbles: true, composed: true }))
      }
      const next = beginSteps[beginSteps.indexOf(step) + 1]
      if (next) goTo(this.addressOf(next))
    })
  }

  /**
   * Somebody else may have saved meanwhile. What they changed elsewhere stands beside this; where both changed the same,
   * nothing is saved until it was looked at: `null`.
   */
  private async write(base: TenantSettingsView, wanted: TenantSettingsView): Promise<TenantSettingsView | null> {
    const { tenant } = this.unit
    try {
      return await this.client.call('PUT /settings', { params: { tenant }, body: wanted })
    } catch (error) {
      if (problemCode(error) !== 'tenant/changed-meanwhile') throw error
      const latest = await this.client.call('GET /settings', { params: { tenant } })
      const { merged, both } = mergeSettings(base, wanted, latest)
      if (both.length === 0) return this.client.call('PUT /settings', { params: { tenant }, body: merged })
      this.base = latest
      this.draft = prefill(merged)
      this.both = both
      return null
    }
  }
}
