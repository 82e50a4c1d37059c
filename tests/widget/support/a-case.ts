import { page, userEvent } from 'vitest/browser'
import type { ComplaintView, ReceiptView } from '../../../service/contract/complaint-view.ts'
import { aUnit, aWidget, button, instruct, service } from './a-widget.ts'

/** A complaint that was filed before, with parts of its view as the test needs them. */
export async function aCase(parts: Partial<ComplaintView> = {}, privacy = 'named') {
  const tenant = aUnit()
  const response = await fetch(`${service}/api/v1/tenants/${tenant}/complaints`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': tenant },
    body: JSON.stringify({ category: 'illegal_levy', privacy, subject: 'Diminta uang di loket', evidence: [] }),
  })
  const { number, trackingCode }: ReceiptView = await response.json()
  await instruct(tenant, { cases: { [number]: parts } })
  return { tenant, number, trackingCode }
}

type Filed = Awaited<ReturnType<typeof aCase>>

/** The follow-up page of a case, opened with number and code, and all its parts unfolded unless the test is about that. */
export async function followed({ tenant, number, trackingCode }: Filed, { remember = false, folded = false } = {}) {
  const widget = await aWidget({ tenant, view: 'follow' })
  await userEvent.fill(page.getByLabelText('Nomor pengaduan'), number)
  await userEvent.fill(page.getByLabelText('Kode lacak'), trackingCode)
  if (remember) await userEvent.click(page.getByRole('checkbox', { name: /Ingat sampai halaman/ }))
  await userEvent.click(button('Lihat pengaduan'))
  await page.getByRole('heading', { name: `Pengaduan ${number}` }).findElement()
  const parts = widget.shadowRoot
    ?.querySelector('aduan-follow')
    ?.shadowRoot?.querySelectorAll<HTMLDetailsElement>('.fold')
  for (const part of parts ?? []) part.open = !folded
  return widget
}
