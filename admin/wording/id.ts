import vocabulary from '../../service/texts/id/vocabulary.json'
import account from '../texts/id/account.json'
import acts from '../texts/id/acts.json'
import alerts from '../texts/id/alerts.json'
import casePage from '../texts/id/case-page.json'
import common from '../texts/id/common.json'
import dataRequests from '../texts/id/data-requests.json'
import evidence from '../texts/id/evidence.json'
import identity from '../texts/id/identity.json'
import letters from '../texts/id/letters.json'
import notices from '../texts/id/notices.json'
import register from '../texts/id/register.json'
import retention from '../texts/id/retention.json'
import settings from '../texts/id/settings.json'
import staff from '../texts/id/staff.json'
import templates from '../texts/id/templates.json'
import views from '../texts/id/views.json'

/** Bahasa Indonesia: the language in which every sentence is written first. */
export const texts = {
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
