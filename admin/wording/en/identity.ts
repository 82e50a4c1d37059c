import type * as model from '../id/identity.ts'

export const leak: typeof model.leak = {
  found: (kinds) => `These words hold ${kinds}.`,
  ways: 'They have not been sent and are still here. Change the text and send it again, or give the reason below if it must be so.',
  change: 'Change the text',
  reason: 'Why must it stay?',
  reasonHint:
    'This reason goes into the history of the complaint and is read by staff only. Where the identity is confidential, everybody reads “[name masked]” in that place until they open the identity, you too.',
  stillThere: 'It is still there. Change the text, or give this reason.',
}

export const custody: typeof model.custody = {
  ground: 'Ground',
  ask: 'Ask to have it opened',
  askHeading: 'Ask to have the identity opened',
  askText:
    'An identity custodian decides. Request and decision are recorded on this complaint. If it is granted, you open the identity yourself, and the reporter sees that.',
  askSubmit: 'Send the request',
  asked: 'The request went to the identity custodians.',
  requests: 'Requests to open the identity',
  states: { waiting: 'Waits for a decision', granted: 'Granted', refused: 'Refused' },
  ownWaits: 'This is your request. An identity custodian decides it.',
  nobodyKeeps:
    'There is no other identity custodian yet. Ask the unit admin to name one, so that identities can be opened.',
  grantHint: 'Your request was granted. It lets you open once, within 24 hours of the decision.',
  decideOn: (by) => `Decision on the request of ${by}`,
  grant: 'Grant',
  grantMeaning: 'They may open the identity once within 24 hours. The reporter sees who opened it and why.',
  refuse: 'Refuse',
  refuseMeaning: 'The identity stays closed. They read your reason and can ask again.',
  because: 'Reason of the decision',
  decide: 'Save the decision',
  granted: 'The request is granted.',
  refused: 'The request is refused.',
  decidedMeanwhile: 'Somebody else has decided this request. What you see now is the latest.',
}

export const identityRequests: typeof model.identityRequests = {
  heading: 'Identity requests',
  intro: 'Staff who need to know who a reporter is wait for your decision. Who has waited longest stands first.',
  loading: 'Loading requests…',
  list: 'Requests that wait for a decision',
  askedBy: (by) => `Asked by ${by}`,
  open: 'Read the complaint and decide',
  emptyHeading: 'No request is waiting',
  emptyText: 'Requests to open a confidential identity appear here as soon as staff send them.',
}
