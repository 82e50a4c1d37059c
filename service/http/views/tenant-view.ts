import { spokenFingerprint, thumbprintSource } from '../../case/receipt/receipt.ts'
import { textLimits } from '../../contract/fields.ts'
import type { QuestionView } from '../../contract/questions.ts'
import type { TenantView, WholeTenantView } from '../../contract/tenant-view.ts'
import type { UnitTrustView } from '../../contract/unit.ts'
import { mostBytesOf } from '../../filing/evidence/evidence.ts'
import { typesAskedFor } from '../../keeping/evidence/file-types.ts'
import { clockNames, currentPack } from '../../offices/calendar/rule-pack.ts'
import { awaitsStaff, keptPromises, notReady } from '../../offices/duties/duties.ts'
import { standingVouching } from '../../offices/managing/operators.ts'
import type { Question } from '../../offices/questions/questions.ts'
import { activeKey, type SealingKeys } from '../../offices/tenants/sealing-keys.ts'
import { type Category, offersPrivacy, type Tenant, type TenantSettings } from '../../offices/tenants/tenant.ts'
import { closingRefusal } from '../../offices/tenants/tenant-directory.ts'
import { readIn, type Translated } from '../../offices/translated.ts'
import { type Duty, type Language, languages } from '../../offices/vocabulary.ts'
import { openCategories, tellsSimilar } from '../../register/open311/open-records.ts'
import type { ApiOffice } from '../office.ts'
import { sentenceFor } from '../problem.ts'
import { sayChannelsDown, type ViewWording, viewWordings } from '../view-wording.ts'

const shownClocks = clockNames.filter((name) => name !== 'personal_data' && name !== 'reopening')

const joined = (...parts: readonly (string | false | undefined)[]): string => parts.filter(Boolean).join(' ')

interface Shown extends Pick<ApiOffice, 'links' | 'channelsOffered' | 'channelsDown'> {
  readonly wording: ViewWording
  readonly unheld: readonly Duty[]
}

export function tenantView(
  tenant: Tenant,
  { wording, links, channelsOffered, channelsDown, unheld }: Shown,
): WholeTenantView {
  const { id, settings, sealingKeys } = tenant
  const { language, labels, clocks } = wording
  const { say, inIndonesian } = speak(language)
  const down = channelsDown(id)
  const rulePack = currentPack(settings.rulePacks)
  const categories = settings.categories.filter(({ active }) => active)
  const choices = keptPromises(settings.privacyChoices, unheld).filter((choice) =>
    categories.some(({ code }) => offersPrivacy(settings, choice, code)),
  )
  const asksIdentity = ({ code }: Category) =>
    choices.includes('anonymous') && !offersPrivacy(settings, 'anonymous', code)
  return {
    tenant: id,
    name: settings.name,
    shortName: settings.shortName,
    parent: settings.parent,
    ...refusalOf(tenant, unheld, language),
    timeZone: settings.calendar.timeZone,
    language,
    languages: [...languages, ...(settings.javanese ? (['jv'] as const) : [])],
    contact: { ...settings.contact, officeHours: say(settings.contact.officeHours) },
    procedure: {
      title: say(settings.procedure.title),
      rules: settings.procedure.rules.map(say),
    },
    ...(openCategories(tenant).length > 0 && { publishes: labels.publishes }),
    privacyNotice: { version: settings.privacyNotice.version, text: say(settings.privacyNotice.text) },
    categories: categories.map((category) => ({
      code: category.code,
      label: say(category.label),
      description: joined(
        say(category.description),
        asksIdentity(category) && labels.identityNeeded.told,
        category.confidential && labels.alwaysConfidential,
      ),
      class: category.class,
      ...(asksIdentity(category) && { needsIdentity: labels.identityNeeded.refused }),
      ...(tellsSimilar(category) && { similar: true as const }),
      ...(category.nextSteps && { nextSteps: say(category.nextSteps) }),
      ...(category.questions?.length && { questions: category.questions.map((one) => questionView(one, say)) }),
    })),
    privacyChoices: choices.map((choice) => ({
      choice,
      label: labels.privacy[choice],
      meaning: labels.privacyMeaning[choice],
    })),
    ...sealingOf(sealingKeys),
    form: {
      identity: settings.identityFields,
      limits: textLimits,
      evidence: {
        maxFiles: settings.evidence.maxFiles,
        maxBytes: mostBytesOf(settings),
        types: typesAskedFor,
      },
      channels: [
        ...channelsOffered(tenant, language),
        ...(printsLetters(settings, unheld) ? (['letter'] as const) : []),
      ],
      ...(down.length > 0 && { channelNews: sayChannelsDown(labels, down) }),
    },
    clocks: shownClocks.map((clock) => ({
      clock,
      label: clocks.clocks[clock],
      amount: rulePack.clocks[clock].amount,
      unit: rulePack.clocks[clock].unit,
      basis: clocks.legalBasis(rulePack.clocks[clock]),
    })),
    theme: settings.theme,
    links: { hosted: links.hosted(id), form: links.form(id), follow: links.follow(id) },
    ...(inIndonesian.size > 0 && { inIndonesian: [...inIndonesian] }),
  }
}

