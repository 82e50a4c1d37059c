import { expect, it, onTestFinished } from 'vitest'
import { createNoticeAllowance, openMessageCounts } from '../../../service/case/notices/message-counts.ts'
import { type Arrival, makeDraft, openArrivalStore } from '../../../service/filing/arrivals/arrivals.ts'
import type { InboundOffice } from '../../../service/filing/inbound/inbound-office.ts'
import { acknowledge, MOST_WAITING } from '../../../service/filing/inbound/senders.ts'
import type { Carrier } from '../../../service/offices/channels/notice-channel.ts'
import type { Announcement } from '../../../service/offices/channels/provider-news.ts'
import { openTenantDirectory } from '../../../service/offices/tenants/tenant-directory.ts'
import { bagianOrganisasi } from '../../../service/running/demo/bagian-organisasi.ts'
import { HOUR, type Instant, plusMilliseconds } from '../../../service/shared/instant.ts'
import { PLATFORM } from '../../../service/storage/place.ts'
import { withOwnKey } from '../../../service/storage/vault.ts'
import { mondayAtTen } from '../../support/a-complaint.ts'
import { anOpenHouse } from '../../support/a-vault.ts'
import { officeWith } from '../../support/office-with.ts'
import { organisasi } from '../../support/two-units.ts'

const announced: Announcement = {
  channel: 'email',
  providerId: 'surat',
  from: null,
  fromName: null,
  recipients: [],
  subject: 'Pengaduan',
  refersTo: '',
  text: 'Antrean terlalu lama.',
  media: [],
}

/** An office whose mailbox takes messages, and whom it answered. */
async function anOffice() {
  const { store, vault } = await anOpenHouse()
  onTestFinished(() => store.close())
  const calls: string[] = []
  const arrivals = await openArrivalStore(store, vault, () => calls.push('settle'))
  const { newKey } = withOwnKey('arrivals', vault)
  const tenants = await openTenantDirectory(store, () => performance.now())
  const unit = { tenant: PLATFORM, id: organisasi, revision: 0, openedAt: mondayAtTen, settings: bagianOrganisasi }
  await tenants.add(unit)
  const answered: string[] = []
  const send: Carrier['send'] = async ({ to }) => {
    answered.push(to)
    return { outcome: 'accepted', answer: '250' }
  }
  let time: Instant = mondayAtTen
  const ports = officeWith<InboundOffice>({
    arrivals,
    carriers: [{ channel: 'email', send } as Carrier],
    tenants,
    noticeHasher: async () => (text: string) => text,
    noticeAllowance: createNoticeAllowance(
      await openMessageCounts(
        store,
        async () => (text) => text,
        () => time,
      ),
    ),
    publicUrl: 'https://aduan.example',
    now: () => time,
  })
  return {
    answered,
    /** What the store asked for. */
    calls,
    goOn: (milliseconds: number) => {
      time = plusMilliseconds(time, milliseconds)
    },
    async write(from: string) {
      const id = `surat-${from}`
      const content = { ...announced, from, quoted: '', files: [], refused: [], answers: null, mentions: null }
      const message: Omit<Arrival, 'version'> = {
        ...{ tenant: organisasi, id, channel: 'email', arrivedAt: time, state: 'waiting', ignoredFor: null },
        ...{ nextTryAt: time, tries: 0, senderMark: from, messageMark: null, marks: [], rawId: null },
        ...{ acknowledgedAt: null, forgetAt: null, key: await newKey(organisasi, id) },
        content: { ...content, discardedBecause: null },
      }
      await arrivals.add(message)
      const draft = await arrivals.replace(makeDraft(await arrivals.get(organisasi, id), []))
      await acknowledge(ports, draft)
    },
  }
}

it('an office does not write to a thousand strangers because somebody named them as senders', async () => {
  const { write, answered, goOn } = await anOffice()
  for (let count = 0; count < MOST_WAITING + 20; count++) await write(`warga-${count}@warga.example`)
  expect(answered).toHaveLength(MOST_WAITING)
  goOn(HOUR + 1)
  await write('siti@warga.example')
  expect(answered.at(-1)).toBe('siti@warga.example')
})

it('each message is settled once it is there, and one that comes again calls for nothing', async () => {
  const { write, calls } = await anOffice()
  await write('siti@warga.example')
  await write('budi@warga.example')
  expect(calls).toEqual(['settle', 'settle'])
  await write('siti@warga.example').catch(() => {})
  expect(calls).toHaveLength(2)
})
