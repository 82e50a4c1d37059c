import { expect as axe } from '@open-wc/testing'
import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { agree, button, filingOf, focusedText, heading, next, recorded, reloaded, send } from '../support/a-widget.ts'
import { atEvidence } from '../support/at-evidence.ts'

const aPhoto = (name = 'kuitansi.jpg', content = 'abc') => new File([content], name, { type: 'image/jpeg' })
const aLargePhoto = (name = 'besar.jpg', content = 'x') => aPhoto(name, content.repeat(400_000))
const line = (name: string) => page.getByRole('listitem').filter({ hasText: name })
const held = (name: string) => expect.element(line(name)).toHaveTextContent(/· Tersimpan/)

/** A photo of many pixels that are hard to compress, with the head of Exif in it. */
async function aNoisyPhoto(): Promise<File> {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = 1_400
  const pen = canvas.getContext('2d')!
  for (let spot = 0; spot < 9_000; spot++) {
    pen.fillStyle = `hsl(${(spot * 137) % 360} 80% 50%)`
    pen.fillRect((spot * 71) % 1_400, (spot * 193) % 1_400, 9, 9)
  }
  const blob = await new Promise<Blob>((done) => canvas.toBlob((drawn) => done(drawn!), 'image/jpeg', 1))
  const exif = new Uint8Array([0xff, 0xe1, 0, 8, 0x45, 0x78, 0x69, 0x66, 0, 0])
  return new File([blob.slice(0, 2), exif, blob.slice(2)], 'pasar.jpg', { type: 'image/jpeg' })
}

// SHA-256 of "abc", from FIPS 180-2.
const hashOfAbc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'

