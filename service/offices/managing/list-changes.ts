import { currentPack } from '../calendar/rule-pack.ts'
import type { ChangedValue } from '../tenants/settings-change.ts'
import { type TenantSettings, usualLockMinutes } from '../tenants/tenant.ts'

/** Long texts and pictures are cut, because the history tells of a change and is no copy. */
const MOST_CHARACTERS = 400

/** What a setting that came later means where it is missing: no, none, or a usual number. */
const meantBy: Readonly<Record<string, string>> = { lockAfterMinutes: String(usualLockMinutes), labels: '' }
const meaningOf = (path: string): string => meantBy[path] ?? 'false'

/** Lists what an edit changed. Items of a list are known by their code, not by their place. */
export function listChanges(before: TenantSettings, after: TenantSettings): readonly ChangedValue[] {
  const [from, to] = [valuesOf(before), valuesOf(after)]
  return [...new Set([...from.keys(), ...to.keys()])]
    .filter((path) => (from.get(path) ?? meaningOf(path)) !== (to.get(path) ?? meaningOf(path)))
    .map((path) => ({ path, from: cut(from.get(path)), to: cut(to.get(path)) }))
}

const cut = (value: string | undefined): string | null =>
  value === undefined ? null : value.length > MOST_CHARACTERS ? `${value.slice(0, MOST_CHARACTERS)}…` : value

/** What the service keeps beside an edit is none of its changes. */
function valuesOf({ rulePacks, calendar, privacyNotice, ...settings }: TenantSettings): ReadonlyMap<string, string> {
  const { formerWeeks: _, ...editable } = calendar
  const { clocks, categories, extension } = currentPack(rulePacks)
  const { version: __, ...notice } = privacyNotice
  const rules = { clocks, categories, extension }
  return new Map(flatten({ ...settings, calendar: editable, privacyNotice: notice, rules }, []))
}

const keptByService: readonly string[] = ['formerLabels', 'formerNextSteps']

type Flat = readonly (readonly [path: string, value: string])[]

function flatten(value: unknown, path: readonly string[]): Flat {
  if (value === null || value === undefined) return []
  if (typeof value !== 'object') return [[path.join('.'), String(value)]]
  if (Array.isArray(value)) return flattenItems(value, path)
  return Object.entries(value).flatMap(([key, part]) =>
    keptByService.includes(key) ? [] : flatten(part, [...path, key]),
  )
}

const flattenItems = (items: readonly unknown[], path: readonly string[]): Flat =>
  items.every((item) => typeof item !== 'object')
    ? [[path.join('.'), items.join(', ')]]
    : items.flatMap((item, at) => flatten(item, [...path, keyOf(item) ?? String(at + 1)]))

/** Items of a list are known by a code, the category of a rule and its clock, a day or a year. */
function keyOf(item: unknown): string | null {
  if (typeof item !== 'object' || item === null) return null
  const [, key] = Object.entries(item).find(([name]) => ['code', 'category', 'day', 'year'].includes(name)) ?? []
  if (key === undefined || key === '') return null
  return 'clock' in item && item.clock ? `${key}.${item.clock}` : String(key)
}
