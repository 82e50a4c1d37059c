import type { StaffDirectory } from '../../offices/staff/staff-directory.ts'
import type { StaffMember } from '../../offices/staff/staff-member.ts'
import type { Language } from '../../offices/vocabulary.ts'
import type { Clock } from '../../shared/instant.ts'
import type { Vault } from '../../storage/vault.ts'
import { type Cover, coverComplaint, coverSubject, isCoveredFrom } from '../cover-words.ts'
import { redactComplaint } from '../redact-complaint.ts'
import type { Complaint } from '../shape/complaint.ts'
import { identityOf } from '../store/identity-of.ts'

export interface CoverPorts {
  readonly vault: Vault
  readonly staff: StaffDirectory
  readonly now: Clock
}

/** What must be covered in a case, or `null` if this person reads all of it. */
export async function coverFor(
  { vault, staff, now }: CoverPorts,
  viewer: Pick<StaffMember, 'id' | 'tenant'>,
  complaint: Complaint,
  language: Language = 'id',
): Promise<Cover | null> {
  return isCoveredFrom(viewer.id, complaint, now()) ? coverOf({ vault, staff }, complaint, language) : null
}

async function coverOf(
  { vault, staff }: Omit<CoverPorts, 'now'>,
  complaint: Complaint,
  language: Language,
): Promise<Cover> {
  const [own, members] = await Promise.all([identityOf(vault, complaint), staff.members(complaint.tenant)])
  return { own, staff: members.flatMap(({ name, formerNames = [] }) => [name, ...formerNames]), language }
}

/** A case as this person may read it. */
export async function readAs(
  ports: CoverPorts,
  viewer: Pick<StaffMember, 'id' | 'tenant'>,
  complaint: Complaint,
  language?: Language,
): Promise<Complaint> {
  const cover = await coverFor(ports, viewer, complaint, language)
  return cover ? coverComplaint(complaint, cover) : complaint
}

/** A case as this person may take it out of the unit: on paper, or in an export. */
export const takeOutAs = async (
  ports: CoverPorts,
  viewer: Pick<StaffMember, 'id' | 'tenant'>,
  complaint: Complaint,
  language?: Language,
): Promise<Complaint> => readAs(ports, viewer, redactComplaint(complaint, language), language)

/** Cases for a list, which shows of what the reporter wrote only the subject. */
export const listAs = (
  ports: CoverPorts,
  viewer: Pick<StaffMember, 'id' | 'tenant'>,
  complaints: readonly Complaint[],
  language?: Language,
): Promise<Complaint[]> =>
  Promise.all(
    complaints.map(async (complaint) => {
      const cover = await coverFor(ports, viewer, complaint, language)
      return cover ? coverSubject(complaint, cover) : complaint
    }),
  )

/**
 * A case as it leaves the unit, the same for every sender: without the words that staff took out and, where the
 * identity stays, without those that tell who the reporter is. Of a named reporter only their own words stay behind,
 * because nobody promised that other names are kept.
 */
export async function asItLeaves(
  ports: Omit<CoverPorts, 'now'>,
  complaint: Complaint,
  { identityStays }: { readonly identityStays: boolean },
): Promise<Complaint> {
  if (!identityStays) return redactComplaint(complaint)
  const cover = await coverOf(ports, complaint, 'id')
  return coverComplaint(redactComplaint(complaint), { ...cover, ownAlone: complaint.privacy === 'named' })
}
