import { Refusal } from '../../shared/refusal.ts'
import type { TenantId } from '../../storage/place.ts'
import type { DisclosureLevel, NoticeChannel } from '../notice-vocabulary.ts'
import { requirePermission, type StaffMember } from '../staff/permissions.ts'
import type { StaffOffice } from '../staff/staff-office.ts'
import { templateFor } from '../tenants/notice-settings.ts'
import type { Tenant } from '../tenants/tenant.ts'
import type { TenantDirectory } from '../tenants/tenant-directory.ts'
import { defaultText } from './default-text.ts'
import type { MessageText } from './message-text.ts'
import { type Judging, previewText, type TextPreview } from './preview-text.ts'
import { standardLevels } from './text-for.ts'
import { newestOf, slotNamed, type WordingSlot, type WordingVersion, wordingId, wordingSlots } from './unit-wording.ts'
import type { WordingStore } from './wording-store.ts'

export interface WordingOffice extends StaffOffice {
  readonly wordings: WordingStore
}

/** The default, the tenant's own, or its own with a problem since. */
export type WordingState = 'ours' | 'own' | 'attention'

export interface ListedWording extends WordingSlot {
  readonly id: string
  readonly state: WordingState
  readonly newest: WordingVersion | null
  /** Outside its window WhatsApp takes only a template; `false` if the tenant has none for this. */
  readonly hasTemplate: boolean
}

export interface UnitWording {
  readonly levels: Readonly<Record<NoticeChannel, DisclosureLevel>>
  readonly texts: readonly ListedWording[]
}

export interface ChosenWording {
  readonly level: DisclosureLevel
  readonly own: { readonly number: number; readonly text: MessageText } | null
}

/**
 * @param isReadHere whether staff read a channel's messages here; nothing that was written about a case goes there
 */
export async function chosenWording(
  { tenants, wordings }: { readonly tenants: Pick<TenantDirectory, 'get'>; readonly wordings: WordingStore },
  unit: TenantId,
  slot: WordingSlot,
  isReadHere: boolean,
): Promise<ChosenWording> {
  const [tenant, versions] = await Promise.all([tenants.get(unit), wordings.versions(unit, slot)])
  const newest = newestOf(versions)
  const own = newest?.text ? { number: newest.number, text: newest.text } : null
  const level = levelsOf(tenant)[slot.channel]
  return { level: isReadHere && level === 'with_content' ? 'with_status' : level, own }
}

export const levelsOf = ({ noticeLevels }: Pick<Tenant, 'noticeLevels'>): UnitWording['levels'] => ({
  ...standardLevels,
  ...noticeLevels,
})

export const judgingFor = ({ links, now }: WordingOffice, tenant: Tenant, { channel }: WordingSlot): Judging => ({
  settings: tenant.settings,
  level: levelsOf(tenant)[channel],
  link: links.follow(tenant.id),
  now: now(),
})

export const isSound = ({ problems, beyond }: TextPreview): boolean => problems.length === 0 && beyond.length === 0

export async function listWording(office: WordingOffice, staff: StaffMember): Promise<UnitWording> {
  requirePermission(staff, 'tenant.configure')
  const [tenant, chosen] = await Promise.all([office.tenants.get(staff.tenant), office.wordings.list(staff.tenant)])
  const newest = new Map(chosen.map(({ slot, versions }) => [wordingId(slot), newestOf(versions)]))
  const { whatsappTemplates } = tenant.settings.notices
  return {
    levels: levelsOf(tenant),
    texts: wordingSlots.map((slot) => {
      const id = wordingId(slot)
      const version = newest.get(id) ?? null
      const state = version?.text ? stateOf(version.text, slot, judgingFor(office, tenant, slot)) : 'ours'
      return { ...slot, id, state, newest: version, hasTemplate: templateFor(whatsappTemplates, slot) !== null }
    }),
  }
}

const stateOf = (own: MessageText, slot: WordingSlot, judging: Judging): WordingState =>
  isSound(previewText(own, slot, judging)) ? 'own' : 'attention'

export interface SeenWording {
  readonly slot: WordingSlot
  readonly tenant: Tenant
  readonly versions: readonly WordingVersion[]
  readonly ours: MessageText
  readonly preview: TextPreview
}

export async function readWording(office: WordingOffice, staff: StaffMember, id: string): Promise<SeenWording> {
  requirePermission(staff, 'tenant.configure')
  const slot = slotFor(id)
  return viewWording(
    office,
    await office.tenants.get(staff.tenant),
    slot,
    await office.wordings.versions(staff.tenant, slot),
  )
}

export function viewWording(
  office: WordingOffice,
  tenant: Tenant,
  slot: WordingSlot,
  versions: readonly WordingVersion[],
): SeenWording {
  const ours = defaultText(slot.event, slot.channel, slot.language)
  const text = newestOf(versions)?.text ?? ours
  return { slot, tenant, versions, ours, preview: previewText(text, slot, judgingFor(office, tenant, slot)) }
}

/** Previews an unsaved text. */
export async function tryWording(
  office: WordingOffice,
  staff: StaffMember,
  { id, ...written }: MessageText & { readonly id: string },
): Promise<TextPreview> {
  requirePermission(staff, 'tenant.configure')
  const slot = slotFor(id)
  return previewText(written, slot, judgingFor(office, await office.tenants.get(staff.tenant), slot))
}

export function slotFor(id: string): WordingSlot {
  const slot = slotNamed(id)
  if (!slot) throw new Refusal('not-found', 'wording/unknown')
  return slot
}
