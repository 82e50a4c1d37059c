import { sealIdentity } from '../../service/complaints/reporter-identity.ts'
import type { PrivacyChoice } from '../../service/complaints/vocabulary.ts'
import type { Identity } from '../../service/identity/vault.ts'
import { aComplaint } from './a-complaint.ts'
import { aDesk } from './a-desk.ts'
import { organisasi } from './two-units.ts'

/** A case of Siti Contoh at a desk, and what the office keeps of her. */
export async function aReportersCase(
  privacy: PrivacyChoice = 'named',
  given: Parameters<typeof sealIdentity>[3] = { name: 'Siti Contoh', phone: '0812-0000-0001', channels: ['whatsapp'] },
) {
  const desk = await aDesk()
  const { identity, maskedReporter, noticeChannels } = await sealIdentity(desk.ports.vault, organisasi, privacy, given)
  const received = await desk.receive(aComplaint({ privacy, identity, noticeChannels, dossier: { maskedReporter } }))
  const access = { tenant: organisasi, number: received.id }
  const now = () => desk.ports.complaints.get(organisasi, received.id)
  return {
    ...desk,
    received,
    number: received.id,
    access,
    now,
    async kept(): Promise<Identity | null> {
      const sealed = (await now()).identity
      return sealed && ((await desk.ports.vault.open(organisasi, sealed.key, sealed.identity)) as Identity)
    },
  }
}
