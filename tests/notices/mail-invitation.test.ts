import { expect, it, onTestFinished } from 'vitest'
import { openMailbox } from '../../service/adapters/mailbox/built-in-mailbox.ts'
import { mailInvitation } from '../../service/notices/mail-invitation.ts'
import type { Instant } from '../../service/shared/instant.ts'
import { anOpenHouse } from '../support/a-vault.ts'
import { organisasi } from '../support/two-units.ts'

const invitation = {
  tenant: organisasi,
  to: 'budi@kantor.example',
  language: 'id',
  office: 'Bagian Organisasi',
  link: 'https://aduan.example/admin/#/invitation/contoh',
  validDays: 7,
} as const

it('a member of staff gets their link once, and a new link as a new message', async () => {
  const { store, vault } = await anOpenHouse()
  onTestFinished(() => store.close())
  const mailbox = await openMailbox(store, vault, () => '2026-11-25T03:00:00.000Z' as Instant)
  const send = (details = {}) =>
    mailInvitation(mailbox, (tenant) => vault.hasher(tenant, 'notice'), { ...invitation, ...details })

  expect(await send()).toMatchObject({ outcome: 'accepted' })
  await send()
  await send({ link: `${invitation.link}-2` })
  const { items } = await mailbox.list(organisasi, { limit: 10 })
  expect(items).toHaveLength(2)
  expect(items.some(({ text }) => text.includes(`${invitation.link}\n`))).toBe(true)
})
