import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readConfig } from '../../service/running/config.ts'

const problemsOf = (environment: Record<string, string>): string => {
  try {
    readConfig(environment)
  } catch (cause) {
    return (cause as Error).message
  }
  throw new Error('It would start.')
}

describe('an operator who says nothing', () => {
  it('gets a service on this machine alone, with its own store and mailbox, and the limits on', () => {
    expect(readConfig({})).toEqual({
      host: '127.0.0.1',
      port: 8080,
      drainsFor: 0,
      publicUrl: null,
      dataFolder: resolve('data'),
      erasuresFile: resolve('data/erasures.json'),
      mongoUri: null,
      evidenceS3: null,
      masterKey: null,
      previousMasterKey: null,
      operator: null,
      backupFolder: null,
      backupS3: null,
      demo: null,
      inbound: null,
      inboundUnit: null,
      ownMailServer: null,
      chatIntake: ['whatsapp'],
      demoPassword: null,
      mail: { by: 'mailbox' },
      mailFrom: 'Aduan <aduan@localhost>',
      staffMailDomains: [],
      whatsApp: null,
      sms: null,
      clamd: null,
      oidc: null,
      outboundAllow: [],
      limits: true,
      securityContacts: [],
      tracing: null,
      metricsToken: null,
      sessionIdleAfter: 3_600_000,
      trustProxy: false,
      logLevel: 'info',
      production: false,
    })
  })

  it('and one who leaves everything empty says nothing', () => {
    const names = ['PORT', 'HOST', 'PUBLIC_URL', 'DATA_DIR', 'MASTER_KEY', 'DEMO', 'LIMITS', 'LOG_LEVEL', 'SMTP_URL']
    expect(readConfig(Object.fromEntries(names.map((name) => [name, ''])))).toEqual(readConfig({}))
  })
})

describe('an operator who says how', () => {
  it.each([
    [{ PORT: '0' }, { port: 0 }],
    [
      { HOST: '0.0.0.0', PORT: '443' },
      { host: '0.0.0.0', port: 443 },
    ],
    [{ DRAIN_SECONDS: '5' }, { drainsFor: 5_000 }],
    [{ PUBLIC_URL: 'https://aduan.example/' }, { publicUrl: 'https://aduan.example' }],
    [{ DATA_DIR: '/var/lib/aduan' }, { dataFolder: '/var/lib/aduan' }],
    [
      { EVIDENCE_S3_URL: 'https://s3.example/bukti/', EVIDENCE_S3_ACCESS_KEY: 'a', EVIDENCE_S3_SECRET_KEY: 'b' },
      { evidenceS3: { url: 'https://s3.example/bukti', region: 'us-east-1', accessKey: 'a', secretKey: 'b' } },
    ],
    [{ MONGODB_URI: 'mongodb+srv://kluster.example/aduan' }, { mongoUri: 'mongodb+srv://kluster.example/aduan' }],
    [{ MASTER_KEY: Buffer.alloc(32, 7).toString('base64') }, { masterKey: new Uint8Array(32).fill(7) }],
    [
      { OPERATOR_EMAIL: 'Operator@Pengelola.example', OPERATOR_PASSWORD: 'tiga-perahu-biru-9' },
      { operator: { email: 'operator@pengelola.example', password: 'tiga-perahu-biru-9' } },
    ],
    [{ OPERATOR_EMAIL: 'a@b.example' }, { operator: { email: 'a@b.example', password: null } }],
    [{ BACKUP_FOLDER: '/mnt/cadangan' }, { backupFolder: '/mnt/cadangan' }],
    [{ DEMO: 'off' }, { demo: false }],
    [
      { DEMO: 'on', DEMO_PASSWORD: 'sandi-contoh' },
      { demo: true, demoPassword: 'sandi-contoh' },
    ],
    [
      { RESEND_API_KEY: 're_contoh' },
      { mail: { by: 'resend', apiKey: 're_contoh', baseUrl: null, webhookSecret: null } },
    ],
    [
      { WHATSAPP_TOKEN: 't', WHATSAPP_PHONE_ID: '1', WHATSAPP_BASE_URL: 'http://127.0.0.1:1/v24.0/' },
      { whatsApp: { token: 't', phoneId: '1', baseUrl: 'http://127.0.0.1:1/v24.0', proof: null } },
    ],
    [{ SMTP_URL: 'smtps://surat.example' }, { mail: { by: 'smtp', url: 'smtps://surat.example' } }],
    [{ CLAMD_URL: 'tcp://clamd.example:3310' }, { clamd: { host: 'clamd.example', port: 3310 } }],
    [{ CLAMD_URL: 'tcp://[::1]:3310' }, { clamd: { host: '::1', port: 3310 } }],
    [{ OUTBOUND_ALLOW: '10.1.2.3:443, [fd00::1]:8080' }, { outboundAllow: ['10.1.2.3:443', '[fd00::1]:8080'] }],
    [{ CLAMD_URL: 'unix:/run/clamav/clamd.ctl' }, { clamd: { path: '/run/clamav/clamd.ctl' } }],
    [{ LIMITS: 'off' }, { limits: false }],
    [{ NODE_ENV: 'production' }, { production: true, limits: true }],
    [{ TRUST_PROXY: 'on' }, { trustProxy: true }],
    [{}, { tracing: null }],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://kolektor.example:4318', OTEL_SDK_DISABLED: 'true' }, { tracing: null }],
    [{ OTEL_TRACES_EXPORTER: 'none', OTEL_EXPORTER_OTLP_ENDPOINT: 'http://kolektor.example' }, { tracing: null }],
    [
      {
        OTEL_EXPORTER_OTLP_ENDPOINT: 'http://kolektor.example:4318/',
        OTEL_EXPORTER_OTLP_HEADERS: 'authorization=Bearer%20kunci,x-unit=pusat',
        OTEL_RESOURCE_ATTRIBUTES: 'deployment.environment.name=uji,service.name=lain',
        OTEL_SERVICE_NAME: 'aduan-uji',
        OTEL_TRACES_SAMPLER: 'parentbased_traceidratio',
        OTEL_TRACES_SAMPLER_ARG: '0.25',
      },
      {
        tracing: {
          url: 'http://kolektor.example:4318/v1/traces',
          headers: { authorization: 'Bearer kunci', 'x-unit': 'pusat' },
          within: 10_000,
          resource: { 'service.name': 'aduan-uji', 'deployment.environment.name': 'uji' },
          kept: 0.25,
          heedsParent: true,
        },
      },
    ],
    [{ OTEL_TRACES_EXPORTER: 'otlp' }, { tracing: { url: 'http://localhost:4318/v1/traces', kept: 1 } }],
  ])('is understood: %o', (environment, expected) => {
    expect(readConfig(environment as Record<string, string>)).toMatchObject(expected)
  })
})

