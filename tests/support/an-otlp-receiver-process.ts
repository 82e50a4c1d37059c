import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A collector that takes traces over OTLP/HTTP as JSON, in a process of its own. Tells its parent each request. */
const server = createServer((request, response) => {
  let text = ''
  request.on('data', (piece) => {
    text += piece
  })
  request.on('end', () => {
    process.send?.({ path: request.url, headers: request.headers, body: JSON.parse(text) })
    response.writeHead(200, { 'Content-Type': 'application/json' }).end('{}')
  })
})
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }))
