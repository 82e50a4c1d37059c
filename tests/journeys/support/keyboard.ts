import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

interface Stop {
  /** What it is called: its label, its words, or what it is. */
  readonly name: string
  readonly isVisible: boolean
  readonly isMarked: boolean
}

/** What has the focus, through all shadow roots: `null` where nothing has. */
const stopNow = `(() => {
  let one = document.activeElement
  while (one?.shadowRoot?.activeElement) one = one.shadowRoot.activeElement
  if (!one || one === document.body) return null
  const root = one.getRootNode()
  const spoken = (ids) => ids && ids.split(' ').map((id) => root.getElementById(id)?.textContent ?? '').join(' ')
  const name = one.getAttribute('aria-label') || spoken(one.getAttribute('aria-labelledby')) || one.labels?.[0]?.textContent || one.textContent
  const box = one.getBoundingClientRect()
  const around = [one, one.closest('.card'), one.closest('label')].filter(Boolean).map((it) => getComputedStyle(it))
  return {
    name: name.replace(/\\s+/g, ' ').trim().slice(0, 60),
    isVisible: box.bottom > 0 && box.top < innerHeight && box.width > 0,
    // The button in a date field is the browser's own, and so is its mark.
    isMarked: one.type === 'date' || around.some(({ outlineStyle, outlineWidth }) => outlineStyle === 'auto' || (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2)),
  }
})()`

/** Somebody who has no mouse: each stop on the way must be on the screen and be seen to have the focus. */
export function keyboardOf(page: Page) {
  const { keyboard } = page
  const has = (thing: Locator) => thing.evaluate((one) => one.matches(':focus'))

  async function step(): Promise<string> {
    await keyboard.press('Tab')
    const stop = (await page.evaluate(stopNow)) as Stop | null
    if (!stop) throw new Error('The focus is lost')
    expect(stop).toEqual({ name: stop.name, isVisible: true, isMarked: true })
    return stop.name
  }

  return {
    ...{ press: (key: string) => keyboard.press(key), type: (text: string) => keyboard.type(text) },

    /** Tabs until something has the focus. @returns the names of the stops on the way, it included */
    async to(thing: Locator): Promise<string[]> {
      await thing.waitFor()
      const stops: string[] = []
      while (!(await has(thing))) {
        if (stops.length > 40) throw new Error(`Never reached ${thing} by: ${stops.join(' · ')}`)
        stops.push(await step())
      }
      return stops
    },

    /** Waits until something got the focus by itself. */
    gets: (thing: Locator) => expect.poll(async () => (await thing.count()) === 1 && has(thing)).toBe(true),
  }
}
