import { afterEach, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'

afterEach(() => {
  vi.restoreAllMocks()
  document.body.replaceChildren()
})

it('a text is copied where the browser refuses its clipboard, and the button says so only then', async () => {
  document.body.innerHTML = '<ui-copy text="KODE-7K2M" label="Salin" done-label="Tersalin"></ui-copy>'
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('', 'NotAllowedError'))
  const selected: (string | undefined)[] = []
  const copies = vi.spyOn(document, 'execCommand').mockImplementation(() => {
    selected.push(document.querySelector('ui-copy')?.shadowRoot?.querySelector('textarea')?.value)
    return selected.length > 1
  })

  await userEvent.click(page.getByRole('button', { name: 'Salin' }))
  await expect.poll(() => copies.mock.calls).toEqual([['copy']])
  await expect.element(page.getByRole('button', { name: 'Salin' })).toBeVisible()
  await userEvent.click(page.getByRole('button', { name: 'Salin' }))
  await expect.element(page.getByRole('button', { name: 'Tersalin' })).toBeVisible()
  expect(selected).toEqual(['KODE-7K2M', 'KODE-7K2M'])
})
