import { describe, expect, it } from 'vitest'
import { reactive, WidgetElement } from '../../../widget/element/widget-element.ts'

let drawings = 0

class Greeting extends WidgetElement {
  static observedAttributes = ['name']

  @reactive name = 'Siti'
  @reactive isLoud = false
  private wish = ''

  protected override willUpdate() {
    if (this.name === 'broken') throw new Error('A fault of this element')
    this.wish = `Selamat pagi, ${this.name}`
  }

  protected override render() {
    drawings += 1
    return this.isLoud ? this.wish.toUpperCase() : this.wish
  }
}
customElements.define('test-greeting', Greeting)

const greeting = () => document.createElement('test-greeting') as Greeting

/** On the page until the test is over. */
async function onPage(element: Greeting): Promise<Greeting> {
  document.body.append(element)
  await element.updateComplete
  return element
}

const words = (element: Element) => element.shadowRoot?.textContent

describe('an element of the widget', () => {
  it('draws itself once for all that changes together', async () => {
    const element = await onPage(greeting())
    const before = drawings
    element.name = 'Budi'
    element.isLoud = true
    await element.updateComplete
    expect(words(element)).toBe('SELAMAT PAGI, BUDI')
    expect(drawings).toBe(before + 1)
    element.remove()
  })

  it('draws nothing again when a property is set to what it is', async () => {
    const element = await onPage(greeting())
    const before = drawings
    element.name = 'Siti'
    await element.updateComplete
    expect(drawings).toBe(before)
    element.remove()
  })

  it('waits with its first drawing until it is on a page', async () => {
    const element = greeting()
    await Promise.resolve()
    expect(words(element)).toBe('')
    await onPage(element)
    expect(words(element)).toBe('Selamat pagi, Siti')
    element.remove()
  })

  it('takes its attributes, and stays as it is when one is taken away', async () => {
    const element = greeting()
    element.setAttribute('name', 'Budi')
    await onPage(element)
    expect(words(element)).toBe('Selamat pagi, Budi')
    element.removeAttribute('name')
    await element.updateComplete
    expect(words(element)).toBe('Selamat pagi, Budi')
    element.remove()
  })

  it('keeps what a page set before the script had arrived, and follows it afterwards', async () => {
    const early = document.createElement('test-late') as Greeting
    early.name = 'Budi'
    customElements.define('test-late', class extends Greeting {})
    await onPage(early)
    expect(words(early)).toBe('Selamat pagi, Budi')
    early.name = 'Siti'
    await early.updateComplete
    expect(words(early)).toBe('Selamat pagi, Siti')
    early.remove()
  })

  it('keeps what is on the screen when a drawing fails, and draws the next', async () => {
    const element = await onPage(greeting())
    element.name = 'broken'
    await expect(element.updateComplete).rejects.toThrow('A fault of this element')
    expect(words(element)).toBe('Selamat pagi, Siti')
    element.name = 'Budi'
    await element.updateComplete
    expect(words(element)).toBe('Selamat pagi, Budi')
    element.remove()
  })

  it('goes on after it was moved on the page', async () => {
    const element = await onPage(greeting())
    element.name = 'Budi'
    await onPage(element)
    expect(words(element)).toBe('Selamat pagi, Budi')
    element.remove()
  })
})
