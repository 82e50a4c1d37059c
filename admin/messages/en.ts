import { acts, consequences } from './en/acts.ts'
import { casePage } from './en/case-page.ts'
import { app, common, problems, session } from './en/common.ts'
import { intake } from './en/intake.ts'
import { mailbox, operator, staff } from './en/office.ts'
import { register } from './en/register.ts'
import { settings } from './en/settings.ts'
import { vocabulary } from './en/vocabulary.ts'
import type { Messages } from './words.ts'

/** English: the same keys, checked by type. */
export const messages: Messages = {
  common,
  app,
  problems,
  session,
  vocabulary,
  register,
  casePage,
  acts,
  consequences,
  intake,
  settings,
  staff,
  mailbox,
  operator,
}