describe('an operator who errs', () => {
  it.each([
    [{ PORT: '70000' }, 'PORT must be a whole number from 0 to 65535, not "70000".'],
    [{ PORT: 'delapan' }, 'PORT must be a whole number'],
    [{ PUBLIC_URL: 'aduan.example' }, 'PUBLIC_URL must be an http(s) address, not "aduan.example".'],
    [{ MONGODB_URI: 'postgres://x' }, 'MONGODB_URI must begin with mongodb://'],
    [{ MASTER_KEY: 'cGVuZGVr' }, 'MASTER_KEY must be 32 bytes in base64; it has 6.'],
    [{ OPERATOR_PASSWORD: 'tiga-perahu-biru-9' }, 'OPERATOR_EMAIL is missing'],
    [{ OPERATOR_EMAIL: 'a@b.example', OPERATOR_PASSWORD: 'bismillah123' }, 'OPERATOR_PASSWORD is a common one'],
    [{ NODE_ENV: 'production', DEMO_PASSWORD: 'indonesia2026' }, 'production refuses it'],
    [{ METRICS_TOKEN: 'pendek' }, 'METRICS_TOKEN must have 16'],
    [{ OPERATOR_EMAIL: 'a@b.example', OPERATOR_PASSWORD: 'pendek' }, 'OPERATOR_PASSWORD must have 12 characters'],
    [{ DEMO: 'ya' }, 'DEMO must be one of on, off, not "ya".'],
    [{ DEMO_PASSWORD: 'x' }, 'DEMO_PASSWORD must have 8 characters or more.'],
    [{ WHATSAPP_TOKEN: 'x' }, 'WHATSAPP_PHONE_ID is missing'],
    [{ WHATSAPP_APP_SECRET: 'x' }, 'WHATSAPP_VERIFY_TOKEN is missing'],
    [{ SMS_URL: 'sms.example' }, 'SMS_URL must be an http(s) address'],
    [{ LIMITS: 'no' }, 'LIMITS must be one of on, off'],
    [{ LIMITS: 'off', NODE_ENV: 'production' }, 'production refuses it'],
    [{ CLAMD_URL: 'clamd.example:3310' }, 'CLAMD_URL must be tcp://host:port or unix:/path, not "clamd.example:3310".'],
    [{ CLAMD_URL: 'tcp://clamd.example' }, 'CLAMD_URL must be tcp://host:port'],
    [{ OUTBOUND_ALLOW: 'intern.example:443' }, 'OUTBOUND_ALLOW must be addresses with their ports'],
    [{ CLAMD_URL: 'unix:clamd.ctl' }, 'CLAMD_URL must be tcp://host:port'],
    [{ LOG_LEVEL: 'keras' }, 'LOG_LEVEL must be one of'],
    [{ RESEND_BASE_URL: 'localhost:1' }, 'RESEND_BASE_URL must be an http(s) address'],
    [{ OTEL_TRACES_EXPORTER: 'zipkin' }, 'OTEL_TRACES_EXPORTER must be otlp or none, not "zipkin".'],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'kolektor:4317' }, 'OTEL_EXPORTER_OTLP_ENDPOINT must be an http(s) address'],
    [
      { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://kolektor.example', OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc' },
      'OTEL_EXPORTER_OTLP_PROTOCOL must be http/json, not "grpc".',
    ],
    [
      { OTEL_TRACES_EXPORTER: 'otlp', OTEL_EXPORTER_OTLP_HEADERS: 'kunci rahasia' },
      'OTEL_EXPORTER_OTLP_HEADERS must be name=value pairs',
    ],
    [{ OTEL_TRACES_EXPORTER: 'otlp', OTEL_TRACES_SAMPLER: 'acak' }, 'OTEL_TRACES_SAMPLER must be always_on'],
    [{ OTEL_TRACES_EXPORTER: 'otlp', OTEL_TRACES_SAMPLER_ARG: '2' }, 'OTEL_TRACES_SAMPLER_ARG must be from 0 to 1.'],
  ])('is told so: %o', (environment, sentence) => {
    expect(problemsOf(environment as Record<string, string>)).toContain(sentence)
  })

  it('is told everything at once, and never reads a secret back', () => {
    const told = problemsOf({ PORT: '-1', MASTER_KEY: 'rahasia-sekali', DEMO_PASSWORD: 'rahasia', LIMITS: 'x' })
    expect(told.split('\n')).toHaveLength(5)
    expect(told).toMatch(/^Cannot start:\n- /)
    expect(told).not.toContain('rahasia')
  })
})
