import { beforeAll, describe, expect, it } from 'vitest'
import type { TenantView } from '../../../../service/contract/tenant-view.ts'
import { openEnvelope } from '../../../../service/sealing/seal-envelope.ts'
import { fingerprintOf, keyIdOf, makeUnitKey, openingKey } from '../../../../service/sealing/unit-key.ts'
import { beginDraft } from '../../../../widget/filing/draft/draft.ts'
import type { Form } from '../../../../widget/filing/form/form.ts'
import { judgeKey, sealFiling, sealRequest } from '../../../../widget/filing/sealing/sealing.ts'
import { loadWithWording } from '../../../../widget/texts/languages.ts'
import { aTenantView } from '../../../support/a-tenant-view.ts'
import { aFiling } from '../../../support/an-office.ts'

const reporter = { name: 'Siti Contoh', phone: '0812-0000-0001', email: 'siti@contoh.example' }
const { name: _, ...contact } = reporter
const context = 'filing:kunci-contoh'

let unit: TenantView
let open: (envelope: string | undefined) => ReturnType<typeof openEnvelope>
beforeAll(async () => {
  const { secret, publicKey } = await makeUnitKey()
  const key = (await openingKey(secret, publicKey))!
  const sealing = { publicKey, keyId: await keyIdOf(publicKey), fingerprint: await fingerprintOf(publicKey) }
  unit = { ...aTenantView(), sealing }
  await loadWithWording(Promise.resolve(), unit.language)
  open = (envelope) => openEnvelope(key, envelope ?? '', { tenant: unit.tenant, context })
})

describe('a complaint to a unit that has identities sealed', () => {
  it('leaves nothing of the identity readable', async () => {
    const { sealedIdentity, ...rest } = await sealRequest({ reporter, subject: 'Antrean' }, unit, context)
    expect(rest).toEqual({ subject: 'Antrean', reporter: {} })
    expect(await open(sealedIdentity)).toEqual({ ...reporter, address: null, onBehalfOf: null })
  })

  it('leaves the contact open that the reporter ticked, and no other', async () => {
    const byPhone = await sealRequest({ reporter: { ...reporter, channels: ['sms'] } }, unit, context)
    expect(byPhone.reporter).toEqual({ phone: reporter.phone, channels: ['sms'] })
    const byMail = await sealRequest({ reporter: { ...reporter, channels: ['email'] } }, unit, context)
    expect(byMail.reporter).toEqual({ email: reporter.email, channels: ['email'] })
    expect(await open(byMail.sealedIdentity)).toMatchObject(reporter)
  })

  it('is the same request when it is sent again', async () => {
    const [one, again] = [
      await sealRequest({ reporter }, unit, context),
      await sealRequest({ reporter }, unit, context),
    ]
    expect(again).toEqual(one)
    const changed = await sealRequest({ reporter: { ...reporter, name: 'Budi Misal' } }, unit, context)
    expect(changed.sealedIdentity).not.toBe(one.sealedIdentity)
  })

  it('leaves open of whoever stays without identity only the contact that they ticked', async () => {
    const filing = { ...aFiling({ privacy: 'anonymous' }), reporter: { ...contact, channels: ['sms' as const] } }
    const { reporter: left, sealedIdentity } = await sealFiling(filing, { draft: beginDraft(unit), unit } as Form)
    expect([left, sealedIdentity]).toEqual([{ phone: reporter.phone, channels: ['sms'] }, undefined])
  })

  it('is sealed to no key but the one whose fingerprint is shown', async () => {
    const { publicKey } = await makeUnitKey()
    const exchanged = { ...unit, sealing: { ...unit.sealing!, publicKey } }
    expect(await judgeKey(exchanged)).toEqual({ refused: 'otherKey' })
    await expect(sealRequest({ reporter }, exchanged, context)).rejects.toMatchObject({ code: 'sealing/other-key' })
    const both = { ...unit, sealing: { ...exchanged.sealing, fingerprint: await fingerprintOf(publicKey) } }
    expect(await judgeKey(both)).toEqual({ publicKey, fingerprint: both.sealing.fingerprint })
  })

  it('is refused in words where the page cannot seal', async () => {
    const { sealing: _, ...without } = unit
    await expect(sealRequest({ reporter }, without, context)).rejects.toMatchObject({ code: 'sealing/not-here' })
  })
})
