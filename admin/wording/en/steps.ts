import type { steps as id } from '../id/steps.ts'

export const steps: typeof id = {
  heading: 'Checklist',
  done: (done, all) => `${done} of ${all} done`,
  former: 'former step',
  stays: 'These ticks stay here and do not go to the leading complaint.',
  open: (count) => `${count} steps are not ticked:`,
  settings: (count) => (count === 0 ? 'Checklist' : `Checklist (${count})`),
  intro: 'Steps that staff tick on complaints of this category. Reporters do not see them.',
  step: (position) => `Step ${position}`,
  add: 'Add a step',
  remove: (name) => `Remove step ${name}`,
}
