import type { SeriesStep } from '../../case/shape/timed-act.ts'
import type { OfferedSeries, SeriesList } from '../../contract/series.ts'
import type { ShownWritten } from '../../desk/rules/rule-changes.ts'
import type { OfferedSeries as Offered } from '../../desk/series/series.ts'
import { findLackOfSeries, MOST_SERIES, noSeries } from '../../offices/rules.ts'
import { labelsOn, type TenantSettings } from '../../offices/tenants/tenant.ts'
import { viewOfChanges } from './rule-view.ts'

export const seriesListView = (
  { rules: { version, series = noSeries }, choices, known }: ShownWritten,
  names: ReadonlyMap<string, string>,
): SeriesList => ({
  version,
  series: series.list.map(({ id, name, does }) => ({
    ...{ id, name },
    does,
    lacks: findLackOfSeries({ does }, known),
  })),
  changes: viewOfChanges(series.changes, names),
  people: choices.people.flatMap(({ handles, ...one }) => (handles ? [one] : [])),
  labels: choices.labels,
  templates: choices.messages,
  most: MOST_SERIES,
})

type StepView = OfferedSeries['items'][number]['steps'][number]

const blank = { who: null, label: null, on: null, text: null } as const

function stepView(step: SeriesStep, settings: TenantSettings, names: ReadonlyMap<string, string>): StepView {
  const { act } = step
  switch (act) {
    case 'verify':
      return { act, ...blank }
    case 'dispatch':
      return { act, ...blank, who: names.get(step.handler) ?? null, text: step.instruction ?? null }
    case 'set-label': {
      const [label] = labelsOn(settings, [step.label])
      return {
        ...{ act, ...blank, on: step.on },
        label: label ? { id: label.id, name: label.name, colour: label.colour } : null,
      }
    }
    default:
      return { act, ...blank, text: step.text }
  }
}

export const offeredSeriesView = (
  offered: readonly Offered[],
  settings: TenantSettings,
  names: ReadonlyMap<string, string>,
): OfferedSeries => ({
  items: offered.map(({ id, name, version, steps }) => ({
    ...{ id, name, version },
    steps: steps.map((step) => stepView(step, settings, names)),
  })),
})
