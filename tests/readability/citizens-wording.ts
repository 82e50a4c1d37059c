import { receiptTexts } from '../../service/case/receipt/receipt-texts.ts'
import { letterTexts } from '../../service/desk/letters/letter-texts.ts'
import { inboundTexts } from '../../service/filing/inbound/inbound-texts.ts'
import { accessibilityTexts, pageTexts, rightsTexts } from '../../service/http/pages/page-texts.ts'
import { fieldProblemTexts, refusalTexts } from '../../service/http/problem-texts.ts'
import { type Labels, readerWordings, viewWordings } from '../../service/http/view-wording.ts'
import { standingTexts } from '../../service/http/views/view-texts.ts'
import { incidentTexts } from '../../service/keeping/incidents/incident.ts'
import { firstTemplates } from '../../service/offices/templates.ts'
import { standardPrivacyNotice } from '../../service/offices/tenants/notice-settings.ts'
import type { FormLanguage, Language } from '../../service/offices/vocabulary.ts'
import { defaultText } from '../../service/offices/wording/default-text.ts'
import { noReplyLine } from '../../service/offices/wording/reply-line.ts'
import { bagianOrganisasi } from '../../service/running/demo/bagian-organisasi.ts'
import { dinasContoh } from '../../service/running/demo/dinas-contoh.ts'
import fieldsEn from '../../service/texts/en/fields.json' with { type: 'json' }
import defaultsEn from '../../service/texts/en/notice-defaults.json' with { type: 'json' }
import fieldsId from '../../service/texts/id/fields.json' with { type: 'json' }
import defaultsId from '../../service/texts/id/notice-defaults.json' with { type: 'json' }
import en from '../../widget/texts/en/form.json'
import partsEn from '../../widget/texts/en/parts.json'
import personalEn from '../../widget/texts/en/personal.json'
import id from '../../widget/texts/id/form.json'
import partsId from '../../widget/texts/id/parts.json'
import personalId from '../../widget/texts/id/personal.json'
import jv from '../../widget/texts/jv/form.json'
import partsJv from '../../widget/texts/jv/parts.json'
import personalJv from '../../widget/texts/jv/personal.json'
import statsWording from '../../widget/texts/stats.json'

/** What only staff read among the labels. */
const forCitizens = ({ permission, role, dangerousAct, ...labels }: Labels) => labels

/** What the widget alone shows. */
const widget = {
  id: { form: id, 'parts of the form': partsId, 'own words': personalId, figures: statsWording({ language: 'id' }) },
  en: { form: en, 'parts of the form': partsEn, 'own words': personalEn, figures: statsWording({ language: 'en' }) },
  jv: { form: jv, 'parts of the form': partsJv, 'own words': personalJv, figures: statsWording({ language: 'jv' }) },
}

/** The home page is for offices that think of taking the service. */
function pagesFor(language: Language) {
  const { home, demo, ...pages } = pageTexts[language]
  return pages
}

const inBoth = (language: Language) => ({
  'plain pages': pagesFor(language),
  'rights and accessibility': [rightsTexts[language], accessibilityTexts[language]],
  fields: { id: fieldsId, en: fieldsEn }[language],
  'last line of a mail': noReplyLine[language],
  'frame of a letter': letterTexts[language],
  'how a notice went': standingTexts[language],
  'privacy notice': standardPrivacyNotice('Kantor')[language],
  'rules of the first offices': [bagianOrganisasi, dinasContoh].flatMap(({ procedure, categories }) => [
    ...procedure.rules.map((rule) => rule[language]),
    ...categories.map(({ description }) => description[language]),
  ]),
})

/** Everything that a citizen reads, by language and by where they read it. */
export const citizensWording: Readonly<Record<FormLanguage, Readonly<Record<string, unknown>>>> = {
  id: {
    ...widget.id,
    ...inBoth('id'),
    labels: forCitizens(viewWordings.id.labels),
    notices: defaultsId.events,
    'notice of a leak': [incidentTexts.id.reporters, incidentTexts.id.period],
    mails: defaultText('received', 'email', 'id').text,
    'answers to what came by mail': [inboundTexts.acknowledgement, inboundTexts.receiptBack],
    'first templates': firstTemplates.map(({ text }) => text),
    receipt: receiptTexts.id,
    refusals: [refusalTexts.id, fieldProblemTexts.id],
  },
  en: {
    ...widget.en,
    ...inBoth('en'),
    labels: forCitizens(viewWordings.en.labels),
    notices: defaultsEn.events,
    'notice of a leak': [incidentTexts.en.reporters, incidentTexts.en.period],
    mails: defaultText('received', 'email', 'en').text,
    receipt: receiptTexts.en,
    refusals: [refusalTexts.en, fieldProblemTexts.en],
  },
  jv: {
    ...widget.jv,
    labels: forCitizens(readerWordings.jv.labels),
    refusals: [refusalTexts.jv, fieldProblemTexts.jv],
  },
}
