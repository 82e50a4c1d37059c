import type { Locator, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { complaintForm, isOnTheScreen, siti } from './pages/visitor.ts'
import { aVisitor, phone } from './support/a-person.ts'
import { anOpenOffice } from './support/an-open-office.ts'

/** The words that a person sees in an element, shadow roots included, up to an element where that is given. */
const wordsIn = (place: Locator, until = ''): Promise<number> =>
  place.evaluate((root, until) => {
    let isOver = false
    const textOf = (node: Node): string => {
      if (isOver) return ''
      if (node instanceof Text) return ` ${node.data}`
      if (!(node instanceof Element || node instanceof ShadowRoot)) return ''
      if (node instanceof Element) {
        if (until && node.matches(until)) {
          isOver = true
          return ''
        }
        const isHidden = !node.checkVisibility() || node.matches('style, script, .unseen, .skip')
        if (isHidden) return ''
        if (node instanceof HTMLSlotElement) return node.assignedNodes().map(textOf).join('')
        if (node.shadowRoot) return textOf(node.shadowRoot)
      }
      return [...node.childNodes].map(textOf).join('')
    }
    return textOf(root).match(/[\p{L}\p{N}]+(?:[-’'][\p{L}\p{N}]+)*/gu)?.length ?? 0
  }, until)

/** Somebody who counts what they read and touch. */
function aCounter(page: Page) {
  const { panel, step } = complaintForm(page)
  const counted = { words: 0, taps: 0, screens: 0 }
  return {
    counted,
    panel,
    async read(heading: string) {
      await step(heading).waitFor()
      const words = await wordsIn(panel)
      const screens = ((await panel.boundingBox())?.height ?? 0) / phone.height
      counted.words += words
      counted.screens += screens
      console.log(`${heading}: ${words} words, ${screens.toFixed(1)} screens`)
    },
    async tap(thing: Locator) {
      await thing.click()
      counted.taps++
    },
    button: (name: string) => panel.getByRole('button', { name, exact: true }),
    radio: (name: string) => panel.getByRole('radio', { name }),
    field: (name: string) => panel.getByLabel(name),
  }
}

it('the first question stands on the first screen of a phone, after at most 60 words', async () => {
  const visitor = await aVisitor(await anOpenOffice(), { on: phone })
  await visitor.goto('/t/bagian-organisasi')
  const question = visitor.getByText('Siapa yang boleh tahu identitas Anda?')
  await question.waitFor()
  const words = await wordsIn(visitor.locator('body'), 'legend')
  console.log(`words before the first question: ${words}`)
  expect(words).toBeLessThanOrEqual(60)
  expect(await isOnTheScreen(question)).toBe(true)
})

it.each([
  ['without identity', 'Tanpa identitas', { words: 350, taps: 9, screens: 9 }],
  ['with a name', 'Dengan identitas', { words: 450, taps: 12, screens: 10 }],
] as const)('a complaint %s takes few words to read and few taps', async (path, privacy, most) => {
  const visitor = await aVisitor(await anOpenOffice(), { on: phone })
  await visitor.goto('/t/bagian-organisasi')
  const { counted, read, tap, button, radio, field } = aCounter(visitor)
  await read('Pilih kerahasiaan identitas')
  await tap(radio(privacy))
  await read('Jenis pengaduan')
  await tap(radio('Pungutan lain-lain oleh petugas'))
  await read('Apa yang terjadi')
  await tap(field('Pokok pengaduan'))
  await visitor.keyboard.type('Diminta uang')
  await tap(field('Uraian kejadian'))
  await visitor.keyboard.type('Petugas meminta uang.')
  await tap(button('Lanjut'))
  await read('Bukti pendukung')
  await tap(button('Lanjut'))
  if (privacy === 'Tanpa identitas') await read('Kontak (boleh dilewati)')
  else {
    await read('Identitas dan kontak')
    for (const [label, text] of [
      ['Nama lengkap', siti.name],
      ['Alamat', siti.address],
      ['Nomor HP', siti.phone],
    ] as const) {
      await tap(field(label))
      await visitor.keyboard.type(text)
    }
  }
  await tap(button('Lanjut'))
  await read('Periksa dan kirim')
  await tap(visitor.getByRole('checkbox', { name: /^Isi pengaduan ini benar/ }))
  await tap(button('Kirim pengaduan'))
  await complaintForm(visitor).receipt()
  console.log(`${path}: ${counted.words} words, ${counted.taps} taps, ${counted.screens.toFixed(1)} screens`)
  expect(counted.words).toBeLessThanOrEqual(most.words)
  expect(counted.taps).toBeLessThanOrEqual(most.taps)
  expect(counted.screens).toBeLessThanOrEqual(most.screens)
})

it('who adds evidence reads that a photo can show somebody, in few words', async () => {
  const visitor = await aVisitor(await anOpenOffice(), { on: phone })
  await visitor.goto('/t/bagian-organisasi')
  const form = complaintForm(visitor)
  await form.choosePrivacy('Tanpa identitas')
  await form.chooseCategory('Pungutan lain-lain oleh petugas')
  await form.tell('Diminta uang')
  await form.panel.getByRole('button', { name: 'Tambahkan bukti' }).click()
  const warning = form.panel.getByText('Foto dapat memperlihatkan Anda atau orang lain')
  await warning.waitFor()
  expect(await isOnTheScreen(warning)).toBe(true)
  const words = await wordsIn(form.panel)
  console.log(`evidence: ${words} words`)
  expect(words).toBeLessThanOrEqual(95)
})

it('“back” of the phone goes a step back, and “Ubah” returns to the check at once', async () => {
  const visitor = await aVisitor(await anOpenOffice(), { on: phone })
  await visitor.goto('/t/bagian-organisasi/office')
  await visitor.goto('/t/bagian-organisasi')
  const form = complaintForm(visitor)
  await form.choosePrivacy('Tanpa identitas')
  await form.chooseCategory('Pungutan lain-lain oleh petugas')
  await form.tell('Diminta uang')
  await visitor.goBack()
  await form.step('Apa yang terjadi').waitFor()
  expect(await form.panel.getByLabel('Pokok pengaduan').inputValue()).toBe('Diminta uang')
  await visitor.goForward()
  await form.step('Bukti pendukung').waitFor()
  await form.next()
  await form.next()
  await form.step('Periksa dan kirim').waitFor()
  await form.panel.getByRole('button', { name: 'Ubah: Apa yang terjadi' }).click()
  await form.panel.getByLabel('Pokok pengaduan').fill('Diminta uang stempel')
  await form.next()
  await form.step('Periksa dan kirim').waitFor()
  await form.panel.getByText('Diminta uang stempel').waitFor()
})

it('a language that cannot be loaded leaves the form as it is, says so, and works once there is a network', async () => {
  const visitor = await aVisitor(await anOpenOffice(), {
    on: phone,
    errors: [/ERR_INTERNET_DISCONNECTED/, /Failed to fetch/],
  })
  await visitor.goto('/t/bagian-organisasi')
  const form = complaintForm(visitor)
  await form.choosePrivacy('Tanpa identitas')
  await form.chooseCategory('Pungutan lain-lain oleh petugas')
  await form.panel.getByLabel('Pokok pengaduan').fill('Diminta uang')
  await visitor.context().setOffline(true)
  await form.panel.getByRole('button', { name: 'English' }).click()
  await form.panel.getByText('Bahasa lain belum dapat dimuat.').waitFor()
  expect(await form.panel.getByLabel('Pokok pengaduan').inputValue()).toBe('Diminta uang')
  await visitor.context().setOffline(false)
  await form.panel.getByRole('button', { name: 'English' }).click()
  const english = visitor.getByRole('region', { name: 'Complaint', exact: true })
  await english.getByRole('heading', { name: 'What happened', level: 2 }).waitFor()
  await visitor.context().setOffline(true)
  await english.getByRole('button', { name: 'Bahasa Indonesia' }).click()
  await form.step('Apa yang terjadi').waitFor()
  expect(await form.panel.getByLabel('Pokok pengaduan').inputValue()).toBe('Diminta uang')
})
