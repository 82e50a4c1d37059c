import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { type Mailbox, mailboxSpec, openMailbox } from '../../../service/adapters/mailbox/built-in-mailbox.ts'
import { instantOf } from '../../../service/shared/instant.ts'
import { InvalidCursor } from '../../../service/storage/collection.ts'
import { withOwnKey } from '../../../service/storage/vault.ts'
import { aMessage } from '../../support/a-message.ts'
import { anOpenHouse } from '../../support/a-vault.ts'
import { dinas, organisasi } from '../../support/two-units.ts'
import { channelConformance } from '../channel-conformance.ts'

let seconds = 0
const now = () => instantOf(new Date(Date.UTC(2026, 10, 25, 3, 0, seconds++)))

async function aMailbox() {
  const house = await anOpenHouse()
  onTestFinished(() => house.store.close())
  return { ...house, mailbox: await openMailbox(house.store, house.vault, now) }
}

const everything = (mailbox: Mailbox) => mailbox.list(organisasi, { limit: 100 })

channelConformance(
  'the built-in mailbox',
  async () => {
    const { store, vault } = await anOpenHouse()
    const mailbox = await openMailbox(store, vault, now)
    return {
      carrier: mailbox,
      message: aMessage,
      personal: ['siti.contoh'],
      delivered: async () => (await everything(mailbox)).items,
      goAway: () => store.close(),
      close: () => store.close(),
    }
  },
  { honoursKeys: true, takes: 'kept', answered: [] },
)

it('shows the newest first, page by page', async () => {
  const { mailbox } = await aMailbox()
  for (const subject of ['Satu', 'Dua', 'Tiga']) await mailbox.send(aMessage({ subject }))

  const first = await mailbox.list(organisasi, { limit: 2 })
  expect(first.items.map(({ subject }) => subject)).toEqual(['Tiga', 'Dua'])
  const second = await mailbox.list(organisasi, { limit: 2, after: first.nextCursor! })
  expect(second.items.map(({ subject }) => subject)).toEqual(['Satu'])
  expect(second.nextCursor).toBeNull()
})

it('refuses a cursor that is none', async () => {
  const { mailbox } = await aMailbox()
  await expect(mailbox.list(organisasi, { limit: 2, after: 'bukan' })).rejects.toBeInstanceOf(InvalidCursor)
})

it('shows another unit nothing', async () => {
  const { mailbox } = await aMailbox()
  await mailbox.send(aMessage())
  expect((await mailbox.list(dinas, { limit: 10 })).items).toEqual([])
})

it('shows of no mail to whom it was to go, also where an earlier version kept it masked', async () => {
  const { mailbox, store, vault } = await aMailbox()
  await mailbox.send(aMessage({ to: 'siti.contoh@warga.example' }))
  const own = withOwnKey('mailbox', vault)
  const earlier = { tenant: organisasi, id: 'earlier', key: await own.newKey(organisasi, 'earlier') }
  const { subject, text } = aMessage()
  const sealed = await own.seal(earlier, 'sealed', { to: 's…@warga.example', subject, text })
  await (await store.collection(mailboxSpec)).insert({ ...earlier, at: now(), sealed })
  const { items } = await everything(mailbox)
  expect(items).toHaveLength(2)
  expect(JSON.stringify(items)).not.toContain('warga.example')
})

it('leaves nothing readable in the store', async () => {
  const { mailbox, folder, store } = await aMailbox()
  await mailbox.send(aMessage({ subject: 'Perihal rahasia', text: 'Isi rahasia' }))
  await store.close()

  const files = await Promise.all((await readdir(folder)).map((file) => readFile(join(folder, file))))
  const bytes = Buffer.concat(files)
  expect(bytes.includes('mailbox')).toBe(true)
  for (const secret of ['siti', 'warga.example', 'rahasia']) expect(bytes.includes(secret)).toBe(false)
})
