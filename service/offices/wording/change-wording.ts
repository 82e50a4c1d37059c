import { Refusal } from '../../shared/refusal.ts'
import { requirePermission, type StaffMember } from '../staff/permissions.ts'
import { tidyText } from './check-text.ts'
import { defaultText } from './default-text.ts'
import type { MessageText } from './message-text.ts'
import { type Judging, previewText } from './preview-text.ts'
import { judgingFor, type SeenWording, slotFor, viewWording, type WordingOffice } from './read-wording.ts'
import { newestOf, type WordingSlot, withVersion, wordingId } from './unit-wording.ts'
import { changedMeanwhile } from './wording-store.ts'

export interface WordingChange {
  readonly id: string
  /** The number of the version that the person was looking at; 0 if there was none. */
  readonly revision: number
  /** `null` returns to the default. */
  readonly text: MessageText | null
  /** The person was warned that words seem to reveal somebody, and confirmed them. */
  readonly keepWords: boolean
}

/** A text that equals the default counts as the default. */
export async function changeWording(
  office: WordingOffice,
  staff: StaffMember,
  { id, revision, text: written, keepWords }: WordingChange,
): Promise<SeenWording> {
  requirePermission(staff, 'tenant.configure')
  const slot = slotFor(id)
  const tenant = await office.tenants.get(staff.tenant)
  const text = written && chooseText(tidyText(written, slot), slot)
  if (text) await refuseUnlessSound(office, staff, text, slot, judgingFor(office, tenant, slot), keepWords)
  const versions = await office.wordings.change(staff.tenant, slot, async (before) => {
    if ((newestOf(before)?.number ?? 0) !== revision) throw changedMeanwhile()
    const after = withVersion(before, text, staff.id, office.now())
    if (after !== before) {
      const detail = `${text ? 'own' : 'ours'} ${newestOf(after)?.number}`
      await office.record(staff.tenant, { by: staff.id, act: 'wording.changed', subject: wordingId(slot), detail })
    }
    return after
  })
  return viewWording(office, tenant, slot, versions)
}

function chooseText(text: MessageText, { event, channel, language }: WordingSlot): MessageText | null {
  const ours = defaultText(event, channel, language)
  return text.subject === ours.subject && text.text === ours.text ? null : text
}

async function refuseUnlessSound(
  { record }: WordingOffice,
  { tenant, id: by }: StaffMember,
  text: MessageText,
  slot: WordingSlot,
  judging: Judging,
  keepWords: boolean,
): Promise<void> {
  const { problems, beyond, needs, telling } = previewText(text, slot, judging)
  if (problems.length > 0) {
    throw new Refusal(
      'invalid',
      'request/invalid',
      {},
      problems.map(({ path, code }) => ({ path, code })),
    )
  }
  if (beyond.length > 0) throw new Refusal('conflict', 'wording/beyond-level', { needs, level: judging.level })
  if (telling.length === 0 || keepWords) return
  const found = [...new Set(telling.map(({ kind }) => kind))]
  await record(tenant, { by, act: 'leak.warned', subject: wordingId(slot), detail: found.join(' ') })
  throw new Refusal('conflict', 'wording/telling', { found })
}
