import { calendarProblems } from '../deadlines/office-calendar.ts'
import type { FieldProblem } from '../shared/refusal.ts'
import type { TenantSettings } from './tenant.ts'

/** What would leave a unit unable to take complaints or to count its dates, beyond what single fields can tell. */
export function settingsProblems(settings: TenantSettings): FieldProblem[] {
  const { categories, privacyChoices, identityPolicy, calendar } = settings
  const problems: FieldProblem[] = calendarProblems(calendar).map(({ path, code }) => ({
    path: `calendar.${path}`,
    code,
  }))
  const codes = categories.map(({ code }) => code)
  for (const [at, code] of codes.entries()) {
    if (codes.indexOf(code) !== at) problems.push({ path: `categories.${at}.code`, code: 'taken' })
  }
  if (!categories.some(({ active }) => active)) problems.push({ path: 'categories', code: 'none-active' })
  if (identityPolicy === 'required' && privacyChoices.every((choice) => choice === 'anonymous')) {
    problems.push({ path: 'privacyChoices', code: 'contradicts-policy' })
  }
  return problems
}
