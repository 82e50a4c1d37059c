import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

export interface Certificate {
  /** Both in PEM. */
  readonly key: string
  readonly cert: string
}

/** A certificate that vouches for itself and for a name, for two days. */
export function makeCertificate(name: string): Certificate {
  const folder = mkdtempSync(join(tmpdir(), 'aduan-tls-'))
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
  const asked = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2']
  const named = ['-subj', `/CN=${name}`, '-addext', `subjectAltName=DNS:${name}`]
  execFileSync('openssl', [...asked, ...named, '-keyout', key, '-out', cert], { stdio: 'ignore' })
  const made = { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') }
  rmSync(folder, { recursive: true })
  return made
}

/** What came with a message, as the server saw it. */
export interface SeenMail {
  readonly secure: boolean
  readonly servername: string
  readonly user: string
  readonly from: string
  /** The name by which the sender greeted. */
  readonly host: string
}

/** A real mail server with TLS that knows one account: any user, with the password `benar`. */
export async function startTlsSmtp(certificate: Certificate, options: Partial<SMTPServerOptions> = {}) {
  const seen: SeenMail[] = []
  const server = new SMTPServer({
    ...certificate,
    closeTimeout: 50,
    onAuth({ username, password }, _session, callback) {
      const wrong = Object.assign(new Error('Nama atau kata sandi salah'), { responseCode: 535 })
      if (password === 'benar') callback(null, { user: username })
      else callback(wrong)
    },
    onData(stream, session, callback) {
      const { secure, servername, user, envelope, hostNameAppearsAs } = session
      const from = envelope.mailFrom ? envelope.mailFrom.address : ''
      seen.push({ secure, servername: String(servername), user: String(user), from, host: hostNameAppearsAs })
      stream.resume()
      stream.on('end', () => callback(null, 'Diterima'))
    },
    ...options,
  })
  // A client that breaks off is no fault of the server.
  server.on('error', () => {})
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const { port } = server.server.address() as AddressInfo
  return { port, seen, close: () => new Promise<void>((resolve) => server.close(() => resolve())) }
}
