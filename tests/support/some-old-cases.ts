import { masterKeyFile } from '../../service/adapters/files/kept-files.ts'
import { openKeyRing } from '../../service/adapters/jose/key-ring.ts'
import { createVault } from '../../service/adapters/jose/vault.ts'
import { caseKeyOf, openCase, sealDossier } from '../../service/case/store/case-seals.ts'
import { complaintSpec } from '../../service/case/store/complaint-spec.ts'
import type { ComplaintRequestInput } from '../../service/contract/complaint-request.ts'
import type { ReceiptView } from '../../service/contract/complaint-view.ts'
import { DAY, instantOf, plusMilliseconds } from '../../service/shared/instant.ts'
import { startHosted } from './a-running-service.ts'
import { unitAt } from './an-office.ts'
import { openSecretsOf, openStoreOf } from './test-store.ts'
import { organisasi } from './two-units.ts'

/** Files cases into a folder, each with the file, that were withdrawn three years ago; the service has stopped since. */
export async function someOldCases(
  folder: string,
  filings: readonly Partial<ComplaintRequestInput>[],
  file?: Uint8Array,
): Promise<readonly ReceiptView[]> {
  const service = await startHosted({ DATA_DIR: folder, LIMITS: 'off' })
  const office = unitAt(service.url)
  const receipts = await Promise.all(
    filings.map(async (filing) => {
      const held = file && ((await (await office.upload('loket.png', file)).json()) as { id: string })
      const receipt = await office.file({ ...filing, ...(held && { evidence: [held.id] }) })
      await office.reporter(receipt).post('/withdrawal', { reason: 'Sudah selesai.' })
      return receipt
    }),
  )
  await service.stop()
  await ageAll(folder, receipts, 3 * 366)
  return receipts
}

/** As if the cases had been received and withdrawn so many days before. */
async function ageAll(folder: string, receipts: readonly ReceiptView[], days: number): Promise<void> {
  const store = await openStoreOf(folder)
  const kept = await store.collection(complaintSpec)
  const secrets = await openSecretsOf(folder)
  const vault = createVault(
    await openKeyRing({
      masterKeys: await masterKeyFile(folder),
      store: secrets,
      now: () => instantOf(new Date()),
      milliseconds: () => performance.now(),
    }),
  )
  for (const { number } of receipts) {
    const one = (await kept.get(organisasi, number))!
    const earlier = <T extends (typeof one)['receivedAt'] | null>(at: T) =>
      at === null ? at : plusMilliseconds(at, -days * DAY)
    const clocks = one.clocks.map((clock) => ({ ...clock, stoppedAt: earlier(clock.stoppedAt) }))
    const older = { ...one, receivedAt: plusMilliseconds(one.receivedAt, -days * DAY), clocks }
    // The seal says when the case was received, so it is made anew.
    const dossier = await sealDossier(vault, caseKeyOf(older), older, older, await openCase(vault, one))
    await kept.replace({ ...older, dossier })
  }
  await store.close()
  await secrets.close()
}
