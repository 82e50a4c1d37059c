import { expect, it } from 'vitest'
import { returnTransfer } from '../../../service/desk/transfers/settlements.ts'
import { tellReceivers } from '../../../service/desk/transfers/transfers.ts'
import { openInboxStore } from '../../../service/offices/inbox/inbox.ts'
import type { Role } from '../../../service/offices/vocabulary.ts'
import type { StaffId } from '../../../service/storage/place.ts'
import { aTransferDesk, receiver } from '../../support/a-transfer-desk.ts'
import { dinas, organisasi } from '../../support/two-units.ts'

it('a case of another unit is told once to who can take it, and to nobody whom it concerns', async () => {
  const { ports, allOfStore, file, offer } = await aTransferDesk()
  const employ = (id: string, name: string, roles: readonly Role[]) =>
    ports.staff.saveMembership({
      ...{ tenant: dinas, id, name, email: `${id}@contoh.example`, position: `Jabatan ${id}`, roles },
    })
  await employ('terlapor', 'Rudi Umpama', ['verifier'])
  await employ('penangan', 'Citra Misal', ['case_handler'])
  const telling = { ...ports, inboxes: await openInboxStore(allOfStore), ring: () => {} }
  const kindsOf = async (id: string) =>
    (await telling.inboxes.read(dinas, id as StaffId)).alerts.map(({ kind, times }) => `${kind} ${times}`)

  const sent = await file('named', { reportedPerson: 'Rudi Umpama' })
  const id = await offer(sent)
  expect([await tellReceivers(telling), await tellReceivers(telling)]).toEqual([1, 0])
  expect(await kindsOf('penerima')).toEqual(['transfer_news 1'])
  for (const other of ['terlapor', 'penangan']) expect([other, await kindsOf(other)]).toEqual([other, []])

  await returnTransfer(ports, receiver, { id, reason: 'Bukan kami.' })
  const { alerts } = await ports.complaints.get(organisasi, sent.id)
  expect(alerts.at(-1)).toMatchObject({ kind: 'transfer_news', duty: 'verification' })
})
