import * as answering from './answering.ts'
import * as askForCompletion from './ask-for-completion.ts'
import * as correct from './correct.ts'
import * as dispatch from './dispatch.ts'
import * as ending from './ending.ts'
import * as forwarding from './forwarding.ts'
import * as improving from './improving.ts'
import * as merging from './merging.ts'
import * as protecting from './protecting.ts'
import * as split from './split.ts'
import * as timeLimits from './time-limits.ts'
import * as transcribe from './transcribe.ts'
import * as verify from './verify.ts'

/** The forms of all acts that have a panel, by the names that the table of acts gives. */
export const actForms = {
  ...answering,
  ...askForCompletion,
  ...correct,
  ...dispatch,
  ...ending,
  ...forwarding,
  ...improving,
  ...merging,
  ...protecting,
  ...split,
  ...timeLimits,
  ...transcribe,
  ...verify,
}
