import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { expect, inject } from 'vitest'
import { looksOfWords } from '../../support/looks-of-words.ts'
import { desktop, phone, resizeWindow } from './a-person.ts'
import { theBrowser } from './browser.ts'

/** The checker in ASCII, which goes into a page in less time. It need not quote elements. */
const axe = `${readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8').replace(
  /[\u0080-\uffff]/g,
  (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
)};axe.configure({ noHtml: true })`

/** Rules that do not look into shadow roots for the other end of a skip link; a journey presses it instead. */
const aboutSkipLinks = ['region', 'skip-link']

/** What the width of a screen decides by itself. The rest is looked at once, on the person's own screen. */
const aboutWidth = ['target-size', 'scrollable-region-focusable', 'aria-hidden-focus']

/** What a page shows: elements through all shadow roots, attributes, words without their digits, what is ticked and where the focus is. */
const stateOfThePage = `(() => {
  const parts = []
  const walk = (root) => {
    const focused = root.activeElement
    const write = (node) => {
      for (const one of node.childNodes) {
        if (one.nodeType === Node.TEXT_NODE) parts.push(one.data)
        if (one.nodeType !== Node.ELEMENT_NODE || one.localName === 'script') continue
        const states = [one === focused, one.checked, one.disabled, Boolean(one.value)]
        parts.push('<' + one.localName, ...[...one.attributes].map(({ name, value }) => name + '=' + value), states.join() + '>')
        if (one.shadowRoot) walk(one.shadowRoot)
        write(one)
        parts.push('</>')
      }
    }
    write(root)
  }
  walk(document)
  return parts.join('\\n').replace(/\\d+/g, '0')
})()`

export const stateOf = (page: Page): Promise<string> => page.evaluate(stateOfThePage)

/** Fails unless everybody can use what the page shows now, on a phone and on an office screen. */
export async function everybodyCanUse(page: Page): Promise<void> {
  const own = page.viewportSize() ?? desktop
  const state = createHash('sha256')
    .update(`${own.width} ${await stateOf(page)}`)
    .digest('base64url')
  const seen = join(inject('pagesSeen'), state)
  if (existsSync(seen)) return
  const other = own.width === phone.width ? desktop : phone
  const found = await violations(page)
  await resizeWindow(page, other)
  // What lies under the head of the page after scrolling is no part of how it is built.
  await page.evaluate('scrollTo(0, 0)')
  found.push(...(await violations(page, aboutWidth)).map((violation) => `${other.width} wide: ${violation}`))
  await resizeWindow(page, own)
  expect(found, `${await page.title()}: ${found.join('; ')}`).toEqual([])
  writeFileSync(seen, '')
}

/** Where a page is wider than the screen: the innermost elements that reach over its edge, through all shadow roots. */
const beyondTheEdge = `(() => {
  if (document.documentElement.scrollWidth <= innerWidth) return []
  const deep = (root) => [...root.querySelectorAll('*')].flatMap((one) => [one, ...(one.shadowRoot ? deep(one.shadowRoot) : [])])
  const wide = deep(document).filter((one) => one.getBoundingClientRect().right > innerWidth + 0.5)
  return wide.slice(-3).map((one) => one.localName + '.' + one.className + ' to ' + Math.round(one.getBoundingClientRect().right))
})()`

const contrast = 'color-contrast'
const withoutContrast = { rules: { [contrast]: { enabled: false } } }

/** Looks of words that were found good by the journeys of this worker. */
const looksSeen = new Set<string>()

/**
 * What the checker finds in the elements that a list of the page holds. A passing message may have left the page since
 * it was listed, and the checker refuses what is not there. What it found good would be another 50 kB to write and to
 * read for nothing.
 */
const run = (page: Page, list: string, options: object): Promise<AxeResults['violations']> =>
  page.evaluate(`(() => {
    const include = ${list}.filter((one) => one.isConnected)
    return include.length === 0 ? [] : axe.run({ include }, ${JSON.stringify(options)}).then(({ violations }) => violations)
  })()`)

async function violations(page: Page, rules?: readonly string[]): Promise<string[]> {
  // Evaluated by the browser's own tools, so that the page's content security policy stays as it is; half a megabyte.
  if (await page.evaluate(`typeof axe === 'undefined'`)) await page.evaluate(axe)
  // What lies in a frame of another origin cannot be asked, and the question alone is an error there.
  const options = {
    preload: false,
    iframes: false,
    resultTypes: ['violations'],
    ...(rules ? { runOnly: rules } : withoutContrast),
  }
  const found = await run(page, '[document.documentElement]', options)
  // Most of the time went into contrast, and most words look as they do on another page.
  const looks: string[] = rules ? [] : await page.evaluate(`(looks = (${looksOfWords})()).map(({ key }) => key)`)
  const unseen = looks.flatMap((key, at) => (looksSeen.has(key) ? [] : [at]))
  if (unseen.length > 0) {
    const list = `${JSON.stringify(unseen)}.map((at) => looks[at].element)`
    found.push(...(await run(page, list, { ...options, rules: undefined, runOnly: [contrast] })))
  }
  if (found.length === 0) for (const key of looks) looksSeen.add(key)
  const beyond = (await page.evaluate(beyondTheEdge)) as string[]
  return [
    ...found.flatMap(({ id, nodes }) =>
      nodes
        .filter(({ target }) => !(aboutSkipLinks.includes(id) && target.flat().at(-1) === '.skip'))
        // Where something was scrolled to, a target may lie half under the edge.
        .filter(({ failureSummary }) => !failureSummary?.includes('partially obscured'))
        .map(({ target, failureSummary }) => `${id} at ${target.flat().join(' ')}: ${failureSummary}`),
    ),
    ...beyond.map((one) => `wider than the screen: ${one}`),
  ]
}

/** The same for a browser without scripts, by a copy of what it shows: the checker is a script itself. */
export async function everybodyCanUseWithoutScripts(page: Page): Promise<void> {
  const copy = await (await theBrowser()).newPage({ reducedMotion: 'reduce' })
  const body = await page.content()
  await copy.route(page.url(), (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body }), {
    times: 1,
  })
  await copy.goto(page.url())
  await everybodyCanUse(copy)
  await copy.close()
}
