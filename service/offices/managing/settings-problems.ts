import type { FieldProblem } from '../../shared/refusal.ts'
import { normalizeOrigin } from '../../shared/site-origin.ts'
import { calendarProblems } from '../calendar/office-calendar.ts'
import { type CategoryRule, isBeyondLaw, type PackRules } from '../calendar/rule-pack.ts'
import { isReadableAccent } from '../colours/readable.ts'
import { questionProblems } from '../questions/question-problems.ts'
import type { Configuration } from '../tenants/configuration.ts'
import { labelProblems, labelsOf } from '../tenants/label.ts'
import { letterProblems } from '../tenants/letter-settings.ts'
import { templateProblems } from '../tenants/notice-settings.ts'
import { stepProblems } from '../tenants/steps.ts'

export function settingsProblems(settings: Configuration): FieldProblem[] {
  const { categories, privacyChoices, identityPolicy, calendar, theme } = settings
  const problems: FieldProblem[] = calendarProblems(calendar).map(({ path, code }) => ({
    path: `calendar.${path}`,
    code,
  }))
  const codes = categories.map(({ code }) => code)
  for (const [at, code] of codes.entries()) {
    if (codes.indexOf(code) !== at) problems.push({ path: `categories.${at}.code`, code: 'taken' })
  }
  if (!categories.some(({ active }) => active)) problems.push({ path: 'categories', code: 'none-active' })
  if (theme.accent && !isReadableAccent(theme.accent)) problems.push({ path: 'theme.accent', code: 'low-contrast' })
  if (!privacyChoices.includes('confidential')) {
    for (const [at, { confidential }] of categories.entries()) {
      if (confidential) problems.push({ path: `categories.${at}.confidential`, code: 'contradicts-policy' })
    }
  }
  if (privacyChoices.every((choice) => choice === 'anonymous')) {
    const findStranded = (policy: unknown, path: string) =>
      policy === 'required' && problems.push({ path, code: 'contradicts-policy' })
    findStranded(identityPolicy, 'privacyChoices')
    for (const [at, category] of categories.entries()) {
      findStranded(category.identityPolicy, `categories.${at}.identityPolicy`)
    }
  }
  return [
    ...problems,
    ...categories.flatMap(({ questions = [] }, at) =>
      questionProblems(questions).map(({ path, code }) => ({ path: `categories.${at}.questions.${path}`, code })),
    ),
    ...stepProblems(categories),
    ...labelProblems(labelsOf(settings)),
    ...ruleProblems(settings),
    ...answerProblems(settings),
    ...originProblems(settings.origins),
    ...templateProblems(settings.notices.whatsappTemplates),
    ...letterProblems(settings.letters),
    ...retentionProblems(settings),
  ]
}

const originProblems = (origins: readonly string[]): FieldProblem[] =>
  origins.flatMap((origin, at) => (normalizeOrigin(origin) === null ? [{ path: `origins.${at}`, code: 'origin' }] : []))

/**
 * A rule for an unknown category would have no effect, and of two rules for one category and clock it is unclear which
 * is meant.
 */
function ruleProblems({ rules, categories }: Configuration): FieldProblem[] {
  const named = rules.categories.map(({ category, clock }) => `${category} ${clock}`)
  return rules.categories.flatMap(({ category }, at) => {
    const path = `rules.categories.${at}.category`
    if (!categories.some(({ code }) => code === category)) return [{ path, code: 'unknown' }]
    return named.indexOf(named[at] ?? '') === at ? [] : [{ path, code: 'taken' }]
  })
}

/** @param before the rules that hold now: what stands in them already keeps nobody from changing something else */
export function problemsWithLaw({ rules, categories }: Configuration, before: PackRules): FieldProblem[] {
  const isBeyond = (pack: PackRules, rule: CategoryRule): boolean => {
    const kind = categories.find(({ code }) => code === rule.category)?.class
    return isBeyondLaw(
      pack,
      rule,
      rule.clock ?? (kind === 'oversight' ? 'handling_oversight' : 'handling_non_oversight'),
    )
  }
  const stood = new Set(before.categories.filter((rule) => isBeyond(before, rule)).map((rule) => JSON.stringify(rule)))
  return rules.categories.flatMap((rule, at) =>
    isBeyond(rules, rule) && !stood.has(JSON.stringify(rule))
      ? [{ path: `rules.categories.${at}.amount`, code: 'beyond-law' }]
      : [],
  )
}

/** The head answers complaints about officials, and no handler does so alone. */
const answerProblems = ({ categories }: Configuration): FieldProblem[] =>
  categories.flatMap(({ class: kind, handlerAnswers }, at) =>
    handlerAnswers && kind === 'oversight' ? [{ path: `categories.${at}.handlerAnswers`, code: 'oversight' }] : [],
  )

/**
 * Nothing is destroyed in the year in which it ended, and of two terms for the same cases it is unclear which is meant.
 */
function retentionProblems({ retention: { standard, exceptions } }: Configuration): FieldProblem[] {
  const terms = [
    ['retention.standard', standard] as const,
    ...exceptions.map((one, at) => [`retention.exceptions.${at}`, one] as const),
  ]
  const tooShort = terms
    .filter(([, { activeYears, inactiveYears }]) => activeYears + inactiveYears < 1)
    .map(([path]) => ({ path: `${path}.inactiveYears`, code: 'too-short' }))
  const names = exceptions.map(({ category, ending }) => `${category} ${ending}`)
  const unclear = exceptions.flatMap(({ category, ending }, at) => {
    const path = `retention.exceptions.${at}.category`
    if (category === null && ending === null) return [{ path, code: 'required' }]
    return names.indexOf(`${category} ${ending}`) === at ? [] : [{ path, code: 'taken' }]
  })
  return [...tooShort, ...unclear]
}
