import type { OfferedTemplates, TemplateList, TemplateView } from '../../contract/templates.ts'
import { templatePlaceNames } from '../../desk/templates/templates.ts'
import { MOST_TEMPLATES, type Template } from '../../offices/templates.ts'
import type { Tenant } from '../../offices/tenants/tenant.ts'
import { type Language, templatePlaces } from '../../offices/vocabulary.ts'

const offeredView = (template: Template): OfferedTemplates['items'][number] => {
  const { id, name, kind, language, text, items, outcome, reason, elsewhere } = template
  return { id, name, kind, language, text, items, outcome, reason, elsewhere }
}

/** The template that a rule suggests is marked, because it stands first for that reason. */
export const offeredViews = (templates: readonly Template[], suggested: string | null): OfferedTemplates['items'] =>
  templates.map((one) => ({ ...offeredView(one), ...(one.id === suggested && { isSuggested: true as const }) }))

export const templateView = (template: Template, names: ReadonlyMap<string, string>): TemplateView => ({
  ...offeredView(template),
  version: template.version,
  categories: template.categories,
  statuses: template.statuses,
  changedAt: template.changedAt,
  changedBy: template.changedBy && (names.get(template.changedBy) ?? null),
})

export const templateListView = (
  templates: readonly Template[],
  { settings }: Tenant,
  names: ReadonlyMap<string, string>,
): TemplateList => {
  const samples = {
    number: `${settings.numberPrefix}-2026-000123`,
    office: settings.name,
    dueDate: { id: 'Rabu, 2 Desember 2026', en: 'Wednesday, 2 December 2026' },
    receivedOn: { id: 'Kamis, 26 November 2026', en: 'Thursday, 26 November 2026' },
    officer: { id: 'Budi Misal, Petugas penangan', en: 'Budi Misal, case handler' },
  }
  const places = (language: Language) =>
    templatePlaces.map((place) => {
      const sample = samples[place]
      return {
        name: templatePlaceNames[language][place],
        sample: typeof sample === 'string' ? sample : sample[language],
      }
    })
  return {
    items: templates.map((template) => templateView(template, names)),
    places: { id: places('id'), en: places('en') },
    most: MOST_TEMPLATES,
  }
}
