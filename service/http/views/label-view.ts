import type { CaseView } from '../../contract/case-view.ts'
import type { LabelView } from '../../contract/labels.ts'
import { type Label, labelsInUse, labelsOn, type TenantSettings } from '../../offices/tenants/tenant.ts'

type Settings = Pick<TenantSettings, 'labels'>

export const labelViews = (labels: readonly Label[]): LabelView[] =>
  labels.map(({ id, name, colour }) => ({ id, name, colour }))

export const labelsShown = (settings: Settings, ids: readonly string[]): LabelView[] =>
  labelViews(labelsOn(settings, ids))

export const labelsOfCase = (settings: Settings, ids: readonly string[]): Pick<CaseView, 'labels' | 'moreLabels'> => ({
  labels: labelsShown(settings, ids),
  moreLabels: labelViews(labelsInUse(settings).filter(({ id }) => !ids.includes(id))),
})
