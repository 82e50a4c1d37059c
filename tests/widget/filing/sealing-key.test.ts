import { expect as axe } from '@open-wc/testing'
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { TenantView } from '../../../service/contract/tenant-view.ts'
import { filingContext, keyIdIn } from '../../../service/sealing/envelope.ts'
import { openEnvelope } from '../../../service/sealing/seal-envelope.ts'
import { fingerprintOf, keyIdOf, makeUnitKey, openingKey } from '../../../service/sealing/unit-key.ts'
import { aCase, followed } from '../support/a-case.ts'
import {
  agree,
  aUnit,
  aWidget,
  button,
  fillIn,
  focusedText,
  heading,
  instruct,
  recorded,
  send,
  service,
} from '../support/a-widget.ts'

async function aKey() {
  const { secret, publicKey } = await makeUnitKey()
  const offer = { publicKey, keyId: await keyIdOf(publicKey), fingerprint: await fingerprintOf(publicKey) }
  return { ...offer, offer, opening: (await openingKey(secret, publicKey))! }
}

/** What the console says to the developer of the page, kept off the screen of the test. */
function told() {
  const spied = vi.spyOn(console, 'error').mockImplementation(() => {})
  onTestFinished(() => spied.mockRestore())
  return () => spied.mock.calls.map(([line]) => String(line)).join('\n')
}

/** A form of a unit that offers this, filled in up to the read-back, on a page that may hold it to a key. */
async function filledIn(sealing: TenantView['sealing'], sealingKey = '', privacy?: string) {
  const tenant = aUnit()
  if (sealing) await instruct(tenant, { unit: { sealing } })
  const widget = await aWidget({ tenant, sealingKey })
  await fillIn(privacy ? { privacy } : {})
  return { tenant, widget }
}

const backToIdentity = () => userEvent.click(button('Kembali'))
const everythingSent = async (tenant: string) => JSON.stringify(await recorded(tenant))
const refusal = /Kunci kantor ini bukan kunci yang diharapkan halaman ini/

let office: Awaited<ReturnType<typeof aKey>>
let attacker: Awaited<ReturnType<typeof aKey>>
beforeEach(async () => {
  office = await aKey()
  attacker = await aKey()
})

describe('a form whose unit has identities sealed', () => {
  it('shows the fingerprint of the key that it seals to, which opens what it sends', async () => {
    const { tenant } = await filledIn(office.offer)
    await backToIdentity()
    await expect.element(page.getByText(office.fingerprint)).toBeVisible()
    await userEvent.click(button('Lanjut'))
    await agree()
    await send()
    await expect.element(heading('Pengaduan Anda sudah diterima')).toBeVisible()
    const [filed] = (await recorded(tenant)).requests
    const { sealedIdentity } = filed!.body as { sealedIdentity: string }
    expect(keyIdIn(sealedIdentity)).toBe(office.keyId)
    const place = { tenant: (await unitOf(tenant)).tenant, context: filingContext(filed!.key!) }
    expect(await openEnvelope(office.opening, sealedIdentity, place)).toMatchObject({ name: 'Siti Contoh' })
    expect(await everythingSent(tenant)).not.toContain('Siti Contoh')
  })

  it('is not taken in by the true fingerprint beside another key: it says so, and sends nothing of the identity', async () => {
    const said = told()
    const { tenant, widget } = await filledIn({ ...office.offer, publicKey: attacker.publicKey })
    await backToIdentity()
    await expect.element(page.getByText(refusal)).toBeVisible()
    expect(document.body.textContent).not.toContain(office.fingerprint)
    await axe(widget).to.be.accessible()
    await userEvent.click(button('Lanjut'))
    await agree()
    await send()
    await expect.element(page.getByText(refusal)).toBeVisible()
    expect((await recorded(tenant)).requests).toEqual([])
    expect(said()).toContain(attacker.fingerprint)
  })

  it('shows the fingerprint of the attacker’s key where key and fingerprint were both exchanged', async () => {
    await filledIn(attacker.offer)
    await backToIdentity()
    await expect.element(page.getByText(attacker.fingerprint)).toBeVisible()
  })
})

