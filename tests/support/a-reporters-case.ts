import { identityOf } from '../../service/case/store/case-seals.ts'
import type { sealIdentity } from '../../service/filing/reporter-identity.ts'
import type { PrivacyChoice } from '../../service/offices/vocabulary.ts'
import type { Identity } from '../../service/storage/vault.ts'
import { aComplaint } from './a-complaint.ts'
import { aDesk } from './a-desk.ts'
import { sealedReporter } from './sealed-reporter.ts'
import { organisasi } from './two-units.ts'

/** A case of Siti Contoh at a desk, and what the office keeps of her. */
export async function aReportersCase(
  privacy: PrivacyChoice = 'named',
  given: Parameters<typeof sealIdentity>[3] = { name: 'Siti Contoh', phone: '0812-0000-0001', channels: ['whatsapp'] },
) {
  const desk = await aDesk()
  const reporter = await sealedReporter(desk.ports.vault, privacy, given)
  const { identity, maskedReporter, noticeChannels, filing } = reporter
  const received = await desk.receive(
    aComplaint({ privacy, identity, noticeChannels, filing, dossier: { maskedReporter } }),
  )
  const access = { tenant: organisasi, number: received.id }
  const now = () => desk.ports.complaints.get(organisasi, received.id)
  return {
    ...desk,
    received,
    number: received.id,
    access,
    now,
    async kept(): Promise<Identity | null> {
      return identityOf(desk.ports.vault, await now())
    },
  }
}
