import { dutiesWording } from '../../wording/duties-wording.ts'
import { type Section, settingField } from './section.ts'

/** Whether the service gives out verified cases, and how many open ones a handler has at most. */
export const caseloadSection: Section = {
  id: 'caseload',
  title: (wording) => dutiesWording(wording).spreading,
  render(scene) {
    const { settings, wording, change } = scene
    const { mostOpenCases: label, mostOpenCasesHint: hint } = dutiesWording(wording)
    return settingField(scene, {
      ...{ path: 'mostOpenCases', label, hint, type: 'number', optional: wording.common.optional },
      value: String(settings.mostOpenCases ?? ''),
      written: (value) => change({ mostOpenCases: value === '' ? null : Number(value) }),
    })
  },
}
