import { plusMilliseconds } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { LaidKey } from '../../storage/vault.ts'
import { UNSENT_FOR } from './unsent.ts'
import type { Owner, UnsentFields, UnsentOffice } from './unsent-store.ts'

/** An act as it was ordered: its name, and what was filled in for it. */
type Order = { readonly act: string; readonly leakReason?: string | undefined }

const MOST_TRIES = 10

/** Decisions are one of two buttons; anything else that holds is a tick. */
const buttons = ['upheld', 'wellFounded', 'holds']

/** Fields whose name in the form is another one than in the act. */
const formNames: Readonly<Record<string, string>> = { ground: 'identity', staff: 'assistants' }

type Field = UnsentFields[number]

/** @param of ends the names of fields that come once for each assistant */
function fieldsOf(name: string, value: unknown, of = ''): readonly Field[] {
  if (typeof value === 'string') return [{ name: `${formNames[name] ?? name}${of}`, value }]
  if (typeof value === 'number') return [{ name, value: String(value) }]
  if (typeof value === 'boolean') {
    if (buttons.includes(name)) return [{ name, value: value ? 'yes' : 'no' }]
    return value ? [{ name, value: 'on' }] : []
  }
  if (Array.isArray(value)) return value.flatMap((one) => fieldsOf(name, one, of))
  return typeof value === 'object' && value !== null ? fieldsIn(value) : []
}

function fieldsIn(body: object): readonly Field[] {
  const { staff, ...filled } = { staff: undefined, ...body }
  const of = typeof staff === 'string' ? `-${staff}` : ''
  return [...fieldsOf('staff', staff), ...Object.entries(filled).flatMap(([name, value]) => fieldsOf(name, value, of))]
}

/** A split says of each file where it goes. */
const filesOf = ({ evidence = [], moved = [] }: { evidence?: readonly string[]; moved?: readonly string[] }) => [
  ...evidence.map((id) => ({ name: `file-${id}`, value: 'copy' })),
  ...moved.map((id) => ({ name: `file-${id}`, value: 'move' })),
]

/** The fields of the form from which the act came. */
export function fieldsOfOrder({ act, leakReason: _, ...body }: Order): UnsentFields {
  if (act !== 'split') return fieldsIn(body)
  const { evidence, moved, ...filled }: { evidence?: readonly string[]; moved?: readonly string[] } = body
  return [...fieldsIn(filled), ...filesOf({ ...(evidence && { evidence }), ...(moved && { moved }) })]
}

const textOf = (fields: UnsentFields, of: string): string => fields.find(({ name }) => name === of)?.value ?? ''

/** The fields in which one writes sentences. Why a complaint is declined is chosen from a list. */
const proseOf = (fields: UnsentFields): readonly string[] => [
  ...(fields.some(({ name }) => name === 'text') ? ['text', 'elsewhere', 'ownReason'] : ['reason', 'text']),
  ...['because', 'instruction', 'causeText', 'change', 'noProof'],
]

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
  { unsent, now }: UnsentOffice,
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