describe('evidence', () => {
  it('is uploaded, shown with the fingerprint that browser and service counted, and sent with the complaint', async () => {
    const { tenant, widget, choose } = await atEvidence()
    await choose(aPhoto())
    await held('kuitansi.jpg')
    await userEvent.click(page.getByText('Kode berkas (SHA-256) ba7816bf…, sama dengan berkas di perangkat Anda'))
    await expect.element(page.getByText(hashOfAbc)).toBeVisible()
    await axe(widget).to.be.accessible()
    await next()
    await next()
    await agree()
    await send()
    await expect.element(heading('Pengaduan Anda sudah diterima')).toBeVisible()
    expect((await recorded(tenant)).requests[0]!.body).toMatchObject({
      evidence: [expect.stringMatching(/^[0-9a-f]+$/)],
    })
  })

  it('is taken by dropping files', async () => {
    const { inputs } = await atEvidence()
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(aPhoto('seret.jpg'))
    inputs()
      .querySelector('.drop')!
      .dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
    await held('seret.jpg')
  })

  it('can come from the camera', async () => {
    const { inputs } = await atEvidence()
    const camera = inputs().querySelector<HTMLInputElement>('#camera')!
    expect(camera.accept).toBe('image/*')
    expect(camera.getAttribute('capture')).toBe('environment')
    await userEvent.upload(camera, aPhoto('kamera.jpg'))
    await held('kamera.jpg')
  })

  it('waits for a broken line, says so, goes on at once when told to, and is not left behind meanwhile', async () => {
    const { choose, widget, evidence } = await atEvidence({ evidence: [{ kind: 'cut' }] })
    evidence.waits = [600_000]
    await choose(aPhoto())
    await expect.element(line('kuitansi.jpg')).toHaveTextContent(/Terputus, tersimpan sampai 0%, mencoba lagi dalam/)
    await axe(widget).to.be.accessible()
    await next()
    await expect.poll(focusedText).toMatch(/Kontak/)
    await userEvent.click(button('Kembali'))
    await userEvent.click(button('Coba sekarang: kuitansi.jpg'))
    await held('kuitansi.jpg')
  })

  it('keeps nobody from writing on; only sending waits for it, and then goes by itself', async () => {
    const { choose, evidence, tenant } = await atEvidence({ evidence: [{ kind: 'cut' }] })
    evidence.waits = [600_000]
    await choose(aPhoto())
    await expect.element(line('kuitansi.jpg')).toHaveTextContent(/Terputus/)
    await next()
    await next()
    await agree()
    await send()
    await expect.element(page.getByText(/Menunggu bukti selesai diunggah: 0%/)).toBeVisible()
    expect((await recorded(tenant)).numbers).toEqual([])
    window.dispatchEvent(new Event('online'))
    await expect.poll(focusedText).toMatch(/sudah diterima/)
    expect((await recorded(tenant)).files).toHaveLength(1)
  })

  it('goes on from what arrived by itself, and when the network comes back', async () => {
    const { choose, evidence, uploads } = await atEvidence({ uploads: [{ kind: 'cut' }, { kind: 'lose-answer' }] })
    evidence.waits = [1]
    await choose(aLargePhoto())
    await held('besar.jpg')
    await userEvent.click(page.getByText(/Kode berkas .* sama dengan/))

    await uploads([{ kind: 'cut' }])
    evidence.waits = [600_000]
    await choose(aLargePhoto('kedua.jpg', 'y'))
    await expect.element(line('kedua.jpg')).toHaveTextContent(/Terputus/)
    window.dispatchEvent(new Event('online'))
    await held('kedua.jpg')
  })

  it('that was broken off by a reload is still asked for, and goes on when the same file is chosen again', async () => {
    const { choose, evidence, widget, uploads, tenant } = await atEvidence()
    await uploads([{ kind: 'lose-answer' }])
    evidence.waits = [600_000]
    await choose(aLargePhoto())
    await expect.element(line('besar.jpg')).toHaveTextContent(/Terputus/)
    await reloaded(widget)
    await expect.element(line('besar.jpg')).toHaveTextContent(/Pilih berkas yang sama untuk melanjutkan/)
    await next()
    await next()
    await agree()
    await send()
    await expect.poll(focusedText).toMatch(/Ada berkas yang perlu dipilih ulang atau dihapus/)
    expect(localStorage).toHaveLength(0)

    const again = filingOf(document.querySelector('aduan-widget')!).shadowRoot!.querySelector('aduan-evidence')!
    await userEvent.upload(again.shadowRoot!.querySelector('#files')!, [aLargePhoto()])
    await held('besar.jpg')
    await next()
    await expect.poll(focusedText).toMatch(/Kontak/)
    expect((await recorded(tenant)).requests).toEqual([])
  })

  it('is a smaller copy of a large photo, without its place, unless the person wants the photo itself', async () => {
    const { choose, widget, tenant } = await atEvidence()
    const photo = await aNoisyPhoto()
    await choose(photo)
    await held('pasar.jpg')
    await expect.element(line('pasar.jpg')).toHaveTextContent(/ukuran kecil, tanpa lokasi/)
    await axe(widget).to.be.accessible()
    const [small] = (await recorded(tenant)).files
    expect(small!.size).toBeLessThan(photo.size * 0.7)

    await userEvent.click(button(/Kirim foto asli/))
    await expect
      .poll(async () => (await recorded(tenant)).files.at(-1))
      .toMatchObject({ name: 'pasar.jpg', size: photo.size })
  })

  it.each([
    ['as a smaller copy', undefined],
    ['as it is', /Kirim foto asli/],
  ])('that was to be sent %s before a reload goes on so when the photo is chosen again', async (_, choice) => {
    const { choose, evidence, widget, uploads, tenant } = await atEvidence()
    const photo = await aNoisyPhoto()
    await uploads(choice ? [{ kind: 'lose-answer' }, { kind: 'lose-answer' }] : [{ kind: 'lose-answer' }])
    evidence.waits = [600_000]
    await choose(photo)
    if (choice) await userEvent.click(button(choice))
    await expect.element(line('pasar.jpg')).toHaveTextContent(/Terputus/)
    await reloaded(widget)
    await expect.element(line('pasar.jpg')).toHaveTextContent(/Pilih berkas yang sama untuk melanjutkan/)
    const again = filingOf(document.querySelector('aduan-widget')!).shadowRoot!.querySelector('aduan-evidence')!
    await userEvent.upload(again.shadowRoot!.querySelector('#files')!, [photo])
    await held('pasar.jpg')
    expect((await recorded(tenant)).files).toHaveLength(1)
  })

  it('that is chosen twice is there once', async () => {
    const { choose } = await atEvidence()
    await choose(aLargePhoto())
    await held('besar.jpg')
    await choose(aLargePhoto())
    await expect.element(page.getByText('besar.jpg sudah ada.')).toBeInTheDocument()
    await expect.poll(() => page.getByRole('listitem').elements().length).toBe(1)
  })

  it('that was damaged on its way can be sent again', async () => {
    const detail = 'Berkas berubah di perjalanan.'
    const { choose } = await atEvidence({
      evidence: [{ kind: 'refuse', status: 400, problem: { code: 'evidence/damaged', detail } }],
    })
    await choose(aPhoto())
    await expect.element(page.getByRole('listitem')).toHaveTextContent(/berubah di perjalanan/)
    await userEvent.click(button('Coba lagi: kuitansi.jpg'))
    await held('kuitansi.jpg')
  })

  it('solves the proof of work that a busy unit asks for', async () => {
    const { choose } = await atEvidence({ evidence: [{ kind: 'ask-for-proof' }] })
    await choose(aPhoto())
    await held('kuitansi.jpg')
  })

  it('that the service does not take is refused in its words, and cannot be tried again', async () => {
    const detail = 'Jenis berkas ini tidak diterima.'
    const { choose } = await atEvidence({
      evidence: [{ kind: 'refuse', status: 415, problem: { code: 'evidence/type', detail } }],
    })
    await choose(aPhoto())
    await expect.element(page.getByRole('listitem')).toHaveTextContent(/Jenis berkas ini tidak diterima/)
    await expect.element(button('Coba lagi: kuitansi.jpg')).not.toBeInTheDocument()
  })

  it('is held to the limits of the unit before anything is sent', async () => {
    const { choose } = await atEvidence()
    await choose(aPhoto('besar.jpg', 'x'.repeat(1_048_577)))
    await expect.element(page.getByText('Terlalu besar. Paling besar 1 MB.')).toBeVisible()
    await userEvent.click(button('Hapus: besar.jpg'))
    await choose(aPhoto('1.jpg'), aPhoto('2.jpg'), aPhoto('3.jpg'), aPhoto('4.jpg'))
    await held('3.jpg')
    await expect.element(button('Hapus: 4.jpg')).not.toBeInTheDocument()
    await expect.element(button('Pilih berkas')).toBeDisabled()
  })

  it('can be removed, and stays after a reload', async () => {
    const { widget, choose } = await atEvidence()
    await choose(aPhoto('satu.jpg'), aPhoto('dua.jpg'))
    await held('satu.jpg')
    await held('dua.jpg')
    await userEvent.click(button('Hapus: satu.jpg'))
    await reloaded(widget)
    await held('dua.jpg')
    await expect.element(button('Hapus: satu.jpg')).not.toBeInTheDocument()
  })
})
