import { html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { TenantSettingsView } from '../../../service/contract/tenant-settings.ts'
import { PageElement } from '../../page/page-element.ts'
import beginWording from '../../texts/begin.json'
import { textField } from '../../ui/field.ts'
import { fields } from '../../ui/fields.ts'
import { changedParts, type MergedSettings, mergeSettings } from './merged-settings.ts'

export interface FoundSetting {
  readonly page: string
  readonly section: string
  readonly title: string
}

/** Sections whose title or other words contain everything that was typed. */
export function findSettings<Found extends FoundSetting>(
  sections: readonly Found[],
  words: Readonly<Record<string, string>>,
  asked: string,
): readonly Found[] {
  const typed = asked.toLowerCase().split(/\s+/).filter(Boolean)
  if (typed.length === 0) return []
  return sections.filter(({ section, title }) => {
    const known = ` ${title.toLowerCase()} ${words[section] ?? ''}`
    return typed.every((word) => known.includes(` ${word}`))
  })
}

@customElement('settings-search')
export class SettingsSearch extends PageElement {
  static override styles = [PageElement.styles, fields]

  @property({ attribute: false }) sections: readonly FoundSetting[] = []
  @state() private asked = ''

  override render() {
    const { search, words } = beginWording(this.wording)
    const found = findSettings(this.sections, words, this.asked)
    return html`<search>
      ${textField({
        ...{ name: 'setting', label: search.label, hint: search.hint, value: this.asked, optional: '' },
        written: (asked) => {
          this.asked = asked
        },
      })}
      <ul class="plain" aria-live="polite">
        ${found.map(
          (one) =>
            html`<li><button type="button" class="quiet" @click=${() => this.choose(one)}>${one.title}</button></li>`,
        )}
      </ul>
      ${this.asked.trim() !== '' && found.length === 0 ? html`<p role="status">${search.none}</p>` : nothing}
    </search>`
  }

  private choose(detail: FoundSetting) {
    this.asked = ''
    this.dispatchEvent(new CustomEvent<FoundSetting>('setting-chosen', { detail }))
  }
}

export interface SettingsDraft {
  readonly saved: TenantSettingsView
  readonly written: TenantSettingsView
  /** What was laid together because somebody else saved meanwhile; `null` if nobody did. */
  readonly merged: MergedSettings | null
}

export const startDraft = (saved: TenantSettingsView): SettingsDraft => ({ saved, written: saved, merged: null })

export const isUnsaved = ({ saved, written }: SettingsDraft): boolean => changedParts(saved, written).length > 0

/** Returns what to send. The privacy notice that reporters agree to gets a version of its own when its text changes. */
export function settingsToSave({ saved, written }: SettingsDraft): TenantSettingsView {
  if (!changedParts(saved, written).includes('privacyNotice')) return written
  return { ...written, privacyNotice: { ...written.privacyNotice, version: saved.privacyNotice.version + 1 } }
}

export function mergeLatest({ saved, written }: SettingsDraft, latest: TenantSettingsView): SettingsDraft {
  const merged = mergeSettings(saved, written, latest)
  return { saved: latest, written: merged.merged, merged }
}

/** Takes over what was saved by itself, such as the logo. What is written elsewhere in the form stays. */
export function takeSavedPart(draft: SettingsDraft, latest: TenantSettingsView): SettingsDraft {
  const { merged } = mergeSettings(draft.saved, draft.written, latest)
  const { logo = null } = latest.letters.letterhead
  const { letters } = merged
  const written = { ...merged, letters: { ...letters, letterhead: { ...letters.letterhead, logo } } }
  return { ...draft, saved: latest, written }
}
