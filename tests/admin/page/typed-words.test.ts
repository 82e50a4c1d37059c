import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { pagesFor } from '../../../admin/app/routes/routes.ts'
import { goTo } from '../../../admin/page/navigation.ts'
import { TypedWords } from '../../../admin/page/typed-words.ts'
import type { SessionView } from '../../../service/contract/account.ts'
import { button, enter, field, misbehave, service, showPart, unit, written } from '../support/an-office.ts'

type Field = HTMLInputElement | HTMLTextAreaElement

const asks = () => page.getByRole('heading', { name: 'Perubahan belum disimpan' })

/** Whether the browser would ask before the tab is closed. */
const holdsTab = () => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }))

const guardIsThere = () => expect.poll(() => customElements.get('typed-guard') !== undefined).toBe(true)

/** All elements of the application, through every shadow root. */
function everything(root: ParentNode = document): Element[] {
  return [...root.querySelectorAll('*')].flatMap((one) => [one, ...(one.shadowRoot ? everything(one.shadowRoot) : [])])
}

/** Whether it narrows a list or finds a page. */
const seeks = (one: Element): boolean => {
  const around = one.closest('search, [role=search], [role=combobox], [type=search]')
  const root = one.getRootNode()
  return around !== null || (root instanceof ShadowRoot && seeks(root.host))
}

const isWritten = (one: Element): one is Field =>
  (one instanceof HTMLTextAreaElement ||
    (one instanceof HTMLInputElement && /^(text|email|tel|url)$/.test(one.type))) &&
  one.checkVisibility() &&
  !one.disabled &&
  !one.readOnly &&
  !seeks(one)

const type = (one: Field, words: string) => {
  one.focus()
  one.value = words
  one.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }))
}

/** Fields in which typing does not make the page ask, by the name of the page. */
async function unguarded(path: string): Promise<string[]> {
  const silent: string[] = []
  for (const one of everything().filter(isWritten)) {
    if (!one.isConnected || !one.checkVisibility()) continue
    const before = one.value
    type(one, `${before} tulisan`)
    await new Promise(requestAnimationFrame)
    if (!holdsTab()) silent.push(`${path} ${one.id || one.name}`)
    type(one, before)
    await new Promise(requestAnimationFrame)
  }
  return silent
}

const sessionOf = async (): Promise<SessionView> =>
  (await fetch(`${service}/api/v1/session`, { credentials: 'include' })).json()

const pagesOfOneThing = ['cases/BO-2026-000124']

describe('no page is left with words that are neither kept nor sent', () => {
  it('on any page', async () => {
    await enter('/admin/')
    const session = await sessionOf()
    const paths = pagesFor(session, session.tenants[0]).map(({ pattern }) => pattern.replace('/admin/{tenant}', unit))
    const [silent, typedOn]: [string[], string[]] = [[], []]
    for (const path of [...paths, ...pagesOfOneThing.map((one) => `${unit}/${one}`)]) {
      for (const app of document.querySelectorAll('aduan-admin')) app.remove()
      await enter(path, undefined, { fresh: false })
      await guardIsThere()
      await expect.poll(() => everything().some((one) => one.matches('h1')), { message: path }).toBe(true)
      await expect.poll(() => everything().some((one) => one.matches('.pending')), { message: path }).toBe(false)
      if (everything().some(isWritten)) typedOn.push(path)
      silent.push(...(await unguarded(path)))
    }
    expect(typedOn).toEqual(expect.arrayContaining(['intake', 'lapor', 'settings'].map((one) => `${unit}/${one}`)))
    // A complaint that is entered, and the message and the note of a case, are kept while they are typed.
    const isOfIntake = (one: string) => one.startsWith(`${unit}/intake `)
    expect(silent.filter(isOfIntake).length).toBeGreaterThan(3)
    const kept = ['text', 'text'].map((name) => `${unit}/cases/BO-2026-000124 ${name}`)
    expect(silent.filter((one) => !isOfIntake(one))).toEqual(kept)
  })

  it('asks before a link, and only while something would be lost', async () => {
    await enter(`${unit}/cases/BO-2026-000124`)
    await guardIsThere()
    await showPart('LAPOR!')
    await userEvent.click(button('Catat nomor'))
    const number = field('Nomor LAPOR!')
    for (const nothing of ['', '   ']) {
      await userEvent.fill(number, nothing)
      expect(holdsTab()).toBe(false)
    }
    await userEvent.fill(number, '#1234567')
    expect(holdsTab()).toBe(true)
    goTo(`${unit}/today`)
    await expect.element(asks()).toBeVisible()
    await userEvent.click(button('Tetap di sini'))
    expect(written('Nomor LAPOR!')()).toBe('#1234567')

    await misbehave({ method: 'POST', path: '/lapor-id', status: 500 })
    await userEvent.click(button('Simpan nomor'))
    await expect.element(page.getByRole('alert').first()).toBeVisible()
    await expect.poll(holdsTab).toBe(true)
    await userEvent.click(button('Simpan nomor'))
    await expect.poll(holdsTab).toBe(false)
    await userEvent.click(button('Ubah nomor'))
    await userEvent.fill(number, ' 1234567 ')
    expect(holdsTab()).toBe(false)
    await userEvent.fill(number, '7654321')
    expect(holdsTab()).toBe(true)
    goTo(`${unit}/today`)
    await userEvent.click(button('Pergi tanpa menyimpan'))
    await expect.poll(() => location.pathname).toBe(`${unit}/today`)
    expect(holdsTab()).toBe(false)
  })

  it('asks about a form whose button was pressed until it says that its words are on their way', () => {
    const words = new TypedWords()
    const form = document.createElement('form')
    form.innerHTML = '<textarea></textarea><button>Simpan</button>'
    document.body.append(form)
    const heard = {
      input: words.onInput,
      click: words.onClick,
      'aduan-sending': words.onSending,
      'aduan-refused': words.onRefused,
    }
    for (const [name, listener] of Object.entries(heard)) form.addEventListener(name, listener)
    form.addEventListener('submit', (event) => event.preventDefault())
    const say = (what: string) => form.dispatchEvent(new Event(what, { bubbles: true, composed: true }))
    type(form.querySelector('textarea') as HTMLTextAreaElement, 'Kata-kata.')
    form.querySelector('button')?.click()
    expect(words.isUnsent).toBe(true)
    say('aduan-sending')
    expect(words.isUnsent).toBe(false)
    say('aduan-refused')
    expect(words.isUnsent).toBe(true)
    form.remove()
    expect(words.isUnsent).toBe(false)
  })
})
