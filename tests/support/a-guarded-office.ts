import { concerning, planGuard } from '../../service/case/guard.ts'
import type { Complaint } from '../../service/case/shape/complaint.ts'
import type { RoleLimits, StaffMember } from '../../service/offices/staff/permissions.ts'
import type { Role } from '../../service/offices/vocabulary.ts'
import type { StaffId } from '../../service/storage/place.ts'
import { aComplaint } from './a-complaint.ts'
import { aDesk, type Desk } from './a-desk.ts'
import { organisasi } from './two-units.ts'

interface Place {
  readonly roles: readonly Role[]
  readonly reportsTo?: string
  readonly limits?: RoleLimits
}

/** A desk whose unit has these people. */
export async function anOfficeOf(places: Readonly<Record<string, Place>>, openStore?: Parameters<typeof aDesk>[0]) {
  const desk = await aDesk(openStore)
  /** Each reads what their duty concerns, as in a small unit. */
  const member = async (id: string): Promise<StaffMember> => {
    const found = await desk.ports.staff.findMember(organisasi, id as StaffId)
    if (!found) throw new Error(`Nobody is ${id}.`)
    return { ...found, isInSmallUnit: true }
  }
  const employ = async (id: string, { roles, reportsTo, limits = {} }: Place) => {
    const saved = await desk.ports.staff.saveMembership({
      tenant: organisasi,
      id,
      name: `Nama ${id}`,
      email: `${id}@contoh.example`,
      position: `Jabatan ${id}`,
      roles,
      reportsTo: reportsTo ?? null,
      limits,
    })
    await desk.ports.staff.markMatched(saved)
    return saved
  }
  for (const [id, place] of Object.entries(places)) await employ(id, place)
  return { ...desk, member, employ }
}

/** A complaint in the store that is kept from these people. */
export async function aGuardedCase(
  { ports, receive }: Pick<Desk, 'ports' | 'receive'>,
  ...concerned: readonly string[]
): Promise<Complaint> {
  const complaint = aComplaint()
  const { concerns, guard, isUnread } = await planGuard(
    ports.staff,
    organisasi,
    concerning(concerned),
    complaint.category,
  )
  return receive({
    ...complaint,
    guard,
    unreadSince: isUnread ? complaint.receivedAt : null,
    dossier: { ...complaint.dossier, concerns },
  })
}
