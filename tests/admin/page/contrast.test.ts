import { expect, it, onTestFinished } from 'vitest'
import { expectAccessible } from '../support/an-office.ts'

it('faint words are found in shadow roots and in slots, also where good ones were seen in the same place', async () => {
  const host = document.createElement('div')
  onTestFinished(() => host.remove())
  document.body.append(host)
  host.attachShadow({ mode: 'open' }).innerHTML = '<main><h1>Kata</h1><p><slot></slot></p></main>'
  host.innerHTML = '<span>Kata lain</span>'
  const within = host.shadowRoot?.querySelector('p')
  for (const faint of [within, host.querySelector('span')]) {
    await expectAccessible()
    faint?.setAttribute('style', 'color: #ccc')
    await expect(expectAccessible()).rejects.toThrow('color-contrast')
    faint?.removeAttribute('style')
  }
})
