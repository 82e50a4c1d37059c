import { type OpeningOffice, openTenant } from '../../offices/managing/tenants.ts'
import type { AccountOffice } from '../../offices/staff/account-office.ts'
import type { NewMember } from '../../offices/staff/add-member.ts'
import type { TenantSettings } from '../../offices/tenants/tenant.ts'
import type { TenantId } from '../../storage/place.ts'
import { bagianOrganisasi, bagianOrganisasiSlug } from './bagian-organisasi.ts'
import { dinasContoh, dinasContohSlug } from './dinas-contoh.ts'

export interface DemoAccount {
  readonly email: string
  readonly password: string
  readonly position: string
}

type DemoMember = Omit<NewMember, 'email'> & { readonly mailbox: string }

const staffOf = ({ shortName }: TenantSettings): readonly DemoMember[] => [
  { mailbox: 'admin', name: 'Ani Peraga', position: 'Admin unit', roles: ['tenant_admin'] },
  { mailbox: 'verifikator', name: 'Bayu Peraga', position: 'Petugas verifikasi', roles: ['verifier'] },
  {
    mailbox: 'petugas',
    name: 'Citra Peraga',
    position: 'Petugas penerima dan penangan',
    roles: ['intake_officer', 'case_handler'],
  },
  { mailbox: 'kepala', name: 'Dewi Peraga', position: `Kepala ${shortName}`, roles: ['unit_head'] },
  { mailbox: 'kustodian', name: 'Eko Peraga', position: 'Pemegang kunci identitas', roles: ['identity_custodian'] },
  { mailbox: 'inspektorat', name: 'Fajar Peraga', position: 'Auditor Inspektorat', roles: ['internal_auditor'] },
]

/**
 * Opens the demo tenants with their staff.
 * @param passwordFor makes a password for each account, or returns one for all
 */
export async function openDemo(
  ports: OpeningOffice & AccountOffice,
  passwordFor: () => string,
): Promise<readonly DemoAccount[]> {
  const units: readonly (readonly [slug: string, settings: TenantSettings])[] = [
    [bagianOrganisasiSlug, bagianOrganisasi],
    [dinasContohSlug, dinasContoh],
  ]
  const accounts: DemoAccount[] = []
  const hashes = new Map<string, Promise<string>>()
  const hashOf = (password: string) => {
    const hash = hashes.get(password) ?? ports.passwords.hash(password)
    hashes.set(password, hash)
    return hash
  }
  for (const [slug, settings] of units) {
    // A demo is for trying out, where a mail that is only kept is what one wants.
    const { id } = await openTenant({ ...ports, reachesReporters: true }, slug, settings)
    for (const { mailbox, ...member } of staffOf(settings)) {
      const email = `${mailbox}@${slug}.demo`
      const password = passwordFor()
      await placeDemoMember(ports, id, { ...member, email }, await hashOf(password))
      accounts.push({ email, password, position: member.position })
    }
  }
  return accounts
}

/** Demo staff are active from the start: their passwords are printed once, and nobody is invited. */
async function placeDemoMember(
  { staff, newId, now }: Pick<AccountOffice, 'staff' | 'newId' | 'now'>,
  tenant: TenantId,
  { name, email, position, roles }: NewMember,
  passwordHash: string,
): Promise<void> {
  const from = { since: now(), addressConfirmedAt: now() }
  const account = { name, email, passwordHash, operator: false, invitation: null, ...from }
  const { id } = await staff.accountFor({ id: newId(), ...account })
  await staff.saveMembership({ tenant, id, name, email, position, roles })
}