/** Gives texts in a language, and lists those that are Indonesian for want of another. */
function speak(language: Language) {
  const inIndonesian = new Set<string>()
  const say = (text: Translated): string => {
    const shown = readIn(text, language)
    if (shown !== text[language]) inIndonesian.add(shown)
    return shown
  }
  return { say, inIndonesian }
}

function sealingOf(keys: SealingKeys | undefined) {
  const key = activeKey(keys)
  return key && { sealing: { keyId: key.id, publicKey: key.publicKey, fingerprint: key.fingerprint } }
}

const questionView = (
  { label, hint, choices, shownWhen, ...rest }: Question,
  say: (text: Translated) => string,
): QuestionView => ({
  ...rest,
  label: say(label),
  hint: hint && say(hint),
  choices: choices.map((choice) => ({
    code: choice.code,
    label: say(choice.label),
    elsewhere: choice.elsewhere && { ...choice.elsewhere, text: say(choice.elsewhere.text) },
  })),
  shownWhen,
})

/**
 * Leaves out what no widget shows, because every visitor fetches it, often over a slow connection. A widget seals, so
 * it explains that.
 */
export function widgetTenantView(
  { clocks: _clocks, links: _links, inIndonesian: _inIndonesian, contact, ...shown }: WholeTenantView,
  { withTexts }: { readonly withTexts: boolean },
): TenantView {
  const { procedure, privacyNotice } = shown
  const { sealedMeaning, nextSteps } = viewWordings[shown.language].labels
  const privacyChoices = shown.privacyChoices.map((one) =>
    shown.sealing && one.choice !== 'anonymous' ? { ...one, meaning: sealedMeaning[one.choice] } : one,
  )
  return {
    ...shown,
    ...(!withTexts && { procedure: { ...procedure, rules: [] }, privacyNotice: { ...privacyNotice, text: '' } }),
    // A widget shows what it knows of a category, and that is its description.
    categories: shown.categories.map(({ nextSteps: next, ...category }) =>
      next ? { ...category, description: `${category.description} ${nextSteps({ text: next })}` } : category,
    ),
    privacyChoices,
    contact: { telephone: contact.telephone },
  }
}

function refusalOf(tenant: Tenant, unheld: readonly Duty[], language: Language) {
  const { closing } = tenant
  const refusal = closing ? closingRefusal(closing) : awaitsStaff(tenant, unheld) ? notReady() : null
  return refusal && { refusal: { code: refusal.code, detail: sentenceFor(refusal.code, language, refusal.details) } }
}

const printsLetters = ({ letters }: Pick<TenantSettings, 'letters'>, unheld: readonly Duty[]): boolean =>
  letters.on && !unheld.includes('print_and_post')

export async function trustView(tenant: Tenant, { links, receiptKeyOf, digest }: ApiOffice): Promise<UnitTrustView> {
  const { id, settings, openedAt } = tenant
  const key = await receiptKeyOf(id)
  const vouching = standingVouching(tenant)
  return {
    name: settings.name,
    parent: settings.parent,
    timeZone: settings.calendar.timeZone,
    openedAt,
    vouchedFor: vouching && { at: vouching.at, by: vouching.by, basis: vouching.basis },
    fingerprint: spokenFingerprint(digest(new TextEncoder().encode(thumbprintSource(key)))),
    form: links.hosted(id),
    page: links.office(id),
  }
}
