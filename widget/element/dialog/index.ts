import { register } from '../register.ts'
import { AduanDialog } from './aduan-dialog.ts'

/**
 * The module does not register the dialog on its own, because its wording may fail to load. Then the form is shown in
 * its place.
 */
export const registerDialog = () => register('aduan-dialog', AduanDialog)
