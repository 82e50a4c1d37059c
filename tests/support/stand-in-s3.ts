import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import type { BucketPlace } from '../../service/adapters/s3/talk-to-bucket.ts'

const ACCESS_KEY = 'kunci-contoh'

interface Upload {
  readonly key: string
  readonly at: string
  readonly parts: Map<number, Buffer>
}

/** A bucket in memory that speaks as much of S3 as we use, and behaves as badly as the test wants. */
export async function startStandInS3() {
  const objects = new Map<string, Buffer>()
  const uploads = new Map<string, Upload>()
  const state = {
    /** The next so many requests are answered with 503. */
    busyFor: 0,
    /** The connection of the next so many requests breaks before an answer. */
    breaks: 0,
    /** The next object that is read breaks off after so many bytes. */
    breaksAfter: null as number | null,
    /** Parts are put together into an error that follows a 200. */
    losesParts: false,
    /** Objects with such a key are not taken. */
    refuses: null as RegExp | null,
    objects,
    uploads,
  }

  async function answer(asked: IncomingMessage, told: ServerResponse): Promise<void> {
    const body = await buffer(asked)
    const { pathname, searchParams: query } = new URL(asked.url ?? '', 'http://s3')
    const [, bucket, ...rest] = decodeURIComponent(pathname).split('/')
    const key = rest.join('/')
    const say = (status: number, text = '', headers = {}) => void told.writeHead(status, headers).end(text)
    if (state.breaks > 0) {
      state.breaks--
      return void asked.socket.destroy()
    }
    if (state.busyFor > 0) {
      state.busyFor--
      return say(503, '<Error><Code>SlowDown</Code></Error>')
    }
    const sum = createHash('sha256').update(body).digest('hex')
    const isOurs = (asked.headers.authorization ?? '').includes(`Credential=${ACCESS_KEY}/`)
    if (!isOurs || asked.headers['x-amz-content-sha256'] !== sum)
      return say(403, '<Error><Code>AccessDenied</Code></Error>')
    if (bucket !== 'bukti') return say(404, '<Error><Code>NoSuchBucket</Code></Error>')
    const upload = uploads.get(query.get('uploadId') ?? '')
    if (query.has('uploadId') && !upload) return say(404, '<Error><Code>NoSuchUpload</Code></Error>')

    if (asked.method === 'POST' && query.has('uploads')) {
      const id = randomBytes(8).toString('hex')
      uploads.set(id, { key, at: new Date().toISOString(), parts: new Map() })
      return say(200, `<InitiateMultipartUploadResult><UploadId>${id}</UploadId></InitiateMultipartUploadResult>`)
    }
    if (asked.method === 'PUT' && upload) {
      upload.parts.set(Number(query.get('partNumber')), body)
      return say(200, '', { ETag: `"${sum}"` })
    }
    if (asked.method === 'POST' && upload) {
      if (state.losesParts) return say(200, '<Error><Code>InternalError</Code></Error>')
      objects.set(key, Buffer.concat([...upload.parts].sort(([a], [b]) => a - b).map(([, part]) => part)))
      uploads.delete(query.get('uploadId') ?? '')
      return say(200, '<CompleteMultipartUploadResult></CompleteMultipartUploadResult>')
    }
    if (asked.method === 'DELETE') {
      if (upload) uploads.delete(query.get('uploadId') ?? '')
      else objects.delete(key)
      return say(204)
    }
    if (asked.method === 'PUT') {
      if (state.refuses?.test(key)) return say(403, '<Error><Code>AccessDenied</Code></Error>')
      objects.set(key, body)
      return say(200)
    }
    if (query.has('uploads')) {
      const lines = [...uploads].map(
        ([id, one]) =>
          `<Upload><Key>${one.key}</Key><UploadId>${id}</UploadId><Initiated>${one.at}</Initiated></Upload>`,
      )
      return say(
        200,
        `<ListMultipartUploadsResult><IsTruncated>false</IsTruncated>${lines.join('')}</ListMultipartUploadsResult>`,
      )
    }
    if (query.has('list-type')) return say(200, '<ListBucketResult></ListBucketResult>')
    const found = objects.get(key)
    if (!found) return say(404, '<Error><Code>NoSuchKey</Code></Error>')
    const [, from = '0', to = ''] = /^bytes=(\d+)-(\d*)$/.exec(asked.headers.range ?? '') ?? []
    const part = found.subarray(Number(from), to === '' ? undefined : Number(to) + 1)
    told.writeHead(asked.headers.range ? 206 : 200, { 'Content-Length': part.length })
    if (state.breaksAfter === null) return void told.end(part)
    told.write(part.subarray(0, state.breaksAfter), () => asked.socket.destroy())
    state.breaksAfter = null
  }

  const server = createServer((asked, told) => void answer(asked, told).catch(() => asked.socket.destroy()))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const place: BucketPlace = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/bukti/aduan`,
    region: 'us-east-1',
    accessKey: ACCESS_KEY,
    secretKey: 'rahasia-contoh',
  }
  return Object.assign(state, {
    place,
    close() {
      server.closeAllConnections()
      server.close()
    },
  })
}
