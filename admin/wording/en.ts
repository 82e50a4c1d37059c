import vocabulary from '../../service/texts/en/vocabulary.json'
import account from '../texts/en/account.json'
import acts from '../texts/en/acts.json'
import alerts from '../texts/en/alerts.json'
import casePage from '../texts/en/case-page.json'
import common from '../texts/en/common.json'
import dataRequests from '../texts/en/data-requests.json'
import evidence from '../texts/en/evidence.json'
import identity from '../texts/en/identity.json'
import letters from '../texts/en/letters.json'
import notices from '../texts/en/notices.json'
import register from '../texts/en/register.json'
import retention from '../texts/en/retention.json'
import settings from '../texts/en/settings.json'
import staff from '../texts/en/staff.json'
import templates from '../texts/en/templates.json'
import views from '../texts/en/views.json'
import type { texts as model } from './id.ts'

/** English, which says in Bahasa Indonesia what it does not say yet. */
export const texts: typeof model = {
  account,
  ...acts,
  alerts,
  casePage,
  ...common,
  evidence,
  ...identity,
  letters,
  notices,
  staff,
  register,
  retention,
  dataRequests,
  settings,
  templates,
  ...views,
  vocabulary,
}
