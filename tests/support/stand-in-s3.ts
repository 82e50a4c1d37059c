import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import type { BucketPlace } from '../../service/adapters/s3/bucket.ts'

const ACCESS_KEY = 'kunci-contoh'

interface Upload {
  readonly key: string
  readonly at: string
  readonly parts: Map<number, Buffer>
}

/** What the bucket holds, and how badly it behaves. */
const newState = () => ({
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
  objects: new Map<string, Buffer>(),
  uploads: new Map<string, Upload>(),
})
type State = ReturnType<typeof newState>

/** A request for something in the bucket, and the way to answer it. */
interface Asked {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly bucket: string | undefined
  readonly key: string
  readonly query: URLSearchParams
  readonly body: Buffer
  readonly sum: string
  say(status: number, text?: string, headers?: Record<string, string>): void
}

const refuse = ({ say }: Asked, status: number, code: string) => say(status, `<Error><Code>${code}</Code></Error>`)

async function read(request: IncomingMessage, response: ServerResponse): Promise<Asked> {
  const body = await buffer(request)
  const { pathname, searchParams: query } = new URL(request.url ?? '', 'http://s3')
  const [, bucket, ...rest] = decodeURIComponent(pathname).split('/')
  return {
    ...{ request, response, bucket, key: rest.join('/'), query, body },
    sum: createHash('sha256').update(body).digest('hex'),
    say: (status, text = '', headers = {}) => void response.writeHead(status, headers).end(text),
  }
}

function answer(state: State, asked: Asked): unknown {
  const { request, bucket, query, sum } = asked
  if (state.breaks > 0) {
    state.breaks--
    return void request.socket.destroy()
  }
  if (state.busyFor > 0) {
    state.busyFor--
    return refuse(asked, 503, 'SlowDown')
  }
  const isOurs = (request.headers.authorization ?? '').includes(`Credential=${ACCESS_KEY}/`)
  if (!isOurs || request.headers['x-amz-content-sha256'] !== sum) return refuse(asked, 403, 'AccessDenied')
  if (bucket !== 'bukti') return refuse(asked, 404, 'NoSuchBucket')
  if (query.has('uploads')) return request.method === 'POST' ? beginUpload(state, asked) : listUploads(state, asked)
  if (query.has('uploadId')) return goOn(state, asked)
  if (query.has('list-type')) return asked.say(200, '<ListBucketResult></ListBucketResult>')
  if (request.method === 'PUT') return keep(state, asked)
  if (request.method === 'DELETE') {
    state.objects.delete(asked.key)
    return asked.say(204)
  }
  return give(state, asked)
}

function beginUpload({ uploads }: State, { key, say }: Asked): void {
  const id = randomBytes(8).toString('hex')
  uploads.set(id, { key, at: new Date().toISOString(), parts: new Map() })
  say(200, `<InitiateMultipartUploadResult><UploadId>${id}</UploadId></InitiateMultipartUploadResult>`)
}

function listUploads({ uploads }: State, { say }: Asked): void {
  const lines = [...uploads].map(
    ([id, { key, at }]) => `<Upload><Key>${key}</Key><UploadId>${id}</UploadId><Initiated>${at}</Initiated></Upload>`,
  )
  say(200, `<ListMultipartUploadsResult><IsTruncated>false</IsTruncated>${lines.join('')}</ListMultipartUploadsResult>`)
}

/** Takes a part of an upload, puts its parts together, or gives it up. */
function goOn(state: State, asked: Asked): unknown {
  const { request, key, query, body, sum, say } = asked
  const id = query.get('uploadId') ?? ''
  const upload = state.uploads.get(id)
  if (!upload) return refuse(asked, 404, 'NoSuchUpload')
  if (request.method === 'PUT') {
    upload.parts.set(Number(query.get('partNumber')), body)
    return say(200, '', { ETag: `"${sum}"` })
  }
  if (request.method === 'DELETE') {
    state.uploads.delete(id)
    return say(204)
  }
  if (state.losesParts) return refuse(asked, 200, 'InternalError')
  state.objects.set(key, Buffer.concat([...upload.parts].sort(([a], [b]) => a - b).map(([, part]) => part)))
  state.uploads.delete(id)
  say(200, '<CompleteMultipartUploadResult></CompleteMultipartUploadResult>')
}

function keep(state: State, asked: Asked): unknown {
  if (state.refuses?.test(asked.key)) return refuse(asked, 403, 'AccessDenied')
  state.objects.set(asked.key, asked.body)
  asked.say(200)
}

function give(state: State, asked: Asked): unknown {
  const { request, response, key } = asked
  const found = state.objects.get(key)
  if (!found) return refuse(asked, 404, 'NoSuchKey')
  const [, from = '0', to = ''] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '') ?? []
  const part = found.subarray(Number(from), to === '' ? undefined : Number(to) + 1)
  response.writeHead(request.headers.range ? 206 : 200, { 'Content-Length': part.length })
  if (state.breaksAfter === null) return void response.end(part)
  response.write(part.subarray(0, state.breaksAfter), () => request.socket.destroy())
  state.breaksAfter = null
}

/** A bucket in memory that speaks as much of S3 as we use, and behaves as badly as the test wants. */
export async function startStandInS3() {
  const state = newState()
  const server = createServer(
    (request, response) =>
      void read(request, response)
        .then((asked) => answer(state, asked))
        .catch(() => request.socket.destroy()),
  )
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
