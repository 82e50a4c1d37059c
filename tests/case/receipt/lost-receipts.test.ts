import { expect, it } from 'vitest'
import { checkSignedReceipt, type ReceiptOffice } from '../../../service/case/receipt/issued-receipts.ts'
import { roomOf } from '../../../service/offices/practice/practice.ts'
import { mondayAtTen } from '../../support/a-complaint.ts'
import { aDesk } from '../../support/a-desk.ts'
import { officeWith } from '../../support/office-with.ts'
import { organisasi } from '../../support/two-units.ts'

it('a receipt of practice is never told as one whose complaint was lost, and is not counted', async () => {
  const { ports } = await aDesk()
  const gap = { series: '2026', from: 1, to: 9, asOf: mondayAtTen, restoredAt: mondayAtTen }
  const room = roomOf(organisasi, 'latihan')
  for (const tenant of [organisasi, room]) await ports.complaints.numberGaps.add({ ...gap, tenant })
  const check = (tenant: typeof room, number: string) =>
    checkSignedReceipt(
      officeWith<ReceiptOffice>({
        ...ports,
        readSignedReceipt: async () => ({ tenant, number, receivedAt: mondayAtTen, receiptId: `tanda-${number}` }),
      }),
      'tanda tangan',
    )
  expect(await check(organisasi, 'BO-2026-000003')).toMatchObject({ is: 'lost', asOf: mondayAtTen })
  expect(await check(room, 'LATIHAN-2026-000003')).toEqual({ is: 'unknown' })
  expect((await ports.lostReceipts.find(room, { index: 'checked', limit: 10 })).items).toEqual([])
})
