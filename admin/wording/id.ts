import vocabulary from '../../service/texts/id/vocabulary.json'
import { account } from './id/account.ts'
import { acts, consequences } from './id/acts.ts'
import { alerts } from './id/alerts.ts'
import { casePage } from './id/case-page.ts'
import { app, common, problems, session } from './id/common.ts'
import { evidence } from './id/evidence.ts'
import { guard } from './id/guard.ts'
import { custody, identityRequests, leak } from './id/identity.ts'
import { letters } from './id/letters.ts'
import { notices } from './id/notices.ts'
import { staff } from './id/office.ts'
import { register } from './id/register.ts'
import { retention } from './id/retention.ts'
import { dataRequests } from './id/rights.ts'
import { settings } from './id/settings.ts'
import { templates } from './id/templates.ts'
import { today, views } from './id/views.ts'

/** Bahasa Indonesia: the language in which every sentence is written first. */
export const texts = {
  common,
  app,
  problems,
  session,
  account,
  vocabulary,
  register,
  casePage,
  acts,
  consequences,
  leak,
  custody,
  evidence,
  guard,
  identityRequests,
  dataRequests,
  notices,
  alerts,
  letters,
  retention,
  settings,
  staff,
  templates,
  views,
  today,
}
