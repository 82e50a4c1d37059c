import type { ElementsWording } from './elements-id.ts'

/** Descriptions of single names are in the manifest, which is written in English. */
export const elementsEn: ElementsWording = {
  title: 'The form on your site',
  lead: 'One element for any page. It brings its own looks, needs nothing but its script from this service, keeps no cookie, and asks nobody else for anything.',
  contents: 'On this page',
  put: 'Put it on a page',
  putSteps: [
    'Name the origin of your site in the unit’s settings. Pages of other origins are refused.',
    'Copy these two lines, and write your unit’s name into `tenant`.',
    'The link inside is what visitors see without scripts, and where the form cannot be loaded.',
  ],
  policy: 'Where your site has a Content-Security-Policy, this is all that the form needs of it:',
  policyElse:
    'Without `connect-src` but with `frame-src` the form shows in a frame, in the same language and looks. With neither the link stays.',
  builder: 'For a site builder that takes only an address to frame:',
  bundled: 'In a page that is bundled (React, Vue and others), write the service’s address into `service`, too.',
  style: 'Style it',
  styleText:
    'Set properties on the element or on anything around it. A colour too light or too dark is moved until it can be read.',
  script: 'Script it',
  scriptText:
    'Each attribute is a property, too, and may change at any time. Events bubble up to `document` and carry nothing that a visitor wrote.',
  tryIt: 'Try it here',
  tryText: (unit) =>
    `Look at the steps and fill them in, but send nothing to try: what is sent reaches the staff of ${unit}.`,
  reference: 'All that can be used',
  attributes: 'Attributes',
  methods: 'Methods',
  events: 'Events',
  slots: 'Slots',
  parts: 'Parts',
  properties: 'Properties of the looks',
  name: 'Name',
  meaning: 'Meaning',
  preset: 'If left out',
  content: 'the content',
  fallback: 'File a complaint',
  said: {},
}
