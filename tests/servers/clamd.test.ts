import { afterAll, expect, it } from 'vitest'
import { clamdScanner } from '../../service/adapters/clamd/clamd-scanner.ts'
import { aFolder } from '../support/a-folder.ts'
import { refusalIn } from '../support/a-problem.ts'
import { startProcess } from '../support/a-running-service.ts'
import { unitAt } from '../support/an-office.ts'
import { startRealClamd } from '../support/real-clamd.ts'
import { aPng } from '../support/some-files.ts'
import { eicar } from '../support/stand-in-clamd.ts'

const clamd = await startRealClamd(2).catch((reason: unknown) => {
  if (process.env.CI_REQUIRE_CLAMD === '1') throw reason
  return { missing: String(reason).split('\n')[0] }
})

if ('missing' in clamd) {
  it.skip(`evidence is scanned by a real clamd (no clamd: ${clamd.missing})`, () => {})
} else {
  const service = await startProcess({ DATA_DIR: await aFolder(), CLAMD_URL: clamd.url, LIMITS: 'off' })

  afterAll(async () => {
    await service.stop()
    await clamd.stop()
  })

  async function* inPieces(bytes: Buffer, size: number) {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
  }
  const ask = (bytes: Buffer, size = 64 * 1024) =>
    clamdScanner(clamd.address).scan(inPieces(bytes, size), new AbortController().signal)

  it('clamd finds malware, in one piece and in pieces of seven bytes', async () => {
    const found = { kind: 'infected', signature: 'Contoh.Eicar.UNOFFICIAL' }
    expect(await ask(Buffer.from(eicar))).toEqual(found)
    expect(await ask(Buffer.from(`Awal. ${eicar}`), 7)).toEqual(found)
  })

  it('clamd finds nothing in a picture and in a megabyte of nothing', async () => {
    expect(await ask(aPng)).toEqual({ kind: 'clean' })
    expect(await ask(Buffer.alloc(1_048_576))).toEqual({ kind: 'clean' })
  })

  it('clamd has no verdict on more than it takes', async () => {
    const { kind } = await ask(Buffer.alloc(8 * 1_048_576))
    expect(['too_large', 'unclear']).toContain(kind)
  })

  it('a file in which clamd finds malware is given to nobody; the photo beside it is', async () => {
    const office = unitAt(service.url)
    const held = await Promise.all(
      [['surat.txt', eicar] as const, ['loket.png', aPng] as const].map(([name, bytes]) => office.upload(name, bytes)),
    )
    const [letter, photo] = await Promise.all(held.map(async (answer) => ((await answer.json()) as { id: string }).id))
    const receipt = await office.file({ evidence: [letter!, photo!] })
    const verifier = await office.signIn('verifikator')
    await expect
      .poll(async () => (await verifier.case(receipt.number)).evidence, { timeout: 60_000, interval: 200 })
      .toMatchObject([
        { id: letter, available: false, scan: 'infected', signature: 'Contoh.Eicar.UNOFFICIAL' },
        { id: photo, available: true, scan: 'clean' },
      ])
    expect(await refusalIn(verifier.get(`/cases/${receipt.number}/evidence/${letter}`))).toBe('409 evidence/infected')
    expect((await verifier.get(`/cases/${receipt.number}/evidence/${photo}`)).status).toBe(200)
  })
}
