import { readFile, stat } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { dirname, extname, join, resolve } from 'node:path'

const examples = resolve(import.meta.dirname, '../../../examples')
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
}

export interface SiteOfExamples {
  readonly origin: string
  /** Shows a page that is no file, at a path. */
  add(path: string, page: string): void
  close(): void
}

/**
 * `examples/` as a site of its own, on another origin than the service: each page with the headers that stand in the
 * `header.txt` beside it, and with the running service's address where the example names one.
 */
export async function aSiteOfExamples(service: string): Promise<SiteOfExamples> {
  const added = new Map<string, string>()
  const withService = (text: string) => text.replaceAll('http://localhost:8080', service)
  const readText = async (file: string) => withService(await readFile(file, 'utf8').catch(() => ''))
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const { pathname } = new URL(request.url ?? '/', 'http://site.example')
    const path = join(examples, pathname)
    const file = (await stat(path).catch(() => null))?.isDirectory() ? join(path, 'index.html') : path
    for (const line of (await readText(join(dirname(file), 'header.txt'))).split('\n').filter(Boolean)) {
      const [name = '', value = ''] = line.split(/: (.*)/)
      response.setHeader(name, value)
    }
    const said = added.get(pathname) ?? (await readText(file))
    response.statusCode = said ? 200 : 404
    response.setHeader('Content-Type', types[extname(added.has(pathname) ? pathname : file)] ?? 'text/plain').end(said)
  }
  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    add: (path, page) => added.set(path, withService(page)),
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}
