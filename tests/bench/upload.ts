import { request } from 'node:http'
import { unitAt } from '../support/an-office.ts'
import { type Measured, withService } from './a-service.ts'
import { amount, type Figure } from './figure.ts'
import { memoryOf } from './process-usage.ts'

const MEGABYTES = 300
const CHUNK = 64 * 1_024

/** One large file, sent as fast as the service takes it. */
export const benchUpload = (): Promise<readonly Figure[]> =>
  withService(async (measured) => {
    await allowLargeFiles(measured)
    const { now: before } = await memoryOf(measured.pid)
    const began = performance.now()
    await upload(measured)
    const seconds = (performance.now() - began) / 1_000
    const { peak } = await memoryOf(measured.pid)
    return [
      {
        what: `peak memory, ${MEGABYTES} MB upload`,
        value: peak,
        unit: 'MB',
        most: 200,
        beside: `before ${amount(before, 'MB')}`,
      },
      { what: 'speed of the upload', value: MEGABYTES / seconds, unit: 'MB/s' },
    ]
  })

async function allowLargeFiles({ service: { url } }: Measured): Promise<void> {
  const office = unitAt(url)
  const admin = await office.signIn('admin')
  const settings = await (await admin.get('/settings')).json()
  const response = await fetch(`${office.api}/settings`, {
    method: 'PUT',
    headers: { ...admin.headers, 'Content-Type': 'application/json' },
    body: JSON.stringify({ ...settings, evidence: { ...settings.evidence, maxMegabytes: MEGABYTES + 1 } }),
  })
  if (!response.ok) throw new Error(`The limit was not raised: ${await response.text()}`)
}

async function upload({ service: { url } }: Measured): Promise<void> {
  const boundary = 'batas-unggahan'
  const sending = request(`${unitAt(url).api}/evidence`, {
    method: 'POST',
    headers: { 'Content-Type': `multipart/form-data; boundary=${boundary}` },
  })
  const status = new Promise<number | undefined>((answered, failed) => {
    sending.on('response', (response) => response.resume().on('end', () => answered(response.statusCode)))
    sending.on('error', failed)
  })
  const write = async (bytes: Buffer | string) => {
    if (!sending.write(bytes)) await new Promise<void>((drained) => sending.once('drain', () => drained()))
  }
  await write(`--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="rekaman.pdf"\r\n\r\n%PDF-1.7\n`)
  const chunk = Buffer.alloc(CHUNK, 7)
  for (let sent = 0; sent < MEGABYTES * 1_048_576; sent += CHUNK) await write(chunk)
  sending.end(`\r\n--${boundary}--\r\n`)
  if ((await status) !== 201) throw new Error(`The upload was answered ${await status}.`)
}
