import { html } from 'lit'
import { textField } from '../../ui/field.ts'
import { textIn } from '../../ui/form.ts'
import { type ActForm, fieldOf, type Scene } from './act-form.ts'
import { reporterIsNotified, reporterIsNotNotified, reporterSees, statusStays } from './consequences.ts'

const reasonField = (scene: Scene, label: string, hint: string) =>
  textField({
    ...fieldOf(scene, 'reason', 'reason'),
    label,
    hint: `${hint} ${scene.wording.acts.reasonIsRead}`,
    rows: 4,
  })

/** The office's clocks stand still, for a reason that the reporter reads. */
export const pauseForm: ActForm<'pause'> = {
  fields: (scene) => reasonField(scene, scene.wording.acts.pauseReason, scene.wording.acts.pauseHint),
  consequences(scene) {
    const { consequences } = scene.wording
    return [
      statusStays(scene),
      { icon: 'pause', text: consequences.officeClocksPause({ days: scene.case.mostPauseDays }) },
      reporterSees(consequences.reasonSeen),
      reporterIsNotified(scene),
    ]
  },
  body: (written) => ({ reason: textIn(written, 'reason') }),
}

/** They go on with the days that were left. */
export const resumeForm: ActForm<'resume'> = {
  fields: () => html``,
  consequences: (scene) => [
    statusStays(scene),
    { icon: 'clock', text: scene.wording.consequences.officeClocksGoOn },
    reporterIsNotNotified(scene),
  ],
  body: () => ({}),
}

/** More time for handling, before its date has passed. */
export const extendForm: ActForm<'extend'> = {
  fields(scene) {
    const { case: current, wording } = scene
    return html`
      ${textField({
        ...fieldOf(scene, 'days'),
        label: wording.acts.extendDays,
        hint: wording.acts.extendHint({ most: current.mostDaysToExtend ?? 0 }),
        type: 'number',
      })}
      ${reasonField(scene, wording.acts.extendReason, '')}
    `
  },
  consequences: (scene) => [
    statusStays(scene),
    { icon: 'clock', text: scene.wording.consequences.dateMoves },
    reporterIsNotified(scene),
  ],
  body: (written) => ({ days: Number(textIn(written, 'days')), reason: textIn(written, 'reason') }),
}

/** Explains a delay to the reporter, and promises a new date. */
export const explainDelayForm: ActForm<'explain-delay'> = {
  fields(scene) {
    const { wording } = scene
    return html`
      ${textField({
        ...fieldOf(scene, 'newDate'),
        label: wording.acts.newDate,
        hint: wording.acts.newDateHint,
        type: 'date',
      })}
      ${reasonField(scene, wording.acts.delayReason, wording.acts.delayHint)}
    `
  },
  consequences: (scene) => [
    statusStays(scene),
    { icon: 'alert', text: scene.wording.consequences.staysLate },
    reporterIsNotified(scene),
  ],
  body: (written) => ({ newDate: textIn(written, 'newDate'), reason: textIn(written, 'reason') }),
}