describe('a page that holds identities to one key', () => {
  const written: readonly (readonly [how: string, as: (fingerprint: string) => string])[] = [
    ['in groups', (fingerprint) => fingerprint],
    ['with hyphens, in small letters', (fingerprint) => fingerprint.toLowerCase().replaceAll(' ', '-')],
    ['in one row', (fingerprint) => fingerprint.replaceAll(' ', '')],
  ]
  it.each(written)('files with that key: %s', async (_, as) => {
    const { tenant } = await filledIn(office.offer, as(office.fingerprint))
    await agree()
    await send()
    await expect.element(heading('Pengaduan Anda sudah diterima')).toBeVisible()
    const [filed] = (await recorded(tenant)).requests
    expect(keyIdIn((filed!.body as { sealedIdentity: string }).sealedIdentity)).toBe(office.keyId)
  })

  it('files with either of two keys, while the office changes them', async () => {
    const { tenant } = await filledIn(office.offer, `${attacker.fingerprint}, ${office.fingerprint}`)
    await agree()
    await send()
    await expect.element(heading('Pengaduan Anda sudah diterima')).toBeVisible()
    expect((await recorded(tenant)).requests).toHaveLength(1)
  })

  const attacks: readonly (readonly [offers: string, sealing: () => TenantView['sealing'], pin: () => string])[] = [
    ['another key and its fingerprint', () => attacker.offer, () => office.fingerprint],
    [
      'another key under the true fingerprint',
      () => ({ ...office.offer, publicKey: attacker.publicKey }),
      () => office.fingerprint,
    ],
    ['no key at all', () => undefined, () => office.fingerprint],
    ['a key that is none', () => ({ ...office.offer, publicKey: 'A'.repeat(87) }), () => office.fingerprint],
    ['the right key, where the pin is no fingerprint', () => office.offer, () => 'sidik jari kunci'],
  ]
  it.each(attacks)('sends no identity to a service that offers %s', async (_, sealing, pin) => {
    const said = told()
    const { tenant, widget } = await filledIn(sealing(), pin())
    await agree()
    await send()
    await expect.element(page.getByText(refusal)).toBeVisible()
    await axe(widget).to.be.accessible()
    expect(await everythingSent(tenant)).not.toMatch(/Siti|Misal 5|0812/)
    expect((await recorded(tenant)).requests).toEqual([])
    expect(said()).toContain('No identity is sent')
  })

  it('is not talked out of it by a unit that changes while the form is open', async () => {
    told()
    const { tenant } = await filledIn(office.offer, office.fingerprint)
    await instruct(tenant, {
      unit: {},
      misbehave: { complaints: [{ kind: 'refuse', status: 400, problem: { code: 'identity/sealed-elsewhere' } }] },
    })
    await agree()
    await send()
    await expect.element(page.getByText('Pengaduan belum terkirim.', { exact: false })).toBeVisible()
    await send()
    await expect.element(page.getByText(refusal)).toBeVisible()
    expect(await everythingSent(tenant)).not.toMatch(/Siti|Misal 5|0812/)
  })

  it('still takes a complaint without identity', async () => {
    told()
    const { tenant } = await filledIn(undefined, office.fingerprint, 'Tanpa identitas')
    await agree()
    await send()
    await expect.element(heading('Pengaduan Anda sudah diterima')).toBeVisible()
    expect((await recorded(tenant)).requests).toHaveLength(1)
  })

  it('follows a key that the page names later', async () => {
    const said = told()
    const tenant = aUnit()
    const widget = await aWidget({ tenant })
    await expect.element(heading(/Langkah 1/)).toBeVisible()
    widget.setAttribute('sealing-key', office.fingerprint)
    await widget.updateComplete
    await expect.poll(() => widget.sealingKey).toBe(office.fingerprint)
    await fillIn()
    await agree()
    await send()
    await expect.element(page.getByText(refusal)).toBeVisible()
    expect((await recorded(tenant)).requests).toEqual([])
    expect(said()).toContain(office.fingerprint)
  })

  it('hands the key on from the button that opens the form', async () => {
    await import('../../../widget/launcher/index.ts')
    const launcher = document.createElement('aduan-button')
    Object.assign(launcher, { fetchForm: () => Promise.resolve(), sealingKey: office.fingerprint })
    launcher.setAttribute('tenant', aUnit())
    launcher.setAttribute('service', service)
    document.body.append(launcher)
    onTestFinished(() => launcher.remove())
    await launcher.open()
    expect(launcher.shadowRoot!.querySelector('aduan-widget')!.sealingKey).toBe(office.fingerprint)
  })

  it('is never given the service’s own page in a frame instead', async () => {
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => {})
    onTestFinished(() => warned.mockRestore())
    const tenant = aUnit()
    await instruct(tenant, { misbehave: { unit: [{ kind: 'cut' }, { kind: 'cut' }] } })
    const widget = await aWidget({ tenant, sealingKey: office.fingerprint })
    await expect.element(page.getByText('Formulir belum dapat ditampilkan.')).toBeVisible()
    await expect.poll(() => warned.mock.calls.join()).toContain('not shown in a frame')
    expect(widget.shadowRoot!.querySelector('aduan-frame')).toBeNull()
  })
})

it('no name is sent readable to correct a sealed identity', async () => {
  const filed = await aCase()
  await instruct(filed.tenant, { unit: { sealing: office.offer } })
  await followed(filed)
  await userEvent.click(page.getByText('Perbaiki identitas atau kontak'))
  await userEvent.fill(page.getByLabelText('Nama', { exact: true }), 'Siti Contoh')
  await userEvent.click(button('Simpan perbaikan'))
  await expect.poll(focusedText).toMatch(/Nama dan alamat Anda tersegel/)
  expect(await everythingSent(filed.tenant)).not.toContain('Siti Contoh')
})

const unitOf = async (tenant: string): Promise<TenantView> =>
  (await fetch(`${service}/api/v1/tenants/${tenant}?widget=1.0.0`)).json()
