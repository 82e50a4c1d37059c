import axe from 'axe-core'
import { expect, inject, onTestFinished, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { entryOf } from '../../support/desk-entries.ts'
import { looksOfWords } from '../../support/looks-of-words.ts'
import type { Misbehaviour } from '../../support/stand-in-staff/stage.ts'

export const service = inject('staffApi')
export const unit = '/admin/bagian-contoh'
export const password = 'kalimat-pendek-yang-kuat'

export const tell = (path: string, body: unknown = {}) =>
  fetch(`${service}/stand-in/${path}`, { method: 'POST', body: JSON.stringify(body) })

/** Has the next request of that kind answered badly. */
export const misbehave = (how: Misbehaviour) => tell('misbehave', how)

/** Holds back what the service answers to calls of that kind. Returns how the answers, by now and later, come. */
export function holdAnswers(method: string, path: string): () => void {
  const { fetch } = window
  let letCome = () => {}
  const mayCome = new Promise<void>((come) => {
    letCome = come
  })
  const spied = vi.spyOn(window, 'fetch').mockImplementation(async (input, init) => {
    const answer = await fetch(input, init)
    const { pathname } = new URL(String(input), location.href)
    if (init?.method === method && pathname.endsWith(path)) await mayCome
    return answer
  })
  onTestFinished(() => spied.mockRestore())
  return letCome
}

export const endSessions = () => tell('end-sessions')

/** Somebody else acts on a case meanwhile. */
export const somebodyElse = (number: string, act: string, body: object = {}) => tell(`cases/${number}/${act}`, body)

interface Asked {
  readonly method: string
  readonly path: string
  /** As it stands in the address: `?successor=rina`. */
  readonly query: string
  readonly body: string
  readonly key: string | null
}

/** What the service was asked so far, by the end of the path. */
export async function asked(method: string, path: string): Promise<Asked[]> {
  const all = (await (await fetch(`${service}/stand-in/requests`)).json()) as Asked[]
  return all.filter((one) => one.method === method && one.path.endsWith(path))
}

/** What somebody sent in their last request of that kind. */
export async function lastSent(method: string, path: string): Promise<Record<string, unknown>> {
  const last = (await asked(method, path)).at(-1)
  return JSON.parse(last?.body ?? '{}')
}

/** Begins with a fresh office and nobody signed in, at an address of the application. */
export async function visit(address: string): Promise<void> {
  await tell('reset')
  history.replaceState({ index: 0 }, '', address)
  const app = document.createElement('aduan-admin')
  app.setAttribute('service', service)
  document.body.append(app)
  await expect.element(page.getByLabelText('Surel')).toBeVisible()
}

/** Begins signed in as somebody who may see every page, at an address of the application, in a fresh office or the same. */
export async function enter(
  address: string,
  email = 'semua@bagian-contoh.demo',
  { fresh, draft }: { readonly fresh: boolean; readonly draft?: string } = { fresh: true },
): Promise<void> {
  if (fresh) await tell('reset')
  await fetch(`${service}/api/v1/session`, {
    method: 'POST',
    credentials: 'include',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email, password }),
  })
  history.replaceState({ index: 0, draft }, '', address)
  const app = document.createElement('aduan-admin')
  app.setAttribute('service', service)
  document.body.append(app)
  await expect.element(page.getByRole('banner', { includeHidden: true })).toBeInTheDocument()
}

export const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true })
export const heading = (name: string | RegExp) => page.getByRole('heading', { name, exact: true })
/** A field by its label, with or without the word that it is optional. */
export const field = (name: string) =>
  page.getByLabelText(new RegExp(`^\\s*${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(\\s*\\(tidak wajib\\))?\\s*$`))

export async function signIn(email = 'kepala@bagian-contoh.demo', secret = password): Promise<void> {
  await userEvent.fill(field('Surel'), email)
  await userEvent.fill(field('Kata sandi'), secret)
  await userEvent.click(button('Masuk'))
}

/** Goes to a page as an officer does: by its entry of the navigation, and there by its name. */
export async function goTo(name: string): Promise<void> {
  const [entry, under] = entryOf(name)
  const navigation = page.getByRole('navigation', { name: 'Halaman', exact: true })
  await userEvent.click(navigation.getByRole('link', { name: new RegExp(`^${entry}`) }))
  if (under === null) return
  const link = page.getByRole('link', { name: under, exact: true }).first()
  const isThere = page.getByRole('heading', { level: 1, name, exact: true })
  await expect.element(link.or(isThere).first()).toBeInTheDocument()
  if (link.query()) await userEvent.click(link)
}

const acts = page.getByRole('group', { name: 'Tindakan' })
export const act = (name: string) => acts.getByRole('button', { name, exact: true })

/** Begins an act of the open case, which stands on the bar or under "Lainnya". */
export async function begin(name: string): Promise<void> {
  await expect.element(acts.or(page.getByText('Tidak ada tindakan untuk Anda'))).toBeVisible()
  if (!act(name).query()) await userEvent.click(act('Lainnya'))
  await userEvent.click(act(name))
}

/** Opens a part of the case that has a tab of its own. */
export const showPart = (name: string) =>
  userEvent.click(page.getByRole('navigation', { name: 'Bagian pengaduan' }).getByRole('button', { name }))

/** The words that stand in a field. */
export const written = (name: string) => () => (field(name).first().element() as HTMLInputElement).value

/** What has the focus, through all shadow roots: the name of its field, or else its words. */
export function focused(): string {
  let element = document.activeElement
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement
  return element?.id || element?.textContent?.trim() || ''
}

/** Waits until what is known by now is drawn. */
export async function nextFrames(): Promise<void> {
  for (let frames = 0; frames < 2; frames++) await new Promise(requestAnimationFrame)
}

/**
 * Gives the person a window of another size, and waits until the page is laid out for it. A page may be measured at once
 * by its new width, and hears of that width by script only with its next frame.
 */
export async function resizeWindow(width: number, height: number): Promise<void> {
  await page.viewport(width, height)
  await expect.poll(() => innerWidth).toBe(width)
  await nextFrames()
}

const contrast = 'color-contrast'

/** Looks of words that were found good in this run. */
const looksSeen = new Set<string>()

/** Fails with what axe found on the page as it stands. Most of the time would go into contrast that it knows already. */
export async function expectAccessible(): Promise<void> {
  const options = { resultTypes: ['violations' as const] }
  const { violations } = await axe.run(document.body, { ...options, rules: { [contrast]: { enabled: false } } })
  const looks = looksOfWords()
  const include = looks.filter(({ key }) => !looksSeen.has(key)).map(({ element }) => element)
  if (include.length > 0)
    violations.push(...(await axe.run({ include }, { ...options, runOnly: [contrast] })).violations)
  const found = violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map(({ target, html }) => `${target.join(' ')} ${html.slice(0, 120)}`).join(' | ')}`,
  )
  expect(found, found.join('; ')).toEqual([])
  for (const { key } of looks) looksSeen.add(key)
}
