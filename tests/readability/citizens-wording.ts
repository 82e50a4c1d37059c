import { receiptWordingEn } from '../../service/case/receipt/wording/en.ts'
import { receiptWordingId } from '../../service/case/receipt/wording/id.ts'
import { letterWordingFor } from '../../service/desk/letters/wording/letter-wording.ts'
import { acknowledgement } from '../../service/filing/inbound/wording/acknowledgement.ts'
import { receiptBack } from '../../service/filing/inbound/wording/receipt-back.ts'
import { accessibilityWordingFor, rightsWordingFor, wordingFor } from '../../service/http/pages/wording/page-wording.ts'
import { fieldWordingIn } from '../../service/http/wording/field-wording.ts'
import { labelsEn } from '../../service/http/wording/labels-en.ts'
import { type Labels, labelsId } from '../../service/http/wording/labels-id.ts'
import { fieldProblemsJv, labelsJv, problemsJv } from '../../service/http/wording/labels-jv.ts'
import { fieldProblemsEn, problemsEn } from '../../service/http/wording/problems-en.ts'
import { fieldProblemsId, problemsId } from '../../service/http/wording/problems-id.ts'
import { standingWords, unconfirmedWords } from '../../service/http/wording/standing-words.ts'
import { draftingEn } from '../../service/keeping/incidents/wording/en.ts'
import type { IncidentFacts } from '../../service/keeping/incidents/wording/facts.ts'
import { draftingId } from '../../service/keeping/incidents/wording/id.ts'
import { firstTemplates } from '../../service/offices/templates.ts'
import { standardPrivacyNotice } from '../../service/offices/tenants/notice-settings.ts'
import type { FormLanguage, Language } from '../../service/offices/vocabulary.ts'
import { defaultsEn } from '../../service/offices/wording/defaults-en.ts'
import { defaultsId } from '../../service/offices/wording/defaults-id.ts'
import { noReplyLine } from '../../service/offices/wording/reply-line.ts'
import { bagianOrganisasi } from '../../service/running/demo/bagian-organisasi.ts'
import { dinasContoh } from '../../service/running/demo/dinas-contoh.ts'
import { instantOf } from '../../service/shared/instant.ts'
import { statsWording } from '../../widget/stats/wording.ts'
import { en } from '../../widget/wording/en.ts'
import { id } from '../../widget/wording/id.ts'
import { jv } from '../../widget/wording/jv.ts'
import { parts as partsEn } from '../../widget/wording/parts-en.ts'
import { parts as partsId } from '../../widget/wording/parts-id.ts'
import { parts as partsJv } from '../../widget/wording/parts-jv.ts'
import { en as personalEn } from '../../widget/wording/personal/en.ts'
import { id as personalId } from '../../widget/wording/personal/id.ts'
import { jv as personalJv } from '../../widget/wording/personal/jv.ts'

/** What only staff read among the labels. */
const forCitizens = ({ permission, role, dangerousAct, ...labels }: Labels) => labels

/** What the widget alone shows. */
const widget = {
  id: { form: id, 'parts of the form': partsId, 'own words': personalId, figures: statsWording.id },
  en: { form: en, 'parts of the form': partsEn, 'own words': personalEn, figures: statsWording.en },
  jv: { form: jv, 'parts of the form': partsJv, 'own words': personalJv, figures: statsWording.jv },
}

const aLeak: IncidentFacts = {
  what: 'Berkas pengaduan tertinggal di loket.',
  measures: 'Berkas sudah ditarik.',
  data: ['name', 'contact', 'story'],
  beganAt: instantOf(new Date('2026-11-02T02:00:00Z')),
  endedAt: null,
  discoveredAt: instantOf(new Date('2026-11-03T02:00:00Z')),
  accounts: [],
}

/** The home page is for offices that think of taking the service. */
function pagesFor(language: Language) {
  const { home, demo, ...pages } = wordingFor(language)
  return pages
}

const inBoth = (language: Language) => ({
  'plain pages': pagesFor(language),
  'rights and accessibility': [rightsWordingFor(language), accessibilityWordingFor(language)],
  fields: fieldWordingIn[language],
  'last line of a mail': noReplyLine[language],
  'frame of a letter': letterWordingFor(language),
  'how a notice went': [standingWords[language], unconfirmedWords[language]],
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
    labels: forCitizens(labelsId),
    notices: defaultsId.events,
    'notice of a leak': draftingId.reporters(aLeak, 'Kantor', bagianOrganisasi.calendar),
    mails: defaultsId.email('Pengaduan Anda sudah kami terima.'),
    'answers to what came by mail': [acknowledgement, receiptBack],
    'first templates': firstTemplates.map(({ text }) => text),
    receipt: receiptWordingId,
    refusals: [problemsId, fieldProblemsId],
  },
  en: {
    ...widget.en,
    ...inBoth('en'),
    labels: forCitizens(labelsEn),
    notices: defaultsEn.events,
    'notice of a leak': draftingEn.reporters(aLeak, 'Kantor', bagianOrganisasi.calendar),
    mails: defaultsEn.email('Your complaint has arrived.'),
    receipt: receiptWordingEn,
    refusals: [problemsEn, fieldProblemsEn],
  },
  jv: { ...widget.jv, labels: forCitizens(labelsJv), refusals: [problemsJv, fieldProblemsJv] },
}
