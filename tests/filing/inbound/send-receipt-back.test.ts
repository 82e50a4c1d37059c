import { expect, it, onTestFinished } from 'vitest'
import { openMailbox } from '../../../service/adapters/mailbox/built-in-mailbox.ts'
import { sendReceiptBack } from '../../../service/filing/inbound/arrival-drafts.ts'
import type { InboundOffice } from '../../../service/filing/inbound/inbound-office.ts'
import { bagianOrganisasi } from '../../../service/running/demo/bagian-organisasi.ts'
import { mondayAtTen } from '../../support/a-complaint.ts'
import { anOpenHouse } from '../../support/a-vault.ts'
import { officeWith } from '../../support/office-with.ts'
import { organisasi } from '../../support/two-units.ts'

it('where no mail leaves, no tracking code lies in the built-in mailbox, which an admin reads', async () => {
  const { store, vault } = await anOpenHouse()
  onTestFinished(() => store.close())
  const mailbox = await openMailbox(store, vault, () => mondayAtTen)
  const ports = officeWith<InboundOffice>({
    carriers: [mailbox],
    noticeHasher: async () => (text: string) => text.replace(/\W/g, '-'),
    publicUrl: 'https://aduan.example',
    log: { info() {}, warn() {}, error() {} },
  })
  const words = { providerId: 'surat', subject: 'Pengaduan', text: 'Antrean terlalu lama.', quoted: '', refersTo: '' }
  const sender = { from: 'siti@warga.example', fromName: null, recipients: [] }
  const content = { ...words, ...sender, media: [], files: [], refused: [], answers: null, mentions: null }
  const arrival = { id: 'surat', tenant: organisasi, channel: 'email' } as const
  const received = { complaint: { id: 'BO-2026-000001' }, trackingCode: '7KQM-2XRD-HH4P-9WTB-CE3V' }
  const unit = { settings: bagianOrganisasi }
  expect(
    await sendReceiptBack(ports, { ...arrival, content: { ...content, discardedBecause: null } }, received, unit),
  ).toBe(false)
  expect((await mailbox.list(organisasi, { limit: 10 })).items).toEqual([])
})
