import { hasCovered } from '../../case/covering.ts'
import type { LetterLine, LetterPaper, LetterView } from '../../contract/letters.ts'
import { actsOn, approversOf, type LetterOnCase, obstacleOf } from '../../desk/letters/letter-access.ts'
import { composeLetter, factsOf, type LetterDocument } from '../../desk/letters/letter-document.ts'
import { letterTexts } from '../../desk/letters/letter-texts.ts'
import { kindOf } from '../../keeping/letters/letter.ts'
import { localDateOf } from '../../offices/calendar/working-days.ts'
import type { StaffMember } from '../../offices/staff/permissions.ts'
import { byName } from './common-views.ts'
import type { ViewContext } from './view-context.ts'

export function letterLine(on: LetterOnCase, viewer: StaffMember, context: ViewContext): LetterLine {
  const { tenant } = context
  const { letter, complaint } = on
  const { content, approved } = letter
  const signatory = signatoryOf(on, tenant)
  return {
    id: letter.id,
    revision: letter.revision,
    state: letter.state,
    kind: kindOf[letter.event],
    number: letter.number,
    privacy: complaint.privacy,
    language: letter.language,
    createdAt: letter.createdAt,
    changedAt: letter.changedAt,
    letterNumber: approved?.letterNumber ?? null,
    subject: content.subject,
    addressee: complaint.dossier.maskedReporter?.name ?? null,
    signatory: signatory && { name: signatory.name, position: signatory.position },
    postedOn: letter.postedOn,
    courierNumber: content.courierNumber,
    returned: letter.returned,
    replaced: letter.replacedBy !== undefined,
    obstacle: obstacleOf(on),
    acts: actsOn(viewer, on, approversNow(on, context)),
  }
}

const approversNow = (on: LetterOnCase, { members, now }: ViewContext) => approversOf(on, [...members.values()], now)

const signatoryOf = ({ letter: { content } }: LetterOnCase, { settings }: ViewContext['tenant']) =>
  content.unsigned ? null : (content.signatory ?? settings.letters.signatories[0] ?? null)

export function letterView(on: LetterOnCase, viewer: StaffMember, context: ViewContext): LetterView {
  const { letter, complaint } = on
  const { settings } = context.tenant
  const { content, approved, language } = letter
  const name = byName(context.wording)
  const signatory = signatoryOf(on, context.tenant)
  const addressee = { name: complaint.dossier.maskedReporter?.name ?? '…', address: '…' }
  const number = approved?.letterNumber ?? letterTexts[language].unnumbered
  const day = approved?.day ?? localDateOf(letter.createdAt, settings.calendar)
  const facts = { ...factsOf(letter, complaint.privacy !== 'named', addressee, ''), number, day, signatory }
  return {
    ...letterLine(on, viewer, context),
    body: content.body,
    covered: hasCovered([content.subject, content.body, content.enclosures].join('\n'), language),
    nature: content.nature,
    enclosures: content.enclosures,
    history: content.history.map(({ at, by, state, note }) => ({ at, by: name(by), state, note })),
    paper: paperView(composeLetter(facts, settings, null)),
    sha256: approved?.sha256 ?? null,
    fingerprint: approved?.fingerprint ?? null,
    approvers: approversNow(on, context).map(({ id, name: who, position }) => ({
      ...{ name: who, position },
      own: id === viewer.id,
    })),
    signatories: settings.letters.signatories.map(({ name: signer, position }) => ({ name: signer, position })),
  }
}

export const paperView = ({
  language,
  letterhead,
  placeAndDate,
  facts,
  addressee,
  paragraphs,
  signatory,
}: LetterDocument): LetterPaper => ({
  ...{ language, placeAndDate },
  letterhead,
  facts,
  addressee,
  paragraphs,
  signatory,
})
