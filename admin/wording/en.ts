import vocabulary from '../../service/texts/en/vocabulary.json'
import { account } from './en/account.ts'
import { acts, consequences } from './en/acts.ts'
import { alerts } from './en/alerts.ts'
import { casePage } from './en/case-page.ts'
import { app, common, problems, session } from './en/common.ts'
import { evidence } from './en/evidence.ts'
import { guard } from './en/guard.ts'
import { custody, identityRequests, leak } from './en/identity.ts'
import { letters } from './en/letters.ts'
import { notices } from './en/notices.ts'
import { staff } from './en/office.ts'
import { register } from './en/register.ts'
import { retention } from './en/retention.ts'
import { dataRequests } from './en/rights.ts'
import { settings } from './en/settings.ts'
import { templates } from './en/templates.ts'
import { today, views } from './en/views.ts'
import type { texts as model } from './id.ts'

/** English: the same keys, checked by type. */
export const texts: typeof model = {
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
