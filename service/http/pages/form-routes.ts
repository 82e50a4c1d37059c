import { type Context, Hono } from 'hono'
import { listReadingPosts, namePosts } from '../../case/reading-posts.ts'
import { complaintRequest } from '../../contract/complaint-request.ts'
import { type ReceivedEvidence, receiveEvidence, safeFileName } from '../../filing/evidence/evidence.ts'
import { holdInShare } from '../../filing/evidence/shares.ts'
import { storyProblems } from '../../filing/new-complaint.ts'
import { dropHeld } from '../../keeping/evidence/held-evidence.ts'
import { awaitsStaff, notReady } from '../../offices/duties/duties.ts'
import { refuseClosing } from '../../offices/tenants/tenant-directory.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { AppEnv } from '../app-env.ts'
import { beginRefusal, fieldProblems, fieldSentence, refusalIn, sentenceFor } from '../problem.ts'
import { fileAtDoor } from '../public/filing-routes.ts'
import { readMultipart } from '../send-file.ts'
import { viewWordings } from '../view-wording.ts'
import { receiptView } from '../views/complaint-view.ts'
import { trustView } from '../views/tenant-view.ts'
import { type FieldProblem, questionsAsked, wasAsked } from './form-fields.ts'
import { formPage, formResultPage } from './form-page.ts'
import type { PageOffice } from './page.ts'
import { viewOfTenant } from './page-routes.ts'
import { type FormFields, type FormFile, fieldText, heldFiles, readForm, recordingIn } from './read-form.ts'

/** Status and headers of a page: those of the API where it shows a refusal. */
interface Begun {
  readonly status: 200 | ReturnType<typeof beginRefusal>['status']
  readonly headers?: ReturnType<typeof beginRefusal>['headers']
}

type Uploaded = (ReceivedEvidence & FormFile) | Refusal

/** After a refusal the form comes back with what was written and each problem beside its field. */
export function formRoutes(ports: PageOffice) {
  const { assets, limits, addressOf } = ports
  const forms = new Hono<AppEnv>()

  forms.get('/', async (c) => {
    refuseClosing(c.get('tenant'))
    if (awaitsStaff(c.get('tenant'), c.get('unheld'))) throw notReady()
    const submission = ports.newId()
    const posts = await postsOf(ports, c)
    const tenant = viewOfTenant(c, ports)
    return c.html(formPage({ tenant, assets, fields: {}, problems: [], held: [], submission, posts }))
  })

  forms.post('/', async (c) => {
    c.header('Cache-Control', 'no-store')
    const tenant = c.get('tenant')
    const { fields, files } = await readMultipart<Uploaded>(c.req.raw, async (field, name, bytes) => {
      try {
        await limits.beforeEntering('plain upload', { address: addressOf(c), tenant: tenant.id })
        await ports.quotas.beforeUpload(tenant)
        const from = ports.hashAddress(addressOf(c))
        const held = await holdInShare(
          ports,
          tenant,
          { from, bytes: 0 },
          () => receiveEvidence(ports, tenant, { name: safeFileName(name), from }, bytes),
          ({ id }) => dropHeld(ports, tenant.id, [id]),
        )
        return { ...held, isSpoken: field === 'spoken' }
      } catch (cause) {
        const refusal = refusalIn(cause)
        if (refusal) return refusal
        throw cause
      }
    })
    const uploaded = files.filter(isHeld)
    const refused = files.filter((file) => file instanceof Refusal)
    const unit = viewOfTenant(c, ports)
    const questions = questionsAsked(unit, fields)
    const again = async (problems: readonly FieldProblem[], { status, headers }: Begun) =>
      c.html(
        formPage({
          tenant: unit,
          assets,
          fields,
          problems,
          held: [...heldFiles(fields), ...uploaded.filter(({ isSpoken }) => !isSpoken)],
          recording: recordingIn(fields, uploaded),
          submission: submissionOf(fields) ?? ports.newId(),
          posts: await postsOf(ports, c),
        }),
        status,
        headers,
      )
    const written = readForm(fields, uploaded, questions)
    const read = complaintRequest.safeParse(written)
    const problems = [
      ...refused.flatMap((refusal) => sentences(c, refusal, 'evidence')),
      ...(read.success ? [] : invalid(c, read.error.issues)),
      ...missingStory(c, written),
    ]
    if (!read.success || problems.length > 0)
      return again(problems, refused[0] ? beginRefusal(refused[0]) : { status: 400 })
    if (questions.length > 0 && !wasAsked(fields)) return again([], { status: 200 })

    try {
      const key = submissionOf(fields) ?? ports.newId()
      const received = await fileAtDoor(ports, c, 'plain filing', read.data, key)
      const context = { wording: viewWordings[c.get('language')], links: ports.links, now: ports.now() }
      const receipt = receiptView(received.complaint, received.trackingCode, tenant, context)
      const { fingerprint } = await trustView(tenant, ports)
      return c.html(formResultPage(unit, receipt, fingerprint.join(' '), assets), 201)
    } catch (cause) {
      const refusal = refusalIn(cause)
      if (!refusal) throw cause
      return again(sentences(c, refusal), beginRefusal(refusal))
    }
  })
  return forms
}

async function postsOf({ staff, vault }: PageOffice, c: Context<AppEnv>) {
  const { id } = c.get('tenant')
  return listReadingPosts(await staff.members(id), undefined, await namePosts(vault, id))
}

const isHeld = (file: Uploaded): file is Exclude<Uploaded, Refusal> => !(file instanceof Refusal)

const submissionOf = (fields: FormFields): string | undefined => fieldText(fields, 'submission')?.slice(0, 100)

const invalid = (c: Context<AppEnv>, issues: Parameters<typeof fieldProblems>[0]): FieldProblem[] =>
  fieldProblems(issues).map(({ path, code }) => ({ path, message: fieldSentence(code, c.get('language')) }))

const missingStory = (c: Context<AppEnv>, written: ReturnType<typeof readForm>): FieldProblem[] =>
  storyProblems(written).map(({ path, code }) => ({ path, message: fieldSentence(code, c.get('language')) }))

function sentences(c: Context<AppEnv>, { code, details, fields }: Refusal, path = ''): FieldProblem[] {
  const language = c.get('language')
  if (fields.length > 0)
    return fields.map((field) => ({ path: field.path, message: fieldSentence(field.code, language) }))
  return [{ path, message: sentenceFor(code, language, details) }]
}
