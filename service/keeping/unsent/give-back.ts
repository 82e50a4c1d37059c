import type { Clock } from '../../shared/instant.ts'
import { plusMilliseconds } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { LaidKey } from '../../storage/vault.ts'
import { UNSENT_FOR } from './keep-unsent.ts'
import type { Owner, UnsentFields, UnsentStore } from './unsent-store.ts'

interface GiveBackPorts {
  readonly unsent: UnsentStore
  readonly now: Clock
}

/** An act as it was ordered: its name, and what was filled in for it. */
type Order = { readonly act: string; readonly leakReason?: string | undefined }

const MOST_TRIES = 10

/** A decision is one of two buttons; anything else that holds is a tick. */
const asField = (name: string, value: boolean): UnsentFields =>
  name === 'upheld' ? [{ name, value: value ? 'yes' : 'no' }] : value ? [{ name, value: 'on' }] : []

/** The fields of the form from which the act came. */
export function fieldsOfOrder({ act: _, leakReason: __, ...body }: Order): UnsentFields {
  return Object.entries(body).flatMap(([name, value]) => {
    if (typeof value === 'string') return [{ name, value }]
    if (typeof value === 'number') return [{ name, value: String(value) }]
    if (typeof value === 'boolean') return asField(name, value)
    return Array.isArray(value) ? value.map((one) => ({ name, value: String(one) })) : []
  })
}

const textOf = (fields: UnsentFields, of: string): string => fields.find(({ name }) => name === of)?.value ?? ''

/** The fields in which one writes sentences. Why a complaint is declined is chosen from a list. */
const proseOf = (fields: UnsentFields): readonly string[] =>
  fields.some(({ name }) => name === 'text') ? ['text', 'elsewhere', 'ownReason'] : ['reason', 'text']

/** What was typed meanwhile stands after what came back, so that no word is lost. */
export function joinFields(back: UnsentFields, typed: UnsentFields): UnsentFields {
  const prose = proseOf(back)
  const joined = prose.map((name) => {
    const parts = [textOf(back, name), textOf(typed, name)]
    return { name, value: parts.filter((part, at, all) => part && all.indexOf(part) === at).join('\n\n') }
  })
  return [
    ...back.filter(({ name }) => !prose.includes(name)),
    ...joined.filter(({ name, value }) => value !== '' || name === prose[0]),
  ]
}

/**
 * Lays the words of an act that is not done where its author typed them.
 * @returns how to undo that where the act was done after all
 * @throws Refusal `unsent/changed-elsewhere` where the author types faster than this writes
 */
export async function giveBackUnsent(
  { unsent, now }: GiveBackPorts,
  owner: Owner,
  number: string,
  order: Order,
  caseKey: LaidKey,
): Promise<() => Promise<void>> {
  const place = { number, kind: order.act }
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const typed = await unsent.find(owner, place, caseKey)
    const fields = joinFields(fieldsOfOrder(order), typed?.fields ?? [])
    const at = now()
    const expiresAt = plusMilliseconds(at, UNSENT_FOR)
    const saved = await unsent.save(
      owner,
      { ...place, version: typed?.version ?? 0, savedAt: at, fields },
      expiresAt,
      caseKey,
    )
    if (!saved) continue
    return async () => {
      if (typed) await unsent.save(owner, { ...typed, version: saved.version }, expiresAt, caseKey)
      else await unsent.drop(owner, place)
    }
  }
  throw new Refusal('conflict', 'unsent/changed-elsewhere')
}
